import type { DeliveryChannel, DigestFrequency } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface WindowRow {
  readonly id: string;
  readonly user_id: string;
  readonly channel: DeliveryChannel;
  readonly frequency: DigestFrequency;
  readonly closes_at: Date;
}

export async function findOpen(tx: Tx, userIds: readonly string[]): Promise<WindowRow[]> {
  return tx
    .selectFrom('digests')
    .select(['id', 'user_id', 'channel', 'frequency', 'closes_at'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .where('status', '=', 'open')
    .execute();
}

export async function insertWindows(tx: Tx, windows: readonly WindowRow[], now: Date): Promise<void> {
  await sql`
    insert into digests (id, user_id, channel, frequency, opened_at, closes_at, status)
    select id, user_id, channel, frequency, ${now}, closes_at, 'open'
    from json_to_recordset(${JSON.stringify(windows)}::json)
      as opened (id uuid, user_id uuid, channel text, frequency text, closes_at timestamptz)`.execute(tx);
}

/** Lets windows end at another time. @returns those that were still open */
export async function setClosing(
  tx: Tx,
  windows: readonly Pick<WindowRow, 'id' | 'closes_at'>[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update digests set closes_at = given.closes_at
    from json_to_recordset(${JSON.stringify(windows)}::json) as given (id uuid, closes_at timestamptz)
    where digests.id = given.id and digests.status = 'open'
    returning digests.id`.execute(tx);
  return rows.map(({ id }) => id);
}
