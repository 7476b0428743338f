import type { Category, Notification, NotificationCounts } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage } from '../../../platform/http/index.ts';
import { type LivePush, type Recipients, toWireNotification } from '../notifications/index.ts';
import type { Texts } from '../texts/index.ts';
import { addUnread, findHeads, findOne, findPage, lockInbox, setAllRead, setRead } from './inbox.store.ts';
import { readersOf } from './streams.ts';

export interface InboxQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly state: 'all' | 'unread';
  readonly category?: Category | undefined;
}

/** One person's inbox. Whatever belongs to somebody else does not exist here (`not_found`). */
export interface Inbox {
  /** The newest first. */
  list(
    tx: Tx,
    userId: string,
    query: InboxQuery,
  ): Promise<{ items: Notification[]; next_cursor: string | null }>;
  read(tx: Tx, userId: string, id: string): Promise<Notification>;
  counts(tx: Tx, userId: string): Promise<NotificationCounts>;
  /**
   * Marks one as read or unread; doing it twice is fine. Reading it cancels what is still to be sent by other
   * channels.
   */
  mark(tx: Tx, userId: string, id: string, read: boolean): Promise<NotificationCounts>;
  /** Marks everything up to a seq as read, or all that there is. */
  markAll(tx: Tx, userId: string, upToSeq?: number | undefined): Promise<NotificationCounts>;
  /** Marks the one with this seq as read, as a socket acknowledges it. An unknown seq changes nothing. */
  markSeq(tx: Tx, userId: string, seq: number): Promise<NotificationCounts>;
}

export interface InboxDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly recipients: Recipients;
  readonly texts: Texts;
  readonly livePush: LivePush;
  /** Takes back what waits to be sent of these notifications. */
  readonly cancelDeliveries: (
    tx: Tx,
    notificationIds: readonly string[],
    reason: 'already_read' | 'seen_in_inbox' | 'removed_from_inbox',
  ) => Promise<void>;
}

const empty: NotificationCounts = { unread: 0, unseen: 0, head: 0 };

export function createInbox(dependencies: InboxDependencies): Inbox {
  const { database, clock, recipients, texts, livePush, cancelDeliveries } = dependencies;

  /** Runs a change of read states under the lock of the inbox, so that the count follows it exactly. */
  async function change(
    tx: Tx,
    userId: string,
    read: boolean,
    apply: (counts: NotificationCounts) => Promise<readonly string[]>,
  ): Promise<NotificationCounts> {
    const before = await lockInbox(tx, userId);
    if (before === undefined) return empty;
    const changed = await apply(before);
    if (changed.length === 0) return before;
    if (read) await cancelDeliveries(tx, changed, 'already_read');
    const counts = await addUnread(tx, userId, read ? -changed.length : changed.length, clock.now());
    database.afterCommit(() => livePush.inboxChanged(userId));
    return counts;
  }

  return {
    async list(tx, userId, { limit, cursor, state, category }) {
      const rows = await findPage(
        tx,
        userId,
        { unreadOnly: state === 'unread', category },
        cursor === undefined ? null : seqOfCursor(cursor),
        limit + 1,
      );
      const readers = await readersOf(tx, recipients, rows.slice(0, 1));
      return toPage(
        rows,
        limit,
        (row) => toWireNotification(texts, row, readers(userId)),
        (row) => [String(row.seq)],
      );
    },

    async read(tx, userId, id) {
      const row = await findOne(tx, userId, id);
      if (row === undefined) throw new ApplicationError('not_found');
      return toWireNotification(texts, row, (await readersOf(tx, recipients, [row]))(userId));
    },

    async counts(tx, userId) {
      const [row] = await findHeads(tx, [userId]);
      return row === undefined ? empty : { unread: row.unread, unseen: row.unseen, head: row.head };
    },

    async mark(tx, userId, id, read) {
      if ((await findOne(tx, userId, id)) === undefined) throw new ApplicationError('not_found');
      return change(tx, userId, read, () => setRead(tx, userId, { id }, read ? clock.now() : null));
    },

    markAll: (tx, userId, upToSeq) =>
      change(tx, userId, true, ({ head }) => setAllRead(tx, userId, upToSeq ?? head, clock.now())),

    markSeq: (tx, userId, seq) => change(tx, userId, true, () => setRead(tx, userId, { seq }, clock.now())),
  };
}

function seqOfCursor(cursor: string): number {
  const [seq] = decodeCursor(cursor, 1);
  if (seq === undefined || !/^\d{1,15}$/.test(seq)) throw new ApplicationError('invalid_cursor');
  return Number(seq);
}
