import type { Channel, DeliveryStatus } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** What became of deliveries, by channel. */
export interface DeliveryOutcome {
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly reason: string;
  readonly count: number;
}

/** What became of all deliveries of a broadcast. The second condition is that of the index that serves it. */
export async function countDeliveryOutcomes(tx: Tx, broadcastKey: string): Promise<DeliveryOutcome[]> {
  const { rows } = await sql<DeliveryOutcome>`
    select deliveries.channel, deliveries.status, deliveries.reason, count(*) as count
    from notification_origins as origin join deliveries on deliveries.notification_id = origin.id
    where origin.dedupe_key = ${broadcastKey} and origin.dedupe_key like 'broadcast:%'
    group by 1, 2, 3 order by 1, 4 desc, 2, 3`.execute(tx);
  return rows;
}
