import type { Channel, DeliveryStatus } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface ListedDelivery {
  readonly id: string;
  readonly notification_id: string;
  readonly user_id: string;
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
    .where('status', '=', status)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(created_at, id) < (${after?.createdAt}, ${after?.id})`),
    )
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export async function findDelivery(tx: Tx, id: string): Promise<ListedDelivery | undefined> {
  return listed(tx).where('id', '=', id).executeTakeFirst();
}

/** Makes a failed delivery due again, and tells so in its timeline; false: it is not failed, or not there. */
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
    .select([
      'id',
      'notification_id',
      'user_id',
      'channel',
      'status',
      'reason',
      'attempts',
      'last_error',
      'created_at',
      'due_at',
    ]);
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
