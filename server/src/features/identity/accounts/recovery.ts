import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { markEmailVerified, selectUser, selectUserByEmail, updatePassword } from './accounts.store.ts';
import type { AccountsDependencies } from './dependencies.ts';
import type { OneTimeTokens } from './one-time-tokens.ts';
import type { Passwords } from './passwords.ts';
import type { Sessions } from './sessions.ts';

/** What goes by a mailed link: proving an address, and getting back into an account. */
export interface Recovery {
  /**
   * Has a verification mail sent, unless many such mails are out, or the address is verified and nobody doubts it.
   */
  requestVerification(tx: Tx, userId: string): Promise<void>;

  /** @throws {ApplicationError} `token_invalid` */
  verifyEmail(tx: Tx, token: string): Promise<void>;

  /** Has a mail sent if there is such an account; the caller can not tell. */
  requestPasswordReset(tx: Tx, email: string): Promise<void>;

  /**
   * Sets the password, ends all sessions and takes the address as verified, since the link was in its mail. API keys
   * stay, because machines depend on them; their owner sees and revokes them one by one.
   *
   * @throws {ApplicationError} `token_invalid`
   */
  resetPassword(token: string, password: string): Promise<void>;
}

type Dependencies = Pick<AccountsDependencies, 'database' | 'clock' | 'logger' | 'doubts' | 'events'> & {
  readonly passwords: Passwords;
  readonly sessions: Sessions;
  readonly oneTimeTokens: OneTimeTokens;
};

export function createRecovery(dependencies: Dependencies): Recovery {
  const { database, clock, logger, doubts, events, passwords, sessions, oneTimeTokens } = dependencies;

  async function takeAsProven(tx: Tx, userId: string): Promise<void> {
    await markEmailVerified(tx, userId, clock.now());
    const user = await selectUser(tx, userId);
    if (user !== undefined) await events.addressProven(tx, user.email);
  }

  return {
    async requestVerification(tx, userId) {
      const user = await selectUser(tx, userId);
      if (user === undefined) return;
      if (user.email_verified && !(await doubts.isInDoubt(tx, user.email))) return;
      const issued = await oneTimeTokens.issue(tx, userId, 'email_verification');
      if (issued === undefined) return;
      await events.verificationRequested(tx, { userId, name: user.name, email: user.email, ...issued });
    },

    async verifyEmail(tx, token) {
      const userId = await oneTimeTokens.consume(tx, token, 'email_verification');
      if (userId === undefined) throw new ApplicationError('token_invalid');
      await takeAsProven(tx, userId);
      await oneTimeTokens.withdraw(tx, userId, ['email_verification']);
      logger.info({ event: 'email_verified', user_id: userId }, 'e-mail address verified');
    },

    async requestPasswordReset(tx, email) {
      const user = await selectUserByEmail(tx, email);
      if (user === undefined) return;
      const issued = await oneTimeTokens.issue(tx, user.id, 'password_reset');
      if (issued === undefined) return;
      await events.passwordResetRequested(tx, { userId: user.id, name: user.name, email, ...issued });
      logger.info({ event: 'password_reset_requested', user_id: user.id }, 'password reset requested');
    },

    async resetPassword(token, password) {
      // A token that can't work is refused before it costs a hash; the transaction asks again.
      const owner = await oneTimeTokens.ownerOf(database.query, token, 'password_reset');
      if (owner === undefined) throw new ApplicationError('token_invalid');
      const passwordHash = await passwords.hash(password);
      await database.transaction(async (tx) => {
        const userId = await oneTimeTokens.consume(tx, token, 'password_reset');
        if (userId === undefined) throw new ApplicationError('token_invalid');
        await updatePassword(tx, userId, passwordHash, clock.now());
        await takeAsProven(tx, userId);
        await oneTimeTokens.withdraw(tx, userId, ['password_reset', 'email_verification']);
        await sessions.endAll(tx, userId);
        await events.securityChanged(tx, { userId, event: 'password_changed', at: clock.now() });
        database.afterCommit(() => events.sessionsEnded(userId));
      });
      logger.info({ event: 'password_reset', user_id: owner }, 'password reset, all sessions ended');
    },
  };
}
