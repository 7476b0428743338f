import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A service that is away for days leaves thousands of entries for one delivery. */
const mostEntries = 200;

/** The deliveries of these notifications, as they are stored, with what happened to them. */
export async function exportDeliveries(
  tx: Tx,
  notificationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const { rows } = await sql<{ notification_id: string; deliveries: unknown[] }>`
    select notification_id, jsonb_agg(to_jsonb(delivery) || jsonb_build_object('log', (
      select coalesce(jsonb_agg(to_jsonb(entry) order by entry.id), '[]') from (
        select * from delivery_log where delivery_log.delivery_id = delivery.id
        order by delivery_log.id desc limit ${mostEntries}
      ) as entry
    ))) as deliveries
    from deliveries as delivery
    where notification_id = any(${notificationIds}::uuid[])
    group by notification_id`.execute(tx);
  return new Map(rows.map(({ notification_id, deliveries }) => [notification_id, deliveries]));
}
