import type { Account, SignUp } from '@rolecall/contract';
import type { JWK } from 'jose';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { type AccessToken, createAccessTokens } from './access-tokens.ts';
import {
  type Recipient,
  selectRecipients,
  selectUser,
  selectUserByEmail,
  type UserRow,
  updateUserName,
} from './accounts.store.ts';
import { type ApiKeys, createApiKeys } from './api-keys.ts';
import { type Authentication, createAuthentication } from './authentication.ts';
import type { AccountsDependencies } from './dependencies.ts';
import { createOneTimeTokens } from './one-time-tokens.ts';
import { createPasswords } from './passwords.ts';
import { createRecovery, type Recovery } from './recovery.ts';
import { createRegistration, type Registration } from './registration.ts';
import { deriveSecrets } from './secrets.ts';
import { createSessions, type OpenSession } from './sessions.ts';
import { createSigningKeys } from './signing-keys.ts';
import { type SweptRows, sweepExpired } from './sweep.ts';

/** What somebody gets who has signed in. */
export interface SignedIn {
  readonly accessToken: AccessToken;
  readonly refreshToken: string;
  readonly refreshTokenExpiresAt: Date;
  readonly account: Account;
}

/**
 * Accounts and all ways to act as one.
 *
 * Of the parts at hand, argon2 and jose do the cryptography. What lies between – when a session ends, which link still
 * works – is written here and not taken from better-auth, because its endpoints can not do what this instance
 * promises: they keep session tokens readable in the database, verify addresses by tokens that work more than once,
 * hash passwords inside the transaction, hide a lost race for an address behind a general error, and ask the machine
 * for the time.
 */
export interface Accounts extends Pick<Registration, 'createUser'>, Recovery {
  signUp(input: SignUp): Promise<SignedIn>;
  signIn(email: string, password: string): Promise<SignedIn>;
  refresh(refreshToken: string): Promise<SignedIn>;
  changePassword(userId: string, currentPassword: string, password: string): Promise<SignedIn>;
  readonly shutOut: Authentication['shutOut'];
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

  /** Who has this address, in lower case; they act without a session. */
  findViewer(tx: Tx, email: string): Promise<Viewer | undefined>;

  /** Those of these people who have an account, in no order. */
  findRecipients(tx: Tx, userIds: readonly string[]): Promise<Recipient[]>;

  /** Removes what has run out, a bounded number of rows at a time. */
  sweepExpired(tx: Tx): Promise<SweptRows>;
}

export function createAccounts(dependencies: AccountsDependencies): Accounts {
  const { database, clock, config, companies } = dependencies;
  const secrets = deriveSecrets(config.secret);
  const passwords = createPasswords();
  const sessions = createSessions({ clock, secrets });
  const oneTimeTokens = createOneTimeTokens({ clock, secrets });
  const signingKeys = createSigningKeys({ ...dependencies, secrets });
  const accessTokens = createAccessTokens({ clock, signingKeys, issuer: config.publicUrl });
  const apiKeys = createApiKeys(dependencies);
  const recovery = createRecovery({ ...dependencies, passwords, sessions, oneTimeTokens });
  const registration = createRegistration({ ...dependencies, passwords, sessions, recovery });
  const authentication = createAuthentication({
    ...dependencies,
    passwords,
    sessions,
    oneTimeTokens,
    accessTokens,
    apiKeys,
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
    const accessToken = await accessTokens.issue({
      userId: account.id,
      role: account.role,
      sessionId: session.id,
    });
    return {
      accessToken,
      refreshToken: session.refreshToken,
      refreshTokenExpiresAt: session.expiresAt,
      account,
    };
  };

  return {
    ...recovery,
    createUser: registration.createUser,
    signUp: async (input) => complete(await registration.register(input)),
    signIn: async (email, password) => complete(await authentication.checkIn(email, password)),
    refresh: async (refreshToken) => complete(await authentication.extend(refreshToken)),
    changePassword: async (userId, currentPassword, password) =>
      complete(await authentication.changePassword(userId, currentPassword, password)),
    shutOut: authentication.shutOut,
    signOut: authentication.signOut,
    signOutEverywhere: authentication.signOutEverywhere,
    authenticate: authentication.authenticate,
    authenticateSession: authentication.authenticateSession,
    verifyAccessToken: authentication.verifyAccessToken,
    apiKeys,
    keySet: signingKeys.keySet,
    read,
    rename: async (tx, userId, name) => toAccount(tx, await updateUserName(tx, userId, name, clock.now())),
    async findViewer(tx, email) {
      const user = await selectUserByEmail(tx, email);
      return user === undefined ? undefined : { userId: user.id, role: user.role, sessionId: null };
    },
    findRecipients: selectRecipients,
    sweepExpired: (tx) => sweepExpired(tx, clock.now()),
  };
}
