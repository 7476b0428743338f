import type { Account, SignUp } from '@rolecall/contract';
import type { JWK } from 'jose';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import type { ApiKeys } from '../api-keys/index.ts';
import {
  type AccessToken,
  type Device,
  deriveSecrets,
  type OpenSession,
  unknownDevice,
} from '../sessions/index.ts';
import { deleteUser, selectUser, type UserRow, updateUserName } from './accounts.store.ts';
import { type Administration, createAdministration } from './administration.ts';
import { type Authentication, createAuthentication, type KeyChoice } from './authentication.ts';
import type { AccessEnd, AccountsDependencies, CreatedAccount } from './dependencies.ts';
import { createEmailChange, type EmailChange } from './email-change.ts';
import { createChangeTokens } from './email-change-tokens.ts';
import { createGuessablePasswords } from './guessable-passwords.ts';
import { createAccountMessages } from './messages.ts';
import { createOneTimeTokens } from './one-time-tokens.ts';
import { createPasswords } from './passwords.ts';
import { createRecovery, type Recovery } from './recovery.ts';
import { createRegistration, type Registration } from './registration.ts';
import { SecondFactorGate, type SecondFactors } from './second-factor.ts';
import { type SweptRows, sweepExpired } from './sweep.ts';

/** What somebody gets who has signed in. */
export interface SignedIn {
  readonly accessToken: AccessToken;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
  /** By what the browser is known again that has just signed in. */
  readonly deviceToken?: string | undefined;
  readonly account: Account;
}

/**
 * Accounts and all ways to act as one.
 *
 * Of the parts at hand, argon2 and jose do the cryptography. What lies between – when a session ends, which link still
 * works – is written here and not taken from better-auth, because its endpoints cannot do what this instance
 * promises: they keep session tokens readable in the database, verify addresses by tokens that work more than once,
 * hash passwords inside the transaction, hide a lost race for an address behind a general error, and ask the machine
 * for the time.
 */
export interface Accounts extends Pick<Registration, 'createUser' | 'createProvenUser'>, Recovery {
  /** An account is new; told before its owner is. */
  readonly created: TransactionEvent<CreatedAccount>;
  /** A link that was mailed to this address has been followed. */
  readonly addressProven: TransactionEvent<string>;
  /** Sessions and links of before have ended; whoever keeps another way into the account ends that too. */
  readonly accessEnded: TransactionEvent<AccessEnd>;
  signUp(input: SignUp, device?: Device): Promise<SignedIn>;
  /** @throws {ApplicationError} `invalid_credentials`, `second_factor_required`, `too_many_attempts` */
  signIn(email: string, password: string, device?: Device): Promise<SignedIn>;
  /** What somebody gets whose session has just started, after its transaction. */
  complete(session: OpenSession): Promise<SignedIn>;
  /** Has somebody asked for more than the password, whenever one was right. */
  guardSignIn(secondFactors: SecondFactors): void;
  refresh(refreshToken: string): Promise<SignedIn>;
  changePassword(
    userId: string,
    currentPassword: string,
    password: string,
    device?: Device,
    options?: KeyChoice,
  ): Promise<SignedIn>;
  readonly proveAgain: Authentication['proveAgain'];
  /**
   * Proves an address by the token of its mail. A browser that had a session of this account gets a new one, since the first
   * proof ends all that began before it.
   *
   * @throws {ApplicationError} `token_invalid`, `too_many_attempts`
   */
  proveAddress(token: string, refreshToken: string | undefined, device?: Device): Promise<SignedIn | null>;
  readonly signOut: Authentication['signOut'];
  readonly signOutEverywhere: Authentication['signOutEverywhere'];
  readonly authenticate: Authentication['authenticate'];
  readonly authenticateSession: Authentication['authenticateSession'];
  readonly verifyAccessToken: Authentication['verifyAccessToken'];
  readonly apiKeys: Omit<ApiKeys, 'authenticate'>;

  /** The public keys of the access tokens, for `/.well-known/jwks.json`. */
  keySet(): Promise<{ keys: JWK[] }>;

  /** @throws {ApplicationError} `unauthenticated` when the account is gone, so whoever acts for it has to stop */
  read(tx: Tx, userId: string): Promise<Account>;

  /** @throws {ApplicationError} `unauthenticated` when the account is gone */
  rename(tx: Tx, userId: string, name: string): Promise<Account>;

  readonly administration: Administration;
  readonly emailChange: EmailChange;

  /** Deletes an account whose ways in are shut. */
  remove(tx: Tx, userId: string): Promise<void>;

  /** Removes what has run out, a bounded number of rows at a time. */
  sweepExpired(tx: Tx): Promise<SweptRows>;
}

