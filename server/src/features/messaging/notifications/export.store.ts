import type { Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A notification as it is stored. */
export interface ExportedNotification {
  readonly id: string;
  readonly created_at: string;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Those of a person, the newest first, from behind one of them. */
export async function exportNotifications(
  tx: Tx,
  userId: string,
  after: ExportedNotification | null,
  limit: number,
): Promise<ExportedNotification[]> {
  const { rows } = await sql<{ row: ExportedNotification }>`
    select to_jsonb(own) as row from notifications as own
    where own.user_id = ${userId}
      ${after === null ? sql`` : sql`and (own.created_at, own.id) < (${after.created_at}::timestamptz, ${after.id}::uuid)`}
    order by own.created_at desc, own.id desc limit ${limit}`.execute(tx);
  return rows.map(({ row }) => row);
}

/** Deletes some of a person's. @returns how many */
export async function eraseNotifications(tx: Tx, userId: string, limit: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from notifications where id in (
      select id from notifications where user_id = ${userId} limit ${limit}
    )`.execute(tx);
  return Number(numAffectedRows);
}
