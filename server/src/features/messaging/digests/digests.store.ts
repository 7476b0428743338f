import type { DeliveryChannel, DeliveryStatus, DigestFrequency } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ReasonCode } from '../routing/index.ts';
import type { CollectedDelivery } from './second-look.ts';

export interface DigestRow {
  readonly id: string;
  readonly user_id: string;
  readonly channel: DeliveryChannel;
  readonly frequency: DigestFrequency;
  readonly opened_at: Date;
  readonly closes_at: Date;
}

const rowColumns = ['id', 'user_id', 'channel', 'frequency', 'opened_at', 'closes_at'] as const;

export interface DueWindow {
  readonly id: string;
  readonly user_id: string;
  /** How much it has collected. */
  readonly size: number;
}

/** Open windows whose time has come, those that have waited longest first. Nothing is locked. */
export async function findDue(
  tx: Tx,
  now: Date,
  without: readonly string[],
  limit: number,
): Promise<DueWindow[]> {
  const { rows } = await sql<DueWindow>`
    select due.id, due.user_id, (
      select count(*)::integer from deliveries
      where deliveries.digest_id = due.id and deliveries.status = 'folded' and deliveries.finished_at is null
    ) as size
    from (
      select id, user_id, closes_at from digests
      where status = 'open' and closes_at <= ${now} and id <> all(${without}::uuid[])
      order by closes_at, id limit ${limit}
    ) as due
    order by due.closes_at, due.id`.execute(tx);
  return rows;
}

