import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { type ApiKeys, isApiKey } from '../api-keys/index.ts';
import type { Attempts } from '../attempts/index.ts';
import {
  type AccessTokenFault,
  type Device,
  type OpenSession,
  type Sessions,
  unknownDevice,
  type VerifiedViewer,
} from '../sessions/index.ts';
import {
  lockUnchangedPassword,
  selectCredentialByEmail,
  selectPasswordHash,
  selectUser,
  updatePassword,
} from './accounts.store.ts';
import type { AccessEnd, AccountsDependencies } from './dependencies.ts';
import type { GuessablePasswords } from './guessable-passwords.ts';
import type { AccountMessages } from './messages.ts';
import type { OneTimeTokens } from './one-time-tokens.ts';
import type { Passwords } from './passwords.ts';
import { type SecondFactorGate, secondFactorRequired } from './second-factor.ts';

/** Whether API keys outlive what ends all sessions. They do not unless told: a stranger may have made one. */
export interface KeyChoice {
  readonly keepApiKeys?: boolean;
}

export interface SignOutOptions extends KeyChoice {
  /** A session that stays. */
  readonly but?: string | null;
  readonly device?: Device;
}

/**
 * Proving who one is, and ending that. What checks or sets a password opens its transaction itself, because the
 * hashing comes before it: a transaction that waits for argon2 would hold a connection, and on the embedded database
 * everybody.
 */
export interface Authentication {
  /** @throws {ApplicationError} `invalid_credentials`, `second_factor_required`, `too_many_attempts` */
  checkIn(email: string, password: string, device: Device): Promise<OpenSession>;

  /** @throws {ApplicationError} `unauthenticated` */
  extend(refreshToken: string): Promise<OpenSession>;

  /** Ends the session of this token; a token that has no session does nothing. */
  signOut(tx: Tx, refreshToken: string): Promise<void>;

  /** Ends all sessions and API keys, but for what is to stay; the person is told how many keys. */
  signOutEverywhere(tx: Tx, userId: string, options?: SignOutOptions): Promise<void>;

  /**
   * Ends all sessions, and API keys unless they are to stay, and opens a new session.
   * @throws {ApplicationError} `invalid_credentials` when the current password is another one; `too_many_attempts`
   */
  changePassword(
    userId: string,
    currentPassword: string,
    password: string,
    device: Device,
    options?: KeyChoice,
  ): Promise<OpenSession>;

  /**
   * Takes the password as a fresh proof of who is in this session.
   * @throws {ApplicationError} `invalid_credentials`, `too_many_attempts`
   */
  proveAgain(
    person: { readonly userId: string; readonly sessionId: string },
    password: string,
    device: Device,
  ): Promise<void>;

  /** Finds the caller of a bearer token, which is an access token or an API key; null when it does not hold. */
  authenticate(bearer: string): Promise<Viewer | null>;

  /** Finds the person of a session by its refresh token, without extending it; null when the session has ended. */
  authenticateSession(refreshToken: string): Promise<VerifiedViewer | null>;

  verifyAccessToken(token: string): Promise<VerifiedViewer | AccessTokenFault>;
}

type Dependencies = Pick<AccountsDependencies, 'database' | 'clock' | 'logger' | 'config'> & {
  readonly messages: AccountMessages;
  readonly passwords: Passwords;
  readonly guessable: GuessablePasswords;
  readonly sessions: Sessions;
  readonly oneTimeTokens: OneTimeTokens;
  readonly apiKeys: ApiKeys;
  readonly attempts: Attempts;
  readonly gate: SecondFactorGate;
  readonly accessEnded: TransactionEvent<AccessEnd>;
};

