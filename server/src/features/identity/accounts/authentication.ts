import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { AccessTokenFault, AccessTokens, VerifiedViewer } from './access-tokens.ts';
import {
  deleteWaysIn,
  lockUnchangedPassword,
  selectCredentialByEmail,
  selectPasswordHash,
  updatePassword,
} from './accounts.store.ts';
import { type ApiKeys, isApiKey } from './api-keys.ts';
import type { AccountsDependencies } from './dependencies.ts';
import type { OneTimeTokens } from './one-time-tokens.ts';
import type { Passwords } from './passwords.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/**
 * Proving who one is, and ending that. What checks or sets a password opens its transaction itself, because the
 * hashing comes before it: a transaction that waits for argon2 would hold a connection, and on the embedded database
 * everybody.
 */
export interface Authentication {
  /** @throws {ApplicationError} `invalid_credentials` */
  checkIn(email: string, password: string): Promise<OpenSession>;

  /** @throws {ApplicationError} `unauthenticated` */
  extend(refreshToken: string): Promise<OpenSession>;

  /** Ends the session of this token; a token that has no session does nothing. */
  signOut(tx: Tx, refreshToken: string): Promise<void>;

  signOutEverywhere(tx: Tx, userId: string): Promise<void>;

  /**
   * Ends all sessions and opens a new one.
   * @throws {ApplicationError} `invalid_credentials` when the current password is another one
   */
  changePassword(userId: string, currentPassword: string, password: string): Promise<OpenSession>;

  /**
   * Takes the password, the API keys, the links and the sessions from an account, with what has to happen in the same
   * transaction.
   * @throws {ApplicationError} `invalid_credentials` when the password is another one
   */
  shutOut(userId: string, password: string, then: (tx: Tx) => Promise<void>): Promise<void>;

  /** Who calls with this bearer, an access token or an API key; null when it does not hold. */
  authenticate(bearer: string): Promise<Viewer | null>;

  /** Who has this session, by the refresh token of the cookie; null when it is not on. It does not extend it. */
  authenticateSession(refreshToken: string): Promise<VerifiedViewer | null>;

  verifyAccessToken(token: string): Promise<VerifiedViewer | AccessTokenFault>;
}

type Dependencies = Pick<AccountsDependencies, 'database' | 'clock' | 'logger' | 'events'> & {
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly oneTimeTokens: OneTimeTokens;
  readonly accessTokens: AccessTokens;
  readonly apiKeys: ApiKeys;
};

export function createAuthentication(dependencies: Dependencies): Authentication {
  const { database, clock, logger, events, passwords, sessions, oneTimeTokens, accessTokens, apiKeys } =
    dependencies;

  const endAll = async (tx: Tx, userId: string): Promise<void> => {
    await sessions.endAll(tx, userId);
    database.afterCommit(() => events.sessionsEnded(userId));
  };

  return {
    async checkIn(email, password) {
      const known = await selectCredentialByEmail(database.query, email);
      const matches = await passwords.verify(password, known?.password_hash);
      if (known === undefined || !matches) {
        logger.info({ event: 'sign_in_refused', user_id: known?.user_id }, 'sign-in refused');
        throw new ApplicationError('invalid_credentials');
      }
      const session = await database.transaction(async (tx) => {
        // A password that was replaced while it was being compared must not open a session that outlives it.
        const unchanged = await lockUnchangedPassword(tx, known.user_id, known.password_hash);
        if (!unchanged) throw new ApplicationError('invalid_credentials');
        return sessions.open(tx, known.user_id);
      });
      logger.info({ event: 'signed_in', user_id: session.userId, session_id: session.id }, 'signed in');
      return session;
    },

    async extend(refreshToken) {
      const session = await sessions.extend(database.query, refreshToken);
      if (session === undefined) throw new ApplicationError('unauthenticated');
      return session;
    },

    async signOut(tx, refreshToken) {
      const userId = await sessions.end(tx, refreshToken);
      if (userId !== undefined) logger.info({ event: 'signed_out', user_id: userId }, 'signed out');
    },

    async signOutEverywhere(tx, userId) {
      await endAll(tx, userId);
      logger.info({ event: 'signed_out_everywhere', user_id: userId }, 'signed out everywhere');
    },

    async changePassword(userId, currentPassword, password) {
      const currentHash = await selectPasswordHash(database.query, userId);
      if (!(await passwords.verify(currentPassword, currentHash)) || currentHash === undefined) {
        logger.info({ event: 'password_change_refused', user_id: userId }, 'change of password refused');
        throw new ApplicationError('invalid_credentials');
      }
      const passwordHash = await passwords.hash(password);
      const session = await database.transaction(async (tx) => {
        const unchanged = await lockUnchangedPassword(tx, userId, currentHash);
        if (!unchanged) throw new ApplicationError('invalid_credentials');
        await updatePassword(tx, userId, passwordHash, clock.now());
        await oneTimeTokens.withdraw(tx, userId, ['password_reset']);
        await endAll(tx, userId);
        await events.securityChanged(tx, { userId, event: 'password_changed', at: clock.now() });
        return sessions.open(tx, userId);
      });
      logger.info({ event: 'password_changed', user_id: userId }, 'password changed, other sessions ended');
      return session;
    },

    async shutOut(userId, password, then) {
      const currentHash = await selectPasswordHash(database.query, userId);
      if (!(await passwords.verify(password, currentHash)) || currentHash === undefined) {
        throw new ApplicationError('invalid_credentials');
      }
      await database.transaction(async (tx) => {
        const unchanged = await lockUnchangedPassword(tx, userId, currentHash);
        if (!unchanged) throw new ApplicationError('invalid_credentials');
        await then(tx);
        await deleteWaysIn(tx, userId);
        await endAll(tx, userId);
      });
      logger.info({ event: 'account_closed', user_id: userId }, 'every way into an account was shut');
    },

    async authenticate(bearer) {
      if (isApiKey(bearer)) return apiKeys.authenticate(bearer);
      const verified = await accessTokens.verify(bearer);
      return typeof verified === 'string' ? null : verified.viewer;
    },

    authenticateSession: async (refreshToken) => (await sessions.find(database.query, refreshToken)) ?? null,
    verifyAccessToken: (token) => accessTokens.verify(token),
  };
}
