import type { Category, Channel, DeliveryStatus, DigestFrequency, Kind } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A notification as its story needs it. */
export interface TracedNotification {
  readonly id: string;
  readonly user_id: string;
  readonly seq: number | null;
  readonly kind: Kind;
  readonly category: Category;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly subject: string | null;
  readonly dedupe_key: string | null;
  readonly created_at: Date;
  readonly shown_at: Date;
  readonly seen_at: Date | null;
  readonly read_at: Date | null;
  readonly archived_at: Date | null;
  readonly pinned_at: Date | null;
  readonly expires_at: Date | null;
  readonly withheld: string | null;
}

/** A delivery with the digest that has collected it. */
export interface TracedDelivery {
  readonly id: string;
  readonly notification_id: string;
  readonly channel: Channel;
  readonly status: DeliveryStatus;
  readonly reason: string;
  readonly due_at: Date;
  readonly planned_reason: string;
  readonly planned_due_at: Date;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly last_error: string | null;
  readonly digest_frequency: DigestFrequency | null;
  readonly digest_status: 'open' | 'sent' | 'empty' | null;
  readonly digest_closes_at: Date | null;
  readonly digest_notification_id: string | null;
}

/** An entry of the log of a delivery. */
export interface TracedEntry {
  readonly delivery_id: string;
  readonly at: Date;
  readonly event: 'decision' | 'attempt' | 'receipt';
  readonly reason: string;
  readonly due_at: Date | null;
  readonly detail: string | null;
}

const columns = sql.raw(
  `id, user_id, seq, kind, category, payload, subject, dedupe_key, created_at, shown_at, seen_at, read_at,
  archived_at, pinned_at, expires_at, withheld`,
);

export async function findTraced(tx: Tx, id: string): Promise<TracedNotification | undefined> {
  const { rows } = await sql<TracedNotification>`
    select ${columns} from notifications where id = ${id}`.execute(tx);
  return rows[0];
}

/** What a person was told about a subject, or would have been, the newest first. */
export async function findAbout(
  tx: Tx,
  userId: string,
  subject: string,
  limit: number,
): Promise<TracedNotification[]> {
  const { rows } = await sql<TracedNotification>`
    select ${columns} from notifications where user_id = ${userId} and subject = ${subject}
    order by created_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findUnderKey(tx: Tx, userId: string, dedupeKey: string): Promise<string | null> {
  const row = await tx
    .selectFrom('notifications')
    .select('id')
    .where('user_id', '=', userId)
    .where('dedupe_key', '=', dedupeKey)
    .executeTakeFirst();
  return row?.id ?? null;
}

export interface NotificationFilter {
  readonly kind: Kind | undefined;
  readonly category: Category | undefined;
  readonly withheld: boolean | undefined;
}

/** Everything of a person, the newest first, from behind a position. */
export async function findOfPerson(
  tx: Tx,
  userId: string,
  { kind, category, withheld }: NotificationFilter,
  after: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
): Promise<TracedNotification[]> {
  const conditions: RawBuilder<unknown>[] = [sql`user_id = ${userId}`];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (category !== undefined) conditions.push(sql`category = ${category}`);
  if (withheld !== undefined) conditions.push(withheld ? sql`withheld is not null` : sql`withheld is null`);
  if (after !== null) {
    conditions.push(sql`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`);
  }
  const { rows } = await sql<TracedNotification>`
    select ${columns} from notifications where ${sql.join(conditions, sql` and `)}
    order by created_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findDeliveries(tx: Tx, notificationIds: readonly string[]): Promise<TracedDelivery[]> {
  return tx
    .selectFrom('deliveries')
    .leftJoin('digests', 'digests.id', 'deliveries.digest_id')
    .select([
      'deliveries.id',
      'deliveries.notification_id',
      'deliveries.channel',
      'deliveries.status',
      'deliveries.reason',
      'deliveries.due_at',
      'deliveries.planned_reason',
      'deliveries.planned_due_at',
      'deliveries.created_at',
      'deliveries.finished_at',
      'deliveries.last_error',
      'digests.frequency as digest_frequency',
      'digests.status as digest_status',
      'digests.closes_at as digest_closes_at',
      'digests.notification_id as digest_notification_id',
    ])
    .where(sql<boolean>`deliveries.notification_id = any(${notificationIds}::uuid[])`)
    .orderBy('deliveries.channel')
    .execute();
}

/** The newest entries of each of these deliveries, in their order. */
export async function findLog(
  tx: Tx,
  deliveryIds: readonly string[],
  limitOfEach: number,
): Promise<TracedEntry[]> {
  const { rows } = await sql<TracedEntry>`
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

/** Notes that an operator has looked at what somebody got; `notificationId` null: at the list. */
export async function recordLook(
  tx: Tx,
  look: {
    readonly operatorId: string;
    readonly userId: string;
    readonly notificationId: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx
    .insertInto('operator_looks')
    .values({
      at: look.at,
      operator_id: look.operatorId,
      user_id: look.userId,
      notification_id: look.notificationId,
    })
    .execute();
}
