import type { Category, NotificationCounts } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { InboxRow } from '../notifications/index.ts';

const columns = sql.raw(
  'id, user_id, seq, kind, payload, created_at, seen_at, read_at, archived_at, snoozed_until, pinned_at',
);

export interface InboxFilter {
  readonly unreadOnly: boolean;
  readonly category: Category | undefined;
}

/** The newest first. `beforeSeq` null: from the end. */
export async function findPage(
  tx: Tx,
  userId: string,
  filter: InboxFilter,
  beforeSeq: number | null,
  limit: number,
): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    select ${columns} from notifications
    where user_id = ${userId} and seq is not null
      ${beforeSeq === null ? sql`` : sql`and seq < ${beforeSeq}`}
      ${filter.unreadOnly ? sql`and read_at is null` : sql``}
      ${filter.category === undefined ? sql`` : sql`and category = ${filter.category}`}
    order by seq desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findOne(tx: Tx, userId: string, id: string): Promise<InboxRow | undefined> {
  const { rows } = await sql<InboxRow>`
    select ${columns} from notifications
    where id = ${id} and user_id = ${userId} and seq is not null`.execute(tx);
  return rows[0];
}

/** What comes after a seq for each of these people, the oldest first, at most `limit` for each. */
export async function findAfter(
  tx: Tx,
  cursors: readonly { readonly userId: string; readonly afterSeq: number }[],
  limit: number,
): Promise<InboxRow[]> {
  const { rows } = await sql<InboxRow>`
    select missed.* from unnest(${cursors.map((cursor) => cursor.userId)}::uuid[],
      ${cursors.map((cursor) => cursor.afterSeq)}::bigint[]) as reader (user_id, after_seq)
    cross join lateral (
      select ${columns} from notifications
      where notifications.user_id = reader.user_id and notifications.seq > reader.after_seq
      order by notifications.seq limit ${limit}
    ) as missed
    order by missed.user_id, missed.seq`.execute(tx);
  return rows;
}

export async function findHeads(
  tx: Tx,
  userIds: readonly string[],
): Promise<{ user_id: string; head: number; unread: number; unseen: number }[]> {
  return tx
    .selectFrom('inboxes')
    .select(['user_id', 'head', 'unread', 'unseen'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
}

/** Takes the inbox for the rest of the transaction, as everybody does who changes a seq or the count of the unread. */
export async function lockInbox(tx: Tx, userId: string): Promise<NotificationCounts | undefined> {
  return tx
    .selectFrom('inboxes')
    .select(['unread', 'unseen', 'head'])
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
}

/** Changes the state of one; the inbox has to be locked. Returns its id when it changed. */
export async function setRead(
  tx: Tx,
  userId: string,
  which: { readonly id: string } | { readonly seq: number },
  readAt: Date | null,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update notifications set read_at = ${readAt}::timestamptz
    where user_id = ${userId} and seq is not null
      and ${'id' in which ? sql`id = ${which.id}` : sql`seq = ${which.seq}`}
      and ${readAt === null ? sql`read_at is not null` : sql`read_at is null`}
    returning id`.execute(tx);
  return rows.map((row) => row.id);
}

/** Marks all up to a seq as read; the inbox has to be locked. Returns those that changed. */
export async function setAllRead(
  tx: Tx,
  userId: string,
  upToSeq: number,
  readAt: Date,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    update notifications set read_at = ${readAt}
    where user_id = ${userId} and seq is not null and seq <= ${upToSeq} and read_at is null
    returning id`.execute(tx);
  return rows.map((row) => row.id);
}

export async function addUnread(
  tx: Tx,
  userId: string,
  change: number,
  now: Date,
): Promise<NotificationCounts> {
  return tx
    .updateTable('inboxes')
    .set((inbox) => ({ unread: inbox('unread', '+', change), updated_at: now }))
    .where('user_id', '=', userId)
    .returning(['unread', 'unseen', 'head'])
    .executeTakeFirstOrThrow();
}

/** The epoch of the streams; the first reader names it. */
export async function readEpoch(tx: Tx, candidate: string): Promise<string> {
  await tx
    .insertInto('instance_values')
    .values({ name: 'stream_epoch', value: candidate })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  const row = await tx
    .selectFrom('instance_values')
    .select('value')
    .where('name', '=', 'stream_epoch')
    .executeTakeFirstOrThrow();
  return row.value;
}