export function createAccounts(dependencies: AccountsDependencies): Accounts {
  const {
    database,
    clock,
    config,
    companies,
    sessions,
    apiKeys,
    attempts,
    passwords = createPasswords(),
  } = dependencies;
  const secrets = deriveSecrets(config.secret);
  const messages = createAccountMessages(dependencies.notifier);
  const created = createTransactionEvent<CreatedAccount>();
  const addressProven = createTransactionEvent<string>();
  const accessEnded = createTransactionEvent<AccessEnd>();
  const oneTimeTokens = createOneTimeTokens({ clock, secrets });
  const guessable = createGuessablePasswords({
    workers: dependencies.workers,
    siteWords: ['Rolecall', new URL(config.publicUrl).hostname],
  });
  const gate = new SecondFactorGate();
  const recovery = createRecovery({
    ...dependencies,
    messages,
    addressProven,
    accessEnded,
    passwords,
    guessable,
    oneTimeTokens,
  });
  const registration = createRegistration({
    ...dependencies,
    messages,
    created,
    passwords,
    guessable,
    recovery,
  });
  const authentication = createAuthentication({
    ...dependencies,
    messages,
    passwords,
    guessable,
    oneTimeTokens,
    gate,
    accessEnded,
  });
  const administration = createAdministration({
    ...dependencies,
    messages,
    accessEnded,
    standingChanged: createTransactionEvent<string>(),
    oneTimeTokens,
    recovery,
    registration,
    guessable,
    gate,
  });

  const emailChange = createEmailChange({
    ...dependencies,
    messages,
    changed: createTransactionEvent(),
    addressProven,
    accessEnded,
    passwords,
    guessable,
    oneTimeTokens,
    tokens: createChangeTokens(config.secret),
    requestMail: dependencies.requestChangeMail,
  });

  const toAccount = async (tx: Tx, row: UserRow | undefined): Promise<Account> => {
    if (row === undefined) throw new ApplicationError('unauthenticated');
    return {
      id: row.id,
      email: row.email,
      email_verified: row.email_verified,
      name: row.name,
      role: row.role,
      company: row.role === 'recruiter' ? await companies.companyOf(tx, row.id) : null,
      created_at: row.created_at.toISOString(),
    };
  };

  const read = async (tx: Tx, userId: string) => toAccount(tx, await selectUser(tx, userId));

  const complete = async (session: OpenSession): Promise<SignedIn> => {
    const account = await read(database.query, session.userId);
    const viewer = { userId: account.id, role: account.role, sessionId: session.id };
    const accessToken = await sessions.issueAccessToken(viewer, session.expiresAt);
    return {
      accessToken,
      refreshToken: session.refreshToken,
      refreshTokenExpiresAt: session.expiresAt,
      deviceToken: session.deviceToken,
      account,
    };
  };

  const proveAddress: Accounts['proveAddress'] = async (token, refreshToken, device = unknownDevice) => {
    const session = await attempts.guard({ device }, () =>
      database.transaction(async (tx) => {
        const before = refreshToken === undefined ? undefined : await sessions.find(tx, refreshToken);
        const { userId, isFirst } = await recovery.verifyEmail(tx, token);
        if (!isFirst || before?.viewer.userId !== userId) return null;
        return sessions.start(tx, { id: userId }, { method: 'password', device });
      }),
    );
    return session === null ? null : complete(session);
  };

  return {
    created,
    addressProven,
    accessEnded,
    ...recovery,
    createUser: registration.createUser,
    createProvenUser: registration.createProvenUser,
    signUp: async (input, device = unknownDevice) => complete(await registration.register(input, device)),
    signIn: async (email, password, device = unknownDevice) =>
      complete(await authentication.checkIn(email, password, device)),
    complete,
    guardSignIn: (secondFactors) => gate.guardBy(secondFactors),
    refresh: async (refreshToken) => complete(await authentication.extend(refreshToken)),
    changePassword: async (userId, currentPassword, password, device = unknownDevice, options) =>
      complete(await authentication.changePassword(userId, currentPassword, password, device, options)),
    proveAgain: authentication.proveAgain,
    proveAddress,
    signOut: authentication.signOut,
    signOutEverywhere: authentication.signOutEverywhere,
    authenticate: authentication.authenticate,
    authenticateSession: authentication.authenticateSession,
    verifyAccessToken: authentication.verifyAccessToken,
    apiKeys,
    administration,
    emailChange,
    keySet: sessions.keySet,
    read,
    rename: async (tx, userId, name) => toAccount(tx, await updateUserName(tx, userId, name, clock.now())),
    remove: deleteUser,
    sweepExpired: (tx) => sweepExpired(tx, clock.now()),
  };
}
