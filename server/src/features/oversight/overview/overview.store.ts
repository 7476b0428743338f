import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** Accounts by role. */
export async function countPeople(tx: Tx) {
  return tx
    .selectFrom('users')
    .select(['role', (count) => count.fn.countAll<number>().as('count')])
    .groupBy('role')
    .execute();
}

/** Jobs by status. */
export async function countJobs(tx: Tx) {
  return tx
    .selectFrom('jobs')
    .select(['status', (count) => count.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
}

/** Deliveries by channel and status. */
export async function countDeliveries(tx: Tx) {
  return tx
    .selectFrom('deliveries')
    .select(['channel', 'status', (count) => count.fn.countAll<number>().as('count')])
    .groupBy(['channel', 'status'])
    .orderBy('channel')
    .orderBy('status')
    .execute();
}

/** All applications and all notifications, and the jobs that wait for the matching. */
export async function countRows(
  tx: Tx,
): Promise<{ applications: number; notifications: number; unmatched: number }> {
  const { rows } = await sql<{ applications: number; notifications: number; unmatched: number }>`
    select (select count(*) from applications) as applications,
      (select count(*) from notifications) as notifications,
      (select count(*) from jobs where matched_at is null and status = 'open') as unmatched`.execute(tx);
  return rows[0] ?? { applications: 0, notifications: 0, unmatched: 0 };
}
