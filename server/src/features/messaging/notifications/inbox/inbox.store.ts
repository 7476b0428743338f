import type { NotificationCounts } from '@rolecall/contract';
import { sql } from 'kysely';
import { ensureInstanceValue, type Tx } from '../../../../platform/db/index.ts';
import type { InboxRow } from '../wire.ts';
import type { Weight } from './entry-state.ts';

/** The columns of an inbox row. */
export const inboxColumns = sql.raw(
  `id, user_id, seq, kind, payload, created_at, shown_at, seen_at, read_at, archived_at, snoozed_until, pinned_at, live`,
);

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
      select ${inboxColumns} from notifications
      where notifications.user_id = reader.user_id and notifications.seq > reader.after_seq
        and deleted_at is null
      order by notifications.seq limit ${limit}
    ) as missed
    order by missed.user_id, missed.seq`.execute(tx);
  return rows;
}

export async function findHeads(
  tx: Tx,
  userIds: readonly string[],
): Promise<({ user_id: string } & NotificationCounts)[]> {
  return tx
    .selectFrom('inboxes')
    .select(['user_id', 'head', 'unread', 'unseen', 'revision'])
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
}

/** Takes the inbox for the rest of the transaction, as everybody does who changes a seq, a state or a count. */
export async function lockInbox(tx: Tx, userId: string): Promise<NotificationCounts | undefined> {
  return tx
    .selectFrom('inboxes')
    .select(['unread', 'unseen', 'head', 'revision'])
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
}

/** What changes in the numbers of an inbox. */
export interface NumbersChange extends Weight {
  readonly revision: number;
}

/** Moves the numbers of an inbox, which has to be locked. */
export async function moveNumbers(
  tx: Tx,
  userId: string,
  change: NumbersChange,
  now: Date,
): Promise<NotificationCounts> {
  return tx
    .updateTable('inboxes')
    .set((inbox) => ({
      unread: inbox('unread', '+', change.unread),
      unseen: inbox('unseen', '+', change.unseen),
      revision: inbox('revision', '+', change.revision),
      updated_at: now,
    }))
    .where('user_id', '=', userId)
    .returning(['unread', 'unseen', 'head', 'revision'])
    .executeTakeFirstOrThrow();
}

/** Moves the numbers of many inboxes, which have to be locked. */
export async function moveNumbersOfMany(
  tx: Tx,
  changes: ReadonlyMap<string, NumbersChange>,
  now: Date,
): Promise<void> {
  const rows = [...changes].map(([user_id, change]) => ({ user_id, ...change }));
  await sql`
    update inboxes set unread = inboxes.unread + change.unread, unseen = inboxes.unseen + change.unseen,
      revision = inboxes.revision + change.revision, updated_at = ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json)
      as change (user_id uuid, unread integer, unseen integer, revision integer)
    where inboxes.user_id = change.user_id`.execute(tx);
}

/** The epoch of the streams; the first reader names it. */
export function readEpoch(tx: Tx, candidate: string): Promise<string> {
  return ensureInstanceValue(tx, 'stream_epoch', candidate);
}
