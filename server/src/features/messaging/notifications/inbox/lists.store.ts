import type { Category, InboxFilter, Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import type { InboxRow } from '../wire.ts';
import { matching, ofInbox } from './filter.store.ts';
import { inboxColumns } from './inbox.store.ts';

/** After which row of the lists a page begins. */
export interface ListPosition {
  readonly shownAt: Date;
  readonly seq: number;
}

/** The newest first. `after` null: from the beginning. */
export async function findPage(
  tx: Tx,
  userId: string,
  filter: InboxFilter,
  after: ListPosition | null,
  limit: number,
): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    select ${inboxColumns} from notifications
    where ${ofInbox(userId)} and ${matching(filter)}
      ${after === null ? sql`` : sql`and (shown_at, seq) < (${after.shownAt}::timestamptz, ${after.seq}::bigint)`}
    order by shown_at desc, seq desc limit ${limit}`.execute(tx);
  return rows;
}

/** Of some categories, by offset; beside it how many there are, and how many of them are unread. */
export async function findPageAt(
  tx: Tx,
  userId: string,
  { categories, unread, limit, offset }: PageAt,
): Promise<{ readonly rows: InboxRow[]; readonly total: number; readonly unread: number }> {
  const listed = sql<boolean>`${ofInbox(userId)} and ${matching({ state: unread ? 'unread' : 'inbox' })}
    and category = any(${[...categories]}::text[])`;
  const { rows } = await sql<InboxRow>`
    select ${inboxColumns} from notifications where ${listed}
    order by shown_at desc, seq desc limit ${limit} offset ${offset}`.execute(tx);
  const counted = await sql<{ total: number; unread: number }>`
    select count(*)::integer as total, (count(*) filter (where read_at is null))::integer as unread
    from notifications where ${listed}`.execute(tx);
  const { total, unread: ofThem } = counted.rows[0] ?? { total: 0, unread: 0 };
  return { rows, total, unread: ofThem };
}

export interface PageAt {
  readonly categories: readonly Category[];
  /** Only what is unread. */
  readonly unread: boolean;
  readonly limit: number;
  readonly offset: number;
}

export interface KindNumbers {
  readonly kind: Kind;
  readonly total: number;
  readonly read: number;
}

/** How much there is of each kind, and how much of it has been read; what is archived counts too. */
export async function countKinds(tx: Tx, userId: string): Promise<KindNumbers[]> {
  const { rows } = await sql<KindNumbers>`
    select kind, count(*)::integer as total, (count(*) filter (where read_at is not null))::integer as read
    from notifications where ${ofInbox(userId)} group by kind order by kind`.execute(tx);
  return rows;
}

export async function findOne(tx: Tx, userId: string, id: string): Promise<InboxRow | undefined> {
  const { rows } = await sql<InboxRow>`
    select ${inboxColumns} from notifications where id = ${id} and ${ofInbox(userId)}`.execute(tx);
  return rows[0];
}

export interface CategoryNumbers {
  readonly category: Category;
  readonly total: number;
  readonly unread: number;
}

/** Numbers of the newest of an inbox by category. */
export async function countCategories(tx: Tx, userId: string, newest: number): Promise<CategoryNumbers[]> {
  const { rows } = await sql<CategoryNumbers>`
    select category, count(*)::integer as total, (count(*) filter (where read_at is null))::integer as unread
    from (
      select category, read_at from notifications where ${ofInbox(userId)} and ${matching({ state: 'inbox' })}
      order by shown_at desc, seq desc limit ${newest}
    ) as shown
    group by category order by category`.execute(tx);
  return rows;
}

/** How many are pinned and how many snoozed, up to a number. */
export async function countSetAside(
  tx: Tx,
  userId: string,
  most: number,
): Promise<{ readonly pinned: number; readonly snoozed: number }> {
  const count = (state: 'pinned' | 'snoozed') =>
    sql<number>`(select count(*)::integer from (
      select from notifications where ${ofInbox(userId)} and ${matching({ state })} limit ${most}
    ) as found)`;
  const { rows } = await sql<{ pinned: number; snoozed: number }>`
    select ${count('pinned')} as pinned, ${count('snoozed')} as snoozed`.execute(tx);
  return rows[0] ?? { pinned: 0, snoozed: 0 };
}

export interface WithheldRow {
  readonly id: string;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly created_at: Date;
  readonly withheld: string;
}

/** What was kept out of an inbox, the newest first. */
export async function findWithheld(
  tx: Tx,
  userId: string,
  before: { readonly createdAt: Date; readonly id: string } | null,
  limit: number,
): Promise<WithheldRow[]> {
  const { rows } = await sql<WithheldRow>`
    select id, kind, payload, created_at, withheld from notifications
    where user_id = ${userId} and withheld is not null
      ${before === null ? sql`` : sql`and (created_at, id) < (${before.createdAt}::timestamptz, ${before.id}::uuid)`}
    order by created_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}