export function createAuthentication(dependencies: Dependencies): Authentication {
  const {
    database,
    clock,
    logger,
    config,
    messages,
    passwords,
    guessable,
    sessions,
    oneTimeTokens,
    apiKeys,
    attempts,
    gate,
    accessEnded,
  } = dependencies;

  interface Given {
    readonly password: string;
    readonly device: Device;
    /** By what it was looked for. */
    readonly address?: string;
    /** What the log calls it that the password is wrong. */
    readonly refusal?: string;
  }

  interface Credential {
    readonly userId: string;
    readonly passwordHash: string;
  }

  /** Does what the password of an account allows, if it is the right one. */
  async function withPassword<Result>(
    credential: Credential | undefined,
    { password, device, address, refusal = 'sign_in_refused' }: Given,
    work: (credential: Credential) => Promise<Result>,
  ): Promise<Result> {
    const of = { secret: 'password', userId: credential?.userId, ...(address && { address }) } as const;
    return attempts.guard({ device, of }, async () => {
      const matches = await passwords.verify(password, credential?.passwordHash);
      if (credential !== undefined && matches) return work(credential);
      logger.info({ event: refusal, user_id: credential?.userId }, 'a password was refused');
      throw new ApplicationError('invalid_credentials');
    });
  }

  async function ownCredential(userId: string): Promise<Credential | undefined> {
    const passwordHash = await selectPasswordHash(database.query, userId);
    return passwordHash === undefined ? undefined : { userId, passwordHash };
  }

  /** A password that was replaced while it was being compared allows nothing any more. */
  async function lockUnchanged(tx: Tx, { userId, passwordHash }: Credential): Promise<void> {
    const unchanged = await lockUnchangedPassword(tx, userId, passwordHash);
    if (!unchanged) throw new ApplicationError('invalid_credentials');
  }

  async function startSession(
    credential: Credential,
    device: Device,
    isShared: boolean,
  ): Promise<OpenSession> {
    const { userId } = credential;
    const { session, challenge } = await database.transaction(async (tx) => {
      await lockUnchanged(tx, credential);
      const asked = await gate.challengeFor(tx, userId, device);
      if (asked !== null) return { challenge: asked };
      return { session: await sessions.start(tx, { id: userId }, { method: 'password', device, isShared }) };
    });
    if (session === undefined) throw secondFactorRequired(challenge);
    logger.info({ event: 'signed_in', user_id: session.userId, session_id: session.id }, 'signed in');
    return session;
  }

  const endKeys = async (tx: Tx, userId: string, keep = false): Promise<number> =>
    keep ? 0 : apiKeys.revokeAll(tx, userId);

  return {
    async checkIn(email, password, device) {
      const known = await selectCredentialByEmail(database.query, email);
      const credential = known && { userId: known.user_id, passwordHash: known.password_hash };
      return withPassword(credential, { password, device, address: email }, (proven) =>
        startSession(proven, device, config.sharedAddresses.has(email)),
      );
    },

    async extend(refreshToken) {
      const session = await sessions.refresh(refreshToken);
      if (session === undefined) throw new ApplicationError('unauthenticated');
      return session;
    },

    async signOut(tx, refreshToken) {
      const userId = await sessions.end(tx, refreshToken);
      if (userId !== undefined) logger.info({ event: 'signed_out', user_id: userId }, 'signed out');
    },

    async signOutEverywhere(tx, userId, { but = null, device = unknownDevice, keepApiKeys } = {}) {
      await sessions.endAll(tx, userId, but);
      const keysEnded = await endKeys(tx, userId, keepApiKeys);
      if (keysEnded > 0) {
        const event = 'api_keys_ended';
        await messages.securityAlert(tx, { userId, event, at: clock.now(), device, keysEnded });
      }
      logger.info({ event: 'signed_out_everywhere', user_id: userId }, 'signed out everywhere');
    },

    async changePassword(userId, currentPassword, password, device, { keepApiKeys } = {}) {
      const given = { password: currentPassword, device, refusal: 'password_change_refused' };
      const session = await withPassword(await ownCredential(userId), given, async (credential) => {
        const owner = await selectUser(database.query, userId);
        if (owner !== undefined) await guessable.refuse(password, owner);
        const passwordHash = await passwords.hash(password);
        return database.transaction(async (tx) => {
          await lockUnchanged(tx, credential);
          await updatePassword(tx, userId, passwordHash, clock.now());
          await oneTimeTokens.withdraw(tx, userId, ['password_reset']);
          await sessions.endAll(tx, userId);
          const keysEnded = await endKeys(tx, userId, keepApiKeys);
          await accessEnded.emit(tx, { userId, because: 'password_changed' });
          const event = 'password_changed';
          await messages.securityAlert(tx, { userId, event, at: clock.now(), device, keysEnded });
          return sessions.start(tx, { id: userId }, { method: 'password', device });
        });
      });
      logger.info({ event: 'password_changed', user_id: userId }, 'password changed, other sessions ended');
      return session;
    },

    async proveAgain({ userId, sessionId }, password, device) {
      const given = { password, device, refusal: 'reauthentication_refused' };
      await withPassword(await ownCredential(userId), given, (credential) =>
        database.transaction(async (tx) => {
          await lockUnchanged(tx, credential);
          await sessions.authenticatedAgain(tx, sessionId);
        }),
      );
    },

    async authenticate(bearer) {
      if (isApiKey(bearer)) return apiKeys.authenticate(bearer);
      const verified = await sessions.verifyAccessToken(bearer);
      return typeof verified === 'string' ? null : verified.viewer;
    },

    authenticateSession: async (refreshToken) => (await sessions.find(database.query, refreshToken)) ?? null,
    verifyAccessToken: (token) => sessions.verifyAccessToken(token),
  };
}
