import { kinds } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import type { LivePush } from '../live-push.ts';
import { lockInboxes } from '../notifications.store.ts';
import type { Weight } from './entry-state.ts';
import { moveNumbersOfMany, type NumbersChange } from './inbox.store.ts';
import {
  empty,
  findAged,
  findDeleted,
  findDue,
  lockPruneCursor,
  type Owned,
  remove,
  savePruneCursor,
  wake,
} from './upkeep.store.ts';

/** So much is done in one transaction, which holds as many inboxes at most. */
const batch = 500;
/** What pruning looks at in one run; the next one goes on behind it. */
const slicesPerRun = 40;
/** How long what was deleted can be put back, in milliseconds. */
const undoTime = 10 * 60_000;

const dayLength = 86_400_000;
const shortestKept = Math.min(...Object.values(kinds).map(({ keptForDays }) => keptForDays)) * dayLength;

/**
 * What has to happen in inboxes without anybody asking. Everything is done in transactions of a bounded size that leave
 * a consistent inbox each: whatever is interrupted is found by the next run.
 */
export interface Upkeep {
  /** Brings back what was snoozed until now, unread and in the place of that moment. @returns how many */
  wakeSnoozed(): Promise<number>;
  /**
   * Takes the contents of what was deleted longer ago than it can be put back. Its key stays, so that the same event
   * does not tell the person again, and so do its deliveries, which count for the caps of the day. @returns how many
   */
  emptyDeleted(): Promise<number>;
  /** Deletes what is older than its kind is kept and is not pinned, a part of the table in each run. @returns how many */
  prune(): Promise<number>;
}

export function createUpkeep(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly livePush: LivePush;
}): Upkeep {
  const { database, clock, livePush } = dependencies;

  async function settle(tx: Tx, changes: readonly ({ user_id: string } & Weight)[]): Promise<void> {
    if (changes.length === 0) return;
    const people = new Map<string, NumbersChange>();
    for (const { user_id, unread, unseen } of changes) {
      const sum = people.get(user_id) ?? { unread: 0, unseen: 0 };
      people.set(user_id, { unread: sum.unread + unread, unseen: sum.unseen + unseen, revision: 1 });
    }
    await moveNumbersOfMany(tx, people, clock.now());
    database.afterCommit(() => {
      for (const userId of people.keys()) livePush.inboxChanged(userId);
    });
  }

  /** Does the work for a batch of notifications, whose inboxes are locked, until there are no more. */
  async function inBatches(
    find: (tx: Tx) => Promise<Owned[]>,
    work: (tx: Tx, ids: readonly string[]) => Promise<void>,
  ): Promise<number> {
    let done = 0;
    for (let more = true; more; ) {
      const count = await database.transaction(async (tx) => {
        const found = await find(tx);
        if (found.length === 0) return 0;
        await lockInboxes(tx, [...new Set(found.map((row) => row.user_id))], clock.now());
        await work(
          tx,
          found.map(({ id }) => id),
        );
        return found.length;
      });
      done += count;
      more = count === batch;
    }
    return done;
  }

  function pruneSlice(now: Date): Promise<{ removed: number; more: boolean }> {
    return database.transaction(async (tx) => {
      const after = await lockPruneCursor(tx, firstKey);
      const before = keyAt(now.getTime() - shortestKept);
      const slice = await findAged(tx, { after, before }, batch);
      const due = slice.filter(
        ({ kind, created_at, pinned_at }) =>
          pinned_at === null && created_at.getTime() + kinds[kind].keptForDays * dayLength <= now.getTime(),
      );
      if (due.length > 0) await lockInboxes(tx, [...new Set(due.map((row) => row.user_id))], now);
      const removed =
        due.length === 0
          ? []
          : await remove(
              tx,
              due.map(({ id }) => id),
            );
      await settle(
        tx,
        removed.map(({ user_id, unread, unseen }) => ({ user_id, unread: -unread, unseen: -unseen })),
      );
      const more = slice.length === batch;
      await savePruneCursor(tx, more ? (slice.at(-1)?.id ?? firstKey) : firstKey);
      return { removed: removed.length, more };
    });
  }

  return {
    wakeSnoozed: () =>
      inBatches(
        (tx) => findDue(tx, clock.now(), batch),
        async (tx, ids) => {
          const people = await wake(tx, ids, clock.now());
          await settle(
            tx,
            people.map((user_id) => ({ user_id, unread: 1, unseen: 1 })),
          );
        },
      ),

    async emptyDeleted() {
      const until = new Date(clock.now().getTime() - undoTime);
      return inBatches(
        (tx) => findDeleted(tx, until, batch),
        (tx, ids) => empty(tx, ids, until),
      );
    },

    async prune() {
      let total = 0;
      for (let slice = 0; slice < slicesPerRun; slice += 1) {
        const { removed, more } = await pruneSlice(clock.now());
        total += removed;
        if (!more) break;
      }
      return total;
    },
  };
}

/** Keys are UUIDv7, so time bounds them. */
const firstKey = '00000000-0000-0000-0000-000000000000';

/** The first key of a moment, in milliseconds since 1970. */
function keyAt(moment: number): string {
  const digits = Math.max(0, moment).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}