/** Those of the windows that are still to be closed, for the rest of the transaction; their inboxes have to be locked. */
export async function lockDue(tx: Tx, ids: readonly string[], now: Date): Promise<DigestRow[]> {
  return tx
    .selectFrom('digests')
    .select(rowColumns)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('status', '=', 'open')
    .where('closes_at', '<=', now)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** When the next of the open windows ends that end after this moment; null: there is none. */
export async function findNextClosing(tx: Tx, after: Date): Promise<Date | null> {
  const row = await tx
    .selectFrom('digests')
    .select('closes_at')
    .where('status', '=', 'open')
    .where('closes_at', '>', after)
    .orderBy('closes_at')
    .limit(1)
    .executeTakeFirst();
  return row?.closes_at ?? null;
}

export async function findOpenOf(
  tx: Tx,
  userId: string,
  channel: DeliveryChannel,
  frequency: DigestFrequency,
): Promise<DigestRow | undefined> {
  return tx
    .selectFrom('digests')
    .select(rowColumns)
    .where('user_id', '=', userId)
    .where('channel', '=', channel)
    .where('frequency', '=', frequency)
    .where('status', '=', 'open')
    .executeTakeFirst();
}

/** What these windows have collected and nobody has taken back. */
export function findCollected(tx: Tx, digestIds: readonly string[]): Promise<CollectedDelivery[]> {
  return selectCollected(tx, digestIds, sql`deliveries.finished_at is null`);
}

/** What went into these digests when they were closed, and has not left them since. */
export function findIncluded(tx: Tx, digestIds: readonly string[]): Promise<CollectedDelivery[]> {
  return selectCollected(tx, digestIds, sql`deliveries.finished_at is not null`);
}

async function selectCollected(
  tx: Tx,
  digestIds: readonly string[],
  which: RawBuilder<unknown>,
): Promise<CollectedDelivery[]> {
  const { rows } = await sql<CollectedDelivery>`
    select deliveries.id, deliveries.digest_id, deliveries.channel, deliveries.rank,
      notifications.id as notification_id, notifications.user_id, notifications.kind, notifications.payload,
      notifications.subject, notifications.created_at, notifications.read_at, notifications.expires_at,
      (notifications.archived_at is not null or notifications.deleted_at is not null) as is_removed,
      notifications.seq is not null as in_inbox
    from deliveries join notifications on notifications.id = deliveries.notification_id
    where deliveries.digest_id = any(${digestIds}::uuid[]) and deliveries.status = 'folded' and ${which}
    order by deliveries.id`.execute(tx);
  return rows;
}

/** The last digest before a window, of the same person, channel and frequency. */
export interface PreviousDigest {
  readonly digest_id: string;
  /** When the last window was closed, whether or not anything was sent. */
  readonly ended_at: Date;
  /** Of the last one that was sent; null: there is none, or it is deleted. */
  readonly payload: unknown;
}

/** What came before these windows, by their ids; the first of its kind has nothing before it. */
export async function findPrevious(
  tx: Tx,
  windows: readonly DigestRow[],
): Promise<ReadonlyMap<string, PreviousDigest>> {
  const { rows } = await sql<PreviousDigest>`
    select closing.id as digest_id, ended.finished_at as ended_at, sent.payload
    from json_to_recordset(${JSON.stringify(windows)}::json)
      as closing (id uuid, user_id uuid, channel text, frequency text)
    cross join lateral (
      select finished_at from digests
      where user_id = closing.user_id and channel = closing.channel and frequency = closing.frequency
        and status <> 'open'
      order by closes_at desc limit 1
    ) as ended
    left join lateral (
      select notification_id from digests
      where user_id = closing.user_id and channel = closing.channel and frequency = closing.frequency
        and status = 'sent'
      order by closes_at desc limit 1
    ) as last on true
    left join notifications as sent on sent.id = last.notification_id`.execute(tx);
  return new Map(rows.map((row) => [row.digest_id, row]));
}

/** What became of a window. */
export interface ClosedWindow {
  readonly id: string;
  readonly status: 'sent' | 'empty';
  readonly notification_id: string | null;
}

export async function finishWindows(tx: Tx, closed: readonly ClosedWindow[], now: Date): Promise<void> {
  if (closed.length === 0) return;
  await sql`
    update digests set status = closed.status, notification_id = closed.notification_id, finished_at = ${now}
    from json_to_recordset(${JSON.stringify(closed)}::json)
      as closed (id uuid, status text, notification_id uuid)
    where digests.id = closed.id and digests.status = 'open'`.execute(tx);
}

/** A window that goes on collecting, because its person wants no message now. */
export interface PostponedWindow {
  readonly id: string;
  readonly reason: ReasonCode;
  readonly closes_at: Date;
}

/** Lets windows end later, with all that waits in them and its story. */
export async function postponeWindows(
  tx: Tx,
  postponed: readonly PostponedWindow[],
  now: Date,
): Promise<void> {
  if (postponed.length === 0) return;
  await sql`
    with postponed as (
      select * from json_to_recordset(${JSON.stringify(postponed)}::json)
        as postponed (id uuid, reason text, closes_at timestamptz)
    ), moved as (
      update digests set closes_at = postponed.closes_at
      from postponed where digests.id = postponed.id and digests.status = 'open'
      returning digests.id, postponed.reason, postponed.closes_at
    ), waiting as (
      update deliveries set due_at = moved.closes_at
      from moved
      where deliveries.digest_id = moved.id and deliveries.status = 'folded' and deliveries.finished_at is null
      returning deliveries.id, moved.reason, moved.closes_at
    )
    insert into delivery_log (delivery_id, at, event, reason, due_at)
    select id, ${now}, 'decision', reason, closes_at from waiting`.execute(tx);
}

/** What became of something that a digest had collected. */
export interface SettledDelivery {
  readonly id: string;
  /** `folded`: it went into the digest. */
  readonly status: 'folded' | 'skipped';
  readonly reason: ReasonCode;
}

/** Records what became of what was collected, and its place in the story of each. What was taken back meanwhile stays so. */
export async function settleCollected(tx: Tx, settled: readonly SettledDelivery[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(settled)}::json)
        as given (id uuid, status text, reason text)
    ), changed as (
      update deliveries set status = given.status, reason = given.reason, due_at = ${now}, finished_at = ${now}
      from given where deliveries.id = given.id and deliveries.status = 'folded'
      returning deliveries.id, given.reason
    )
    insert into delivery_log (delivery_id, at, event, reason)
    select id, ${now}, 'decision', reason from changed`.execute(tx);
}

/** A digest that is over, with what was sent and what became of that. */
export interface PastDigest extends DigestRow {
  readonly status: 'sent' | 'empty';
  readonly finished_at: Date;
  readonly notification_id: string | null;
  readonly payload: unknown;
  readonly delivery_status: DeliveryStatus | null;
  readonly delivery_reason: string | null;
  readonly delivery_due_at: Date | null;
}

/** A person's digests that are over, the latest first, from behind a position. */
export async function findPast(
  tx: Tx,
  userId: string,
  after: { readonly closesAt: string; readonly id: string } | null,
  limit: number,
): Promise<PastDigest[]> {
  const { rows } = await sql<PastDigest>`
    select past.id, past.user_id, past.channel, past.frequency, past.opened_at, past.closes_at, past.status,
      past.finished_at, past.notification_id, notifications.payload, deliveries.status as delivery_status,
      deliveries.reason as delivery_reason, deliveries.due_at as delivery_due_at
    from (
      select * from digests
      where user_id = ${userId} and status <> 'open'
        ${after === null ? sql`` : sql`and (closes_at, id) < (${after.closesAt}::timestamptz, ${after.id}::uuid)`}
      order by closes_at desc, id desc limit ${limit}
    ) as past
    left join notifications on notifications.id = past.notification_id
    left join deliveries on deliveries.notification_id = past.notification_id
      and deliveries.channel = past.channel
    order by past.closes_at desc, past.id desc`.execute(tx);
  return rows;
}
