import type { DeliveryChannel, DigestFrequency } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface DigestRow {
  readonly id: string;
  readonly user_id: string;
  readonly channel: DeliveryChannel;
  readonly frequency: DigestFrequency;
  readonly opened_at: Date;
  readonly closes_at: Date;
}

const rowColumns = ['id', 'user_id', 'channel', 'frequency', 'opened_at', 'closes_at'] as const;

/** Open windows whose time has come, those that have waited longest first. Nothing is locked. */
export async function findDue(
  tx: Tx,
  now: Date,
  without: readonly string[],
  limit: number,
): Promise<Pick<DigestRow, 'id' | 'user_id'>[]> {
  const { rows } = await sql<Pick<DigestRow, 'id' | 'user_id'>>`
    select id, user_id from digests
    where status = 'open' and closes_at <= ${now} and id <> all(${without}::uuid[])
    order by closes_at, id limit ${limit}`.execute(tx);
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

/** The last digest before a window, of the same person, channel and frequency. */
export interface PreviousDigest {
  readonly digest_id: string;
  /** When the last window was closed, whether or not anything was sent. */
  readonly ended_at: Date;
  /** Of the last one that was sent; null: there is none. */
  readonly notification_id: string | null;
}

/** What came before these windows, by their ids; the first of its kind has nothing before it. */
export async function findPrevious(
  tx: Tx,
  windows: readonly DigestRow[],
): Promise<ReadonlyMap<string, PreviousDigest>> {
  const { rows } = await sql<PreviousDigest>`
    select closing.id as digest_id, ended.finished_at as ended_at, sent.notification_id
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
    ) as sent on true`.execute(tx);
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

/** A digest as those see it who wait for it. */
export type DigestState = Pick<DigestRow, 'id' | 'frequency' | 'closes_at'> & {
  readonly status: 'open' | 'sent' | 'empty';
  readonly notification_id: string | null;
};

/** How these digests stand, by their ids. */
export async function findDigests(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, DigestState>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('digests')
    .select(['id', 'frequency', 'status', 'closes_at', 'notification_id'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A digest that is over. */
export interface PastDigestRow extends DigestRow {
  readonly status: 'sent' | 'empty';
  readonly finished_at: Date;
  readonly notification_id: string | null;
}

/** A person's digests that are over, the latest first, from behind a position. */
export async function findPast(
  tx: Tx,
  userId: string,
  after: { readonly closesAt: Date; readonly id: string } | null,
  limit: number,
): Promise<PastDigestRow[]> {
  const { rows } = await sql<PastDigestRow>`
    select id, user_id, channel, frequency, opened_at, closes_at, status, finished_at, notification_id from digests
    where user_id = ${userId} and status <> 'open'
      ${after === null ? sql`` : sql`and (closes_at, id) < (${after.closesAt}::timestamptz, ${after.id}::uuid)`}
    order by closes_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}
