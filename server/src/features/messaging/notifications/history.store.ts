import type { Category, Kind } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A notification with all that its row remembers. */
export interface WrittenDown {
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

const columns = sql.raw(
  `id, user_id, seq, kind, category, payload, subject, dedupe_key, created_at, shown_at, seen_at, read_at,
  archived_at, pinned_at, expires_at, withheld`,
);

export async function findWrittenDown(tx: Tx, id: string): Promise<WrittenDown | undefined> {
  const { rows } = await sql<WrittenDown>`
    select ${columns} from notifications where id = ${id}`.execute(tx);
  return rows[0];
}

/** What a person was told about a subject, or would have been, the newest first. */
export async function findAbout(
  tx: Tx,
  userId: string,
  subject: string,
  limit: number,
): Promise<WrittenDown[]> {
  const { rows } = await sql<WrittenDown>`
    select ${columns} from notifications where user_id = ${userId} and subject = ${subject}
    order by created_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

/** What somebody was told about a subject. */
export interface ToldAbout {
  readonly user_id: string;
  readonly subject: string;
}

/** The newest notifications of one kind about each of these, the newest first; of each at most so many. */
export async function findToldAbout(
  tx: Tx,
  kind: Kind,
  about: readonly ToldAbout[],
  limit: number,
): Promise<(ToldAbout & Pick<WrittenDown, 'id' | 'payload' | 'seen_at' | 'read_at'>)[]> {
  if (about.length === 0) return [];
  const { rows } = await sql<ToldAbout & Pick<WrittenDown, 'id' | 'payload' | 'seen_at' | 'read_at'>>`
    select told.*
    from unnest(${about.map((one) => one.user_id)}::uuid[], ${about.map((one) => one.subject)}::text[])
      as wanted (user_id, subject)
    cross join lateral (
      select id, user_id, subject, payload, seen_at, read_at from notifications
      where notifications.user_id = wanted.user_id and notifications.subject = wanted.subject and kind = ${kind}
      order by created_at desc, id desc limit ${limit}
    ) as told`.execute(tx);
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

export interface HistoryFilter {
  readonly kind: Kind | undefined;
  readonly category: Category | undefined;
  readonly withheld: boolean | undefined;
}

/** Everything of a person, the newest first, from behind a position. */
export async function findHistory(
  tx: Tx,
  userId: string,
  { kind, category, withheld }: HistoryFilter,
  after: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
): Promise<WrittenDown[]> {
  const conditions: RawBuilder<unknown>[] = [sql`user_id = ${userId}`];
  if (kind !== undefined) conditions.push(sql`kind = ${kind}`);
  if (category !== undefined) conditions.push(sql`category = ${category}`);
  if (withheld !== undefined) conditions.push(withheld ? sql`withheld is not null` : sql`withheld is null`);
  if (after !== null) {
    conditions.push(sql`(created_at, id) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`);
  }
  const { rows } = await sql<WrittenDown>`
    select ${columns} from notifications where ${sql.join(conditions, sql` and `)}
    order by created_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}
