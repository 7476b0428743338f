import {
  type ChangedNotification,
  type InboxChange,
  type InboxChanges,
  type Kind,
  mostChanged,
  mostChangedIds,
  type NotificationCounts,
} from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { LivePush } from '../live-push.ts';
import {
  findStates,
  findStatesToRestore,
  type Selection,
  type StateRow,
  setAllRead,
  writeStates,
} from './changes.store.ts';
import {
  applyChange,
  type Change,
  differenceOf,
  type EntryState,
  restoreState,
  weightOf,
} from './entry-state.ts';
import { lockInbox, moveNumbers, type NumbersChange } from './inbox.store.ts';

/** Why what waits to be sent of a notification is taken back. */
export type CancelReason = 'already_read' | 'seen_in_inbox' | 'removed_from_inbox';

export interface ChangeDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly livePush: LivePush;
  /**
   * Takes back what waits to be sent of these notifications; for `seen_in_inbox` only what waits because the person may
   * see it in the inbox.
   */
  readonly cancelDeliveries: (
    tx: Tx,
    notifications: readonly { readonly id: string; readonly kind: Kind }[],
    reason: CancelReason,
  ) => Promise<void>;
}

/** The numbers of an inbox that nobody has written to. */
export const noNumbers: NotificationCounts = { unread: 0, unseen: 0, head: 0, revision: 0 };

/** In milliseconds. */
const longestSnooze = 366 * 86_400_000;

/** What a change means for what waits to be sent; what is not here leaves it alone. */
const cancels: Partial<Record<Change['name'], CancelReason>> = {
  read: 'already_read',
  seen: 'seen_in_inbox',
  // Who puts it off has seen it.
  snooze: 'seen_in_inbox',
  archive: 'removed_from_inbox',
  delete: 'removed_from_inbox',
};

/**
 * Changes of what is in an inbox. Each runs under the lock of the inbox and moves its numbers by the difference that it
 * has made, so that they are exact whatever happens at the same time.
 */
export function createChanges({ database, clock, livePush, cancelDeliveries }: ChangeDependencies) {
  /** Writes the states that follow from these rows, with all that belongs to it. */
  async function write(
    tx: Tx,
    userId: string,
    before: NotificationCounts,
    rows: readonly StateRow[],
    by: { readonly next: (row: StateRow) => EntryState; readonly name: Change['name'] | 'restore' },
  ): Promise<{ changed: ChangedNotification[]; counts: NotificationCounts }> {
    const changed: ChangedNotification[] = [];
    const states: StateRow[] = [];
    let [unread, unseen] = [0, 0];
    for (const row of rows) {
      const next = { ...by.next(row), id: row.id, kind: row.kind };
      const was = differenceOf(row, next);
      if (was === null) continue;
      changed.push({ id: row.id, was });
      states.push(next);
      unread += weightOf(next).unread - weightOf(row).unread;
      unseen += weightOf(next).unseen - weightOf(row).unseen;
    }
    if (states.length === 0) return { changed, counts: before };
    await writeStates(tx, states);
    const reason = by.name === 'restore' ? undefined : cancels[by.name];
    if (reason !== undefined) await cancelDeliveries(tx, states, reason);
    // That something was seen shows on other devices by its count alone.
    return {
      changed,
      counts: await move(tx, userId, { unread, unseen, revision: by.name === 'seen' ? 0 : 1 }),
    };
  }

  async function move(tx: Tx, userId: string, change: NumbersChange): Promise<NotificationCounts> {
    const counts = await moveNumbers(tx, userId, change, clock.now());
    database.afterCommit(() => livePush.inboxChanged(userId));
    return counts;
  }

  async function apply(
    tx: Tx,
    userId: string,
    selection: Selection,
    change: Change,
    limit = mostChangedIds,
  ): Promise<InboxChanges> {
    const before = await lockInbox(tx, userId);
    if (before === undefined) return { changed: [], more: false, counts: noNumbers };
    const now = clock.now();
    const found = await findStates(tx, userId, selection, change, limit + 1);
    const rows = found.slice(0, limit);
    const next = (row: StateRow) => applyChange(row, change, now);
    const done = await write(tx, userId, before, rows, { next, name: change.name });
    return { ...done, more: found.length > limit };
  }

  return {
    apply,

    /** @throws {ApplicationError} `invalid_request` for a snooze that ends in the past or too far ahead */
    change(tx: Tx, userId: string, { change: name, until, ids, filter, up_to_seq: upToSeq }: InboxChange) {
      const change: Change = name === 'snooze' ? { name, until: checkedEnd(until, clock.now()) } : { name };
      if (ids !== undefined) return apply(tx, userId, { ids }, change);
      if (filter === undefined || upToSeq === undefined) throw new ApplicationError('invalid_request');
      return apply(tx, userId, { filter, upToSeq }, change, mostChanged);
    },

    async restore(tx: Tx, userId: string, items: readonly ChangedNotification[]): Promise<InboxChanges> {
      const before = await lockInbox(tx, userId);
      if (before === undefined) return { changed: [], more: false, counts: noNumbers };
      const told = new Map(items.map(({ id, was }) => [id, was]));
      const rows = await findStatesToRestore(tx, userId, [...told.keys()]);
      const next = (row: StateRow) => restoreState(row, told.get(row.id) ?? {});
      return { ...(await write(tx, userId, before, rows, { next, name: 'restore' })), more: false };
    },

    /** Marks everything up to a seq as read, or all that there is. */
    async markAll(tx: Tx, userId: string, upToSeq?: number | undefined): Promise<NotificationCounts> {
      const before = await lockInbox(tx, userId);
      if (before === undefined) return noNumbers;
      const changed = await setAllRead(tx, userId, upToSeq ?? before.head, clock.now());
      if (changed.length === 0) return before;
      await cancelDeliveries(tx, changed, 'already_read');
      const unseen = changed.reduce((sum, row) => sum + row.unseen, 0);
      return move(tx, userId, { unread: -changed.length, unseen: -unseen, revision: 1 });
    },
  };
}

function checkedEnd(until: string | undefined, now: Date): Date {
  const end = new Date(until ?? Number.NaN);
  const ahead = end.getTime() - now.getTime();
  if (ahead > 0 && ahead <= longestSnooze) return end;
  throw new ApplicationError('invalid_request', {
    detail: 'A snooze ends in the future, at most a year ahead.',
  });
}
