import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { countOverflow, lockInboxes, type Notifications } from '../notifications/index.ts';
import { listDueOverflows, takeOverflows } from './overflows.store.ts';

export interface OverflowDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
}

const batch = 500;

/**
 * Tells everybody whose time has come, in one entry of the inbox, how much a cap has kept out of it. A batch is taken and
 * told in one transaction: whatever is interrupted is done by the next run, and two at once tell nobody twice.
 * @returns how many people were told
 */
export async function tellOverflows({
  database,
  clock,
  notifications,
}: OverflowDependencies): Promise<number> {
  let told = 0;
  for (;;) {
    const now = clock.now();
    const due = await listDueOverflows(database.query, now, batch);
    if (due.length === 0) return told;
    told += await database.transaction((tx) => tellBatch(tx, due, now, notifications));
    if (due.length < batch) return told;
  }
}

async function tellBatch(
  tx: Tx,
  userIds: readonly string[],
  now: Date,
  notifications: Pick<Notifications, 'notifyAll'>,
): Promise<number> {
  await lockInboxes(tx, userIds, now);
  const taken = await takeOverflows(tx, userIds, now);
  const counts = await countOverflow(tx, taken, now);
  const items = taken.flatMap(({ user_id: userId, since }) => {
    const count = counts.get(userId) ?? 0;
    const dedupeKey = `inbox_overflow:${since.toISOString()}`;
    return count === 0 ? [] : [{ kind: 'inbox_overflow' as const, userId, dedupeKey, payload: { count } }];
  });
  await notifications.notifyAll(tx, items);
  return items.length;
}
