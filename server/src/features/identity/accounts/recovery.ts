import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { ApiKeys } from '../api-keys/index.ts';
import type { Attempts } from '../attempts/index.ts';
import { type Device, type Sessions, unknownDevice } from '../sessions/index.ts';
import { markEmailVerified, selectUser, selectUserByEmail, updatePassword } from './accounts.store.ts';
import type { AccessEnd, AccountsDependencies } from './dependencies.ts';
import type { GuessablePasswords } from './guessable-passwords.ts';
import type { AccountMessages } from './messages.ts';
import type { OneTimeTokens } from './one-time-tokens.ts';
import type { Passwords } from './passwords.ts';

/** What goes by a mailed link: proving an address, and getting back into an account. */
export interface Recovery {
  /**
   * Has a verification mail sent, unless many such mails are out, or the address is verified and nobody doubts it.
   */
  requestVerification(tx: Tx, userId: string): Promise<void>;

  /**
   * At the first proof all sessions and API keys end that were made before it: until then, anybody could have signed up with
   * this address.
   *
   * @returns whose address it is, and whether this was the first proof
   * @throws {ApplicationError} `token_invalid`
   */
  verifyEmail(tx: Tx, token: string): Promise<{ readonly userId: string; readonly isFirst: boolean }>;

  /** Has a mail sent if there is such an account; the caller cannot tell. */
  requestPasswordReset(tx: Tx, email: string): Promise<void>;

  /**
   * Sets the password and takes the address as verified, since the link was in its mail. All sessions and API keys of before
   * end: whoever made them may not be who reads this address. The device becomes one of the person, so that nobody who tries
   * the account elsewhere keeps it from signing in.
   *
   * @throws {ApplicationError} `token_invalid`, `password_guessable`, `too_many_attempts`
   */
  resetPassword(token: string, password: string, device?: Device): Promise<void>;
}

type Dependencies = Pick<AccountsDependencies, 'database' | 'clock' | 'logger' | 'doubts'> & {
  readonly messages: AccountMessages;
  readonly addressProven: TransactionEvent<string>;
  readonly accessEnded: TransactionEvent<AccessEnd>;
  readonly passwords: Passwords;
  readonly guessable: GuessablePasswords;
  readonly sessions: Sessions;
  readonly apiKeys: Pick<ApiKeys, 'revokeAll'>;
  readonly attempts: Attempts;
  readonly oneTimeTokens: OneTimeTokens;
};

export function createRecovery(dependencies: Dependencies): Recovery {
  const {
    database,
    clock,
    logger,
    doubts,
    messages,
    addressProven,
    accessEnded,
    passwords,
    guessable,
    sessions,
    apiKeys,
    attempts,
    oneTimeTokens,
  } = dependencies;

  /** Tells how many keys have ended. */
  async function endAllAccess(tx: Tx, userId: string, because: AccessEnd['because']): Promise<number> {
    await sessions.endAll(tx, userId);
    const keysEnded = await apiKeys.revokeAll(tx, userId);
    await accessEnded.emit(tx, { userId, because });
    return keysEnded;
  }

  /** Whether nobody had proved it before. */
  async function takeAsProven(tx: Tx, userId: string): Promise<boolean> {
    const isFirst = await markEmailVerified(tx, userId, clock.now());
    if (isFirst) await endAllAccess(tx, userId, 'first_proof');
    const user = await selectUser(tx, userId);
    if (user !== undefined) await addressProven.emit(tx, user.email);
    return isFirst;
  }

  return {
    async requestVerification(tx, userId) {
      const user = await selectUser(tx, userId);
      if (user === undefined) return;
      if (user.email_verified && !(await doubts.isInDoubt(tx, user.email))) return;
      const issued = await oneTimeTokens.issue(tx, userId, 'email_verification');
      if (issued === undefined) return;
      await messages.verification(tx, { userId, name: nameAt(user), email: user.email, ...issued });
    },

    async verifyEmail(tx, token) {
      const userId = await oneTimeTokens.consume(tx, token, 'email_verification');
      if (userId === undefined) throw new ApplicationError('token_invalid');
      const isFirst = await takeAsProven(tx, userId);
      await oneTimeTokens.withdraw(tx, userId, ['email_verification']);
      logger.info({ event: 'email_verified', user_id: userId }, 'e-mail address verified');
      return { userId, isFirst };
    },

    async requestPasswordReset(tx, email) {
      const user = await selectUserByEmail(tx, email);
      if (user === undefined || user.disabled_at !== null) return;
      const issued = await oneTimeTokens.issue(tx, user.id, 'password_reset');
      if (issued === undefined) return;
      await messages.passwordReset(tx, { userId: user.id, name: nameAt(user), email, ...issued });
      logger.info({ event: 'password_reset_requested', user_id: user.id }, 'password reset requested');
    },

    async resetPassword(token, password, device = unknownDevice) {
      // A token that cannot work is refused before it costs a hash; the transaction asks again.
      const owner = await attempts.guard({ device }, async () => {
        const userId = await oneTimeTokens.ownerOf(database.query, token, 'password_reset');
        if (userId === undefined) throw new ApplicationError('token_invalid');
        return userId;
      });
      const person = await selectUser(database.query, owner);
      if (person !== undefined) await guessable.refuse(password, person);
      const passwordHash = await passwords.hash(password);
      await database.transaction(async (tx) => {
        const userId = await oneTimeTokens.consume(tx, token, 'password_reset');
        if (userId === undefined) throw new ApplicationError('token_invalid');
        await updatePassword(tx, userId, passwordHash, clock.now());
        await takeAsProven(tx, userId);
        await oneTimeTokens.withdraw(tx, userId, ['password_reset', 'email_verification']);
        const keysEnded = await endAllAccess(tx, userId, 'password_reset');
        if (device !== unknownDevice) await sessions.devices.note(tx, userId, device);
        await attempts.forgive(tx, userId);
        const event = 'password_changed';
        await messages.securityAlert(tx, { userId, event, at: clock.now(), device, keysEnded });
      });
      logger.info({ event: 'password_reset', user_id: owner }, 'password reset, all sessions ended');
    },
  };
}

/** None at an address that nobody has confirmed: whoever signed up with it would have us mail free text to strangers. */
const nameAt = ({ name, email_verified }: { readonly name: string; readonly email_verified: boolean }) =>
  email_verified ? name : '';
