import type { Channel, DeliveryStatus } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A delivery with what was decided first and how it stands. */
export interface DeliveryRow {
  readonly id: string;
  readonly notification_id: string;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly reason: string;
  readonly attempts: number;
  readonly due_at: Date;
  readonly planned_reason: string;
  readonly planned_due_at: Date;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  /** The digest that has collected it. */
  readonly digest_id: string | null;
}

/** The deliveries of these notifications. */
export async function findDeliveriesOf(tx: Tx, notificationIds: readonly string[]): Promise<DeliveryRow[]> {
  return tx
    .selectFrom('deliveries')
    .select([
      'id',
      'notification_id',
      'channel',
      'status',
      'reason',
      'attempts',
      'due_at',
      'planned_reason',
      'planned_due_at',
      'created_at',
      'finished_at',
      'digest_id',
    ])
    .where(sql<boolean>`notification_id = any(${notificationIds}::uuid[])`)
    .orderBy('channel')
    .execute();
}

/** What happened to a delivery after it was written. */
export interface LogEntry {
  readonly delivery_id: string;
  readonly at: Date;
  readonly event: 'decision' | 'attempt' | 'receipt';
  readonly reason: string;
  readonly due_at: Date | null;
  readonly detail: string | null;
}

/** The newest entries of each of these deliveries, in their order. */
export async function findLog(
  tx: Tx,
  deliveryIds: readonly string[],
  limitOfEach: number,
): Promise<LogEntry[]> {
  const { rows } = await sql<LogEntry>`
    select entry.delivery_id, entry.at, entry.event, entry.reason, entry.due_at, entry.detail
    from unnest(${deliveryIds}::uuid[]) as traced (id)
    cross join lateral (
      select * from delivery_log
      where delivery_log.delivery_id = traced.id
      order by delivery_log.id desc limit ${limitOfEach}
    ) as entry
    order by entry.id`.execute(tx);
  return rows;
}
