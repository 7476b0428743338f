import type {
  ChangedNotification,
  InboxChange,
  InboxChanges,
  InboxTabs,
  Notification,
  NotificationCounts,
  NotificationListQuery,
  WithheldNotification,
} from '@rolecall/contract';
import type { Tx } from '../../../../platform/db/index.ts';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import type { Reasons } from '../../routing/index.ts';
import type { Texts } from '../../texts/index.ts';
import { toWireNotification } from '../wire.ts';
import { type ChangeDependencies, createChanges, noNumbers } from './changes.ts';
import { findHeads } from './inbox.store.ts';
import { findOne, type KindNumbers, type PageAt } from './lists.store.ts';
import { type CountedPage, createLists, type Page } from './lists.ts';
import { readersOf } from './streams.ts';

/** One person's inbox. Whatever belongs to somebody else does not exist here. */
export interface Inbox {
  /** What is new, or came back from a snooze, first. */
  list(tx: Tx, userId: string, query: NotificationListQuery): Promise<Page<Notification>>;
  /** What the person's settings kept out, the newest first. */
  listWithheld(
    tx: Tx,
    userId: string,
    query: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<Page<WithheldNotification>>;
  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, userId: string, id: string): Promise<Notification>;
  /** One look-up, however much there is. */
  counts(tx: Tx, userId: string): Promise<NotificationCounts>;
  /** Some categories by offset, for programs that cannot follow a cursor. */
  pageAt(tx: Tx, userId: string, page: PageAt): Promise<CountedPage>;
  /** How much there is of each kind, and how much of it has been read. */
  kindNumbers(tx: Tx, userId: string): Promise<readonly KindNumbers[]>;
  /** Rough numbers, at a bounded cost. */
  tabs(tx: Tx, userId: string): Promise<InboxTabs>;
  /**
   * Changes some, or what a filter lists. Doing it twice is fine. Reading, archiving and deleting call off what is still
   * to be sent by other channels; seeing calls off what only waits in case it is not seen.
   *
   * @throws {ApplicationError} `invalid_request` for a snooze that ends in the past or too far ahead
   */
  change(tx: Tx, userId: string, change: InboxChange): Promise<InboxChanges>;
  /** Puts back what a change has answered. What has been deleted for good, or is somebody else's, is left out. */
  restore(tx: Tx, userId: string, items: readonly ChangedNotification[]): Promise<InboxChanges>;
  /**
   * Marks one as read or unread.
   * @throws {ApplicationError} `not_found`
   */
  mark(tx: Tx, userId: string, id: string, read: boolean): Promise<NotificationCounts>;
  /** Marks everything up to a seq as read, or all that there is. */
  markAll(tx: Tx, userId: string, upToSeq?: number | undefined): Promise<NotificationCounts>;
  /** Marks the one with this seq as read, as a socket acknowledges it. An unknown seq changes nothing. */
  markSeq(tx: Tx, userId: string, seq: number): Promise<NotificationCounts>;
}

export interface InboxDependencies extends ChangeDependencies {
  readonly recipients: Recipients;
  readonly texts: Texts;
  readonly reasons: Reasons;
}

export function createInbox(dependencies: InboxDependencies): Inbox {
  const { recipients, texts, reasons } = dependencies;
  const { apply, change, restore, markAll } = createChanges(dependencies);

  return {
    ...createLists({ recipients, texts, reasons }),
    ...{ change, restore, markAll },

    async read(tx, userId, id) {
      const row = await findOne(tx, userId, id);
      if (row === undefined) throw new ApplicationError('not_found');
      return toWireNotification(texts, row, (await readersOf(tx, recipients, [row]))(userId));
    },

    async counts(tx, userId) {
      const [row] = await findHeads(tx, [userId]);
      if (row === undefined) return noNumbers;
      const { unread, unseen, head, revision } = row;
      return { unread, unseen, head, revision };
    },

    async mark(tx, userId, id, read) {
      if ((await findOne(tx, userId, id)) === undefined) throw new ApplicationError('not_found');
      return (await apply(tx, userId, { ids: [id] }, { name: read ? 'read' : 'unread' })).counts;
    },

    markSeq: async (tx, userId, seq) => (await apply(tx, userId, { seq }, { name: 'read' })).counts,
  };
}
