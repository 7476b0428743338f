import type { BroadcastOutcome, Channel, DeliveryStatus } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** Names the notifications of a broadcast. The second condition is that of the index that serves it. */
const writtenBy = (dedupeKey: string): RawBuilder<boolean> =>
  sql`notifications.dedupe_key = ${dedupeKey} and notifications.dedupe_key like 'broadcast:%'`;

export async function countInboxes(tx: Tx, dedupeKey: string): Promise<BroadcastOutcome['inbox']> {
  const { rows } = await sql<BroadcastOutcome['inbox']>`
    select count(*) filter (where seq is not null) as written,
      count(*) filter (where withheld is not null) as withheld,
      count(*) filter (where seq is not null and seen_at is not null) as seen,
      count(*) filter (where seq is not null and read_at is not null) as read
    from notifications where ${writtenBy(dedupeKey)}`.execute(tx);
  return rows[0] ?? { written: 0, withheld: 0, seen: 0, read: 0 };
}

export async function countDeliveries(
  tx: Tx,
  dedupeKey: string,
): Promise<{ channel: Channel; status: DeliveryStatus; reason: string; count: number }[]> {
  const { rows } = await sql<{ channel: Channel; status: DeliveryStatus; reason: string; count: number }>`
    select deliveries.channel, deliveries.status, deliveries.reason, count(*) as count
    from notifications join deliveries on deliveries.notification_id = notifications.id
    where ${writtenBy(dedupeKey)}
    group by 1, 2, 3 order by 1, 4 desc, 2, 3`.execute(tx);
  return rows;
}
