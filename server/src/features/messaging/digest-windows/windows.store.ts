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

export async function setClosing(tx: Tx, windows: readonly WindowRow[]): Promise<void> {
  await sql`
    update digests set closes_at = changed.closes_at
    from json_to_recordset(${JSON.stringify(windows)}::json) as changed (id uuid, closes_at timestamptz)
    where digests.id = changed.id and digests.status = 'open'`.execute(tx);
}
