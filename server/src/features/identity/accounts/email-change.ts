import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { ApiKeys } from '../api-keys/index.ts';
import type { AuditActor } from '../audit/index.ts';
import { type Device, type Sessions, unknownDevice } from '../sessions/index.ts';
import { selectUserByEmail, updatePassword } from './accounts.store.ts';
import type { AccessEnd, AccountsDependencies, ChangedAddress, RequestChangeMail } from './dependencies.ts';
import {
  confirmChange,
  countSince,
  type EmailChangeRow,
  endFrom,
  endPending,
  insertChange,
  isReserved,
  lockAccount,
  selectChange,
  selectPending,
  updateEmail,
} from './email-change.store.ts';
import type { ChangeTokens } from './email-change-tokens.ts';
import type { GuessablePasswords } from './guessable-passwords.ts';
import type { AccountMessages } from './messages.ts';
import type { OneTimeTokens } from './one-time-tokens.ts';
import type { Passwords } from './passwords.ts';

/**
 * Changing the address of an account. Asked for by a person who has just proved who they are, confirmed by the same person
 * with a link that was mailed to the new address, and undone by whoever reads the old one, for a week.
 *
 * Nobody learns whether an address has an account: the answer is the same, and the mail stays away. A link needs the session
 * of its account, or somebody could give an account of theirs the address of whoever follows it. An address that was left
 * is kept free while it can be taken back.
 */
export interface EmailChange {
  /** The address has changed, by a confirmation or by an undoing; told in the transaction. */
  readonly changed: TransactionEvent<ChangedAddress>;

  /** What waits to be confirmed. */
  pending(tx: Tx, userId: string): Promise<{ email: string; expires_at: string } | null>;

  /**
   * In place of what waited before.
   * @throws {ApplicationError} `address_disposable`, `rate_limited` after five within a day
   */
  request(tx: Tx, userId: string, email: string): Promise<void>;

  cancel(tx: Tx, userId: string): Promise<void>;

  /** @throws {ApplicationError} `token_invalid`, also for the link of somebody else; `email_taken` */
  confirm(tx: Tx, viewer: Viewer, actor: AuditActor, token: string, device?: Device): Promise<void>;

  /**
   * Puts the old address back, ends all sessions and keys, and sets another password.
   * @throws {ApplicationError} `token_invalid`, `password_guessable`
   */
  undo(token: string, password: string, device?: Device): Promise<void>;
}

type Dependencies = Pick<AccountsDependencies, 'database' | 'clock' | 'logger' | 'doubts' | 'audit'> & {
  readonly messages: AccountMessages;
  readonly changed: TransactionEvent<ChangedAddress>;
  readonly addressProven: TransactionEvent<string>;
  readonly accessEnded: TransactionEvent<AccessEnd>;
  readonly passwords: Passwords;
  readonly guessable: GuessablePasswords;
  readonly sessions: Sessions;
  readonly apiKeys: Pick<ApiKeys, 'revokeAll'>;
  readonly oneTimeTokens: OneTimeTokens;
  readonly tokens: ChangeTokens;
  readonly requestMail: RequestChangeMail;
};

const day = 86_400_000;
const confirmFor = day;
const undoFor = 7 * day;
const mostInADay = 5;

