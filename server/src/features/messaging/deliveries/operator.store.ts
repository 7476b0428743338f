import type { Channel, DeliveryStatus, Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface ListedDelivery {
  readonly id: string;
  readonly notification_id: string;
  readonly user_id: string;
  readonly kind: Kind;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly reason: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly created_at: Date;
  readonly due_at: Date;
}

/** The newest first, from behind a position. */
export async function findByStatus(
  tx: Tx,
  status: DeliveryStatus,
  after: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
): Promise<ListedDelivery[]> {
  return listed(tx)
    .where('deliveries.status', '=', status)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(deliveries.created_at, deliveries.id) < (${after?.createdAt}, ${after?.id})`),
    )
    .orderBy('deliveries.created_at', 'desc')
    .orderBy('deliveries.id', 'desc')
    .limit(limit)
    .execute();
}

export async function findDelivery(tx: Tx, id: string): Promise<ListedDelivery | undefined> {
  return listed(tx).where('deliveries.id', '=', id).executeTakeFirst();
}

export async function findOfNotification(tx: Tx, notificationId: string) {
  return tx
    .selectFrom('deliveries')
    .select(['id', 'channel', 'status', 'reason', 'attempts', 'due_at', 'finished_at'])
    .where('notification_id', '=', notificationId)
    .orderBy('channel')
    .execute();
}

/** Makes a failed delivery due again, and tells so in its story; false: it is not failed, or not there. */
export async function requeue(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    with requeued as (
      update deliveries
      set status = 'pending', reason = 'requested_again', due_at = ${now}, attempts = 0, finished_at = null
      where id = ${id} and status = 'failed'
      returning id
    )
    insert into delivery_log (delivery_id, at, event, reason, due_at)
    select id, ${now}, 'decision', 'requested_again', ${now} from requeued
    returning delivery_id`.execute(tx);
  return rows.length > 0;
}

function listed(tx: Tx) {
  return tx
    .selectFrom('deliveries')
    .innerJoin('notifications', 'notifications.id', 'deliveries.notification_id')
    .select([
      'deliveries.id',
      'deliveries.notification_id',
      'deliveries.user_id',
      'notifications.kind',
      'deliveries.channel',
      'deliveries.status',
      'deliveries.reason',
      'deliveries.attempts',
      'deliveries.last_error',
      'deliveries.created_at',
      'deliveries.due_at',
    ]);
}
