import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type OverflowRow = Selectable<Schema['inbox_overflows']>;

/** Writes those that are new; who waits already goes on waiting. */
export async function insertOverflows(tx: Tx, rows: readonly OverflowRow[]): Promise<void> {
  await sql`
    insert into inbox_overflows (user_id, since, tell_at)
    select user_id, since, tell_at
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (user_id uuid, since timestamptz, tell_at timestamptz)
    on conflict (user_id) do nothing`.execute(tx);
}

/** Whose time has come, the longest ago first. */
export async function listDueOverflows(tx: Tx, now: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('inbox_overflows')
    .select('user_id')
    .where('tell_at', '<=', now)
    .orderBy('tell_at')
    .limit(limit)
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Takes what is due of these people, whose inboxes are locked. */
export async function takeOverflows(tx: Tx, userIds: readonly string[], now: Date): Promise<OverflowRow[]> {
  return tx
    .deleteFrom('inbox_overflows')
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .where('tell_at', '<=', now)
    .returningAll()
    .execute();
}
