import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { NewDelivery } from '../notifications/index.ts';
import type { ReasonCode } from '../routing/index.ts';

/** Writes the deliveries of notifications that are written in the same transaction. */
export async function insertDeliveries(tx: Tx, deliveries: readonly NewDelivery[], now: Date): Promise<void> {
  await sql`
    insert into deliveries
      (id, notification_id, user_id, channel, status, reason, planned_reason, rank, due_at, planned_due_at,
        created_at, finished_at, digest_id)
    select id, notification_id, user_id, channel, status, reason, reason, rank, due_at, due_at, ${now},
      finished_at, digest_id
    from json_to_recordset(${JSON.stringify(deliveries)}::json) as planned (
      id uuid, notification_id uuid, user_id uuid, channel text, status text, reason text, rank smallint,
      due_at timestamptz, finished_at timestamptz, digest_id uuid
    )`.execute(tx);
}

/**
 * Takes back what still waits of these notifications, in digests too, and says why.
 *
 * @param waitingFor only what waits for one of these reasons; null: whatever waits
 */
export async function cancelWaiting(
  tx: Tx,
  notificationIds: readonly string[],
  reason: ReasonCode,
  waitingFor: readonly ReasonCode[] | null,
  now: Date,
): Promise<void> {
  await sql`
    with cancelled as (
      update deliveries set status = 'skipped', reason = ${reason}, finished_at = ${now}, digest_id = null
      where notification_id = any(${notificationIds}::uuid[])
        and (status = 'pending' or (status = 'folded' and finished_at is null))
        and ${waitingFor === null ? sql`true` : sql`reason = any(${waitingFor}::text[])`}
      returning id
    )
    insert into delivery_log (delivery_id, at, event, reason)
    select id, ${now}, 'decision', ${reason} from cancelled`.execute(tx);
}

/** Lets what waits for a person's settings be decided about anew at once. @returns whether there was something */
export async function releaseOf(
  tx: Tx,
  userId: string,
  reasons: readonly ReasonCode[],
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('deliveries')
    .set({ due_at: now })
    .where('user_id', '=', userId)
    .where('status', '=', 'pending')
    .where('due_at', '>', now)
    .where('reason', 'in', reasons)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Lets some of what is held back for a reason be decided about now. @returns how many */
export async function releaseHeld(tx: Tx, reason: ReasonCode, now: Date, limit: number): Promise<number> {
  const { rows } = await sql`
    update deliveries set due_at = ${now}
    where id in (
      select id from deliveries
      where status = 'pending' and reason = ${reason} and due_at > ${now}
      limit ${limit} for update skip locked
    )
    returning id`.execute(tx);
  return rows.length;
}