export function createEmailChange(dependencies: Dependencies): EmailChange {
  const { database, clock, logger, doubts, audit, messages, changed, addressProven, accessEnded } =
    dependencies;
  const { passwords, guessable, sessions, apiKeys, oneTimeTokens, tokens, requestMail } = dependencies;

  /** Locks the account, then reads the change, which nobody else changes from then on. */
  async function lockChange(tx: Tx, id: string | null) {
    const found = id === null ? undefined : await selectChange(tx, id);
    if (found === undefined) throw new ApplicationError('token_invalid');
    const account = await lockAccount(tx, found.user_id);
    const change = await selectChange(tx, found.id);
    if (account === undefined || account.disabled_at !== null || change === undefined) {
      throw new ApplicationError('token_invalid');
    }
    return { account, change };
  }

  const canBeUndone = ({ ended_at, undo_until }: EmailChangeRow) =>
    ended_at === null && undo_until > clock.now();

  async function move(tx: Tx, userId: string, from: string, to: string, device: Device): Promise<void> {
    const now = clock.now();
    await updateEmail(tx, userId, to, now);
    // They were mailed to the address that is left.
    await oneTimeTokens.withdraw(tx, userId, ['email_verification', 'password_reset']);
    await changed.emit(tx, { userId, from, to });
    await addressProven.emit(tx, to);
    await messages.securityAlert(tx, { userId, event: 'email_changed', at: now, device });
  }

  return {
    changed,

    async pending(tx, userId) {
      const change = await selectPending(tx, userId, clock.now());
      return change === undefined
        ? null
        : { email: change.new_email, expires_at: change.expires_at.toISOString() };
    },

    async request(tx, userId, email) {
      if (doubts.isRefused(email)) throw new ApplicationError('address_disposable');
      const account = await lockAccount(tx, userId);
      if (account === undefined || account.email === email) return;
      const now = clock.now();
      if ((await countSince(tx, userId, new Date(now.getTime() - day))) >= mostInADay) {
        throw new ApplicationError('rate_limited', { extensions: { retry_after: day / 1_000 } });
      }
      await endPending(tx, userId, now);
      const id = uuidv7();
      await insertChange(tx, {
        ...{ id, user_id: userId, old_email: account.email, new_email: email },
        ...{ requested_at: now, expires_at: new Date(now.getTime() + confirmFor) },
        ...{ confirmed_at: null, ended_at: null, undo_until: new Date(now.getTime() + undoFor) },
      });
      await requestMail(tx, { change_id: id, mail: 'requested' });
      await requestMail(tx, { change_id: id, mail: 'confirm' });
      logger.info({ event: 'email_change_requested', user_id: userId }, 'change of address requested');
    },

    async cancel(tx, userId) {
      await lockAccount(tx, userId);
      await endPending(tx, userId, clock.now());
    },

    async confirm(tx, viewer, actor, token, device = unknownDevice) {
      const { account, change } = await lockChange(tx, tokens.read(token, 'confirm'));
      const { id, user_id: userId, old_email: from, new_email: to } = change;
      const now = clock.now();
      const isPending = change.confirmed_at === null && change.ended_at === null && change.expires_at > now;
      if (!isPending || userId !== viewer.userId || account.email !== from) {
        throw new ApplicationError('token_invalid');
      }
      if ((await selectUserByEmail(tx, to)) !== undefined) throw new ApplicationError('email_taken');
      await confirmChange(tx, id, now, new Date(now.getTime() + undoFor));
      await move(tx, userId, from, to, device);
      if (await isReserved(tx, to, userId, now)) throw new ApplicationError('email_taken');
      await audit.record(tx, { actor, action: 'person_email_changed', subjectId: userId });
      await requestMail(tx, { change_id: id, mail: 'confirmed' });
      logger.info({ event: 'email_changed', user_id: userId }, 'address changed');
    },

    async undo(token, password, device = unknownDevice) {
      const id = tokens.read(token, 'undo');
      // A token that cannot work is refused before it costs a hash; the transaction asks again.
      const found = id === null ? undefined : await selectChange(database.query, id);
      if (found === undefined || !canBeUndone(found)) throw new ApplicationError('token_invalid');
      await guessable.refuse(password, { name: '', email: found.old_email });
      const passwordHash = await passwords.hash(password);
      await database.transaction(async (tx) => {
        const { account, change } = await lockChange(tx, found.id);
        if (!canBeUndone(change)) throw new ApplicationError('token_invalid');
        const { user_id: userId, old_email: old } = change;
        const now = clock.now();
        await endFrom(tx, change, now);
        await updatePassword(tx, userId, passwordHash, now);
        await sessions.endAll(tx, userId);
        const keysEnded = await apiKeys.revokeAll(tx, userId);
        await accessEnded.emit(tx, { userId, because: 'change_undone' });
        if (account.email !== old) await move(tx, userId, account.email, old, device);
        await audit.record(tx, {
          ...{ actor: { type: 'person', userId, address: null }, subjectId: userId },
          action: 'person_email_restored',
        });
        const event = 'password_changed';
        await messages.securityAlert(tx, { userId, event, at: now, device, keysEnded });
      });
      logger.warn({ event: 'email_change_undone', user_id: found.user_id }, 'change of address undone');
    },
  };
}
