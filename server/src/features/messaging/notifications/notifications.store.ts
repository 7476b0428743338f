import type { Category, Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ReasonCode } from '../routing/index.ts';
import type { InboxNumbers } from './live-push.ts';

/** A notification before it has its place in the stream. */
export interface NewNotification {
  readonly id: string;
  readonly user_id: string;
  /** False: it only travels by other channels and gets no seq. */
  readonly in_inbox: boolean;
  readonly kind: Kind;
  readonly category: Category;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly subject: string | null;
  readonly dedupe_key: string | null;
  readonly expires_at: Date | null;
  /** Why it is not in the inbox although its kind would be. */
  readonly withheld: ReasonCode | null;
  /** Open pages show it the moment it comes. */
  readonly live: boolean;
  /** What tells its person of an own action is read from the beginning; null for all else. */
  readonly read_at: Date | null;
}

/** A notification with its place; null for one that is not in the inbox. */
export interface PlacedNotification extends NewNotification {
  readonly seq: number | null;
}

/** By how many entries an inbox becomes longer, and how many of them are unread. */
export interface Growth {
  readonly added: number;
  readonly news: number;
}

/** The end of a person's stream. */
export interface InboxEnd extends InboxNumbers {
  /** Seq of the last notification. */
  readonly head: number;
}

/**
 * Takes the inboxes of these people for the rest of the transaction, in their order, making those that are missing.
 * Whoever holds an inbox is the only one who gives it a seq, looks for a dedupe key or counts the unread. It has to be
 * a statement of its own: the next one then sees what was committed while this one waited.
 */
export async function lockInboxes(tx: Tx, userIds: readonly string[], now: Date): Promise<void> {
  // A row that is there is locked before the condition is looked at, and no version of it is written.
  await sql`
    insert into inboxes (user_id, updated_at)
    select wanted.user_id, ${now}::timestamptz from unnest(${userIds}::uuid[]) as wanted (user_id)
    order by wanted.user_id
    on conflict (user_id) do update set updated_at = inboxes.updated_at where false`.execute(tx);
}

/**
 * The same, and makes each longer by so many entries at once, some of which are unread: one version of each row instead of
 * two.
 * @returns the ends as they are now
 */
export async function lengthenInboxes(
  tx: Tx,
  growth: ReadonlyMap<string, Growth>,
  now: Date,
): Promise<ReadonlyMap<string, InboxEnd>> {
  const { userIds, added, news } = columnsOf(growth);
  const { rows } = await sql<InboxEnd & { user_id: string }>`
    insert into inboxes (user_id, head, unread, unseen, updated_at)
    select user_id, added, news, news, ${now}::timestamptz
    from unnest(${userIds}::uuid[], ${added}::integer[], ${news}::integer[]) as grown (user_id, added, news)
    order by user_id
    on conflict (user_id) do update
      set head = inboxes.head + excluded.head, unread = inboxes.unread + excluded.unread,
        unseen = inboxes.unseen + excluded.unseen, updated_at = excluded.updated_at
    returning user_id, head, unread, unseen, revision`.execute(tx);
  return new Map(rows.map((row) => [row.user_id, row]));
}

const columnsOf = (growth: ReadonlyMap<string, Growth>) => ({
  userIds: [...growth.keys()],
  added: [...growth.values()].map(({ added }) => added),
  news: [...growth.values()].map((one) => one.news),
});

/** Takes back what inboxes that are held were made longer by. */
export async function shortenInboxes(tx: Tx, excess: ReadonlyMap<string, Growth>): Promise<void> {
  const { userIds, added, news } = columnsOf(excess);
  await sql`
    update inboxes set head = head - added, unread = unread - news, unseen = unseen - news
    from unnest(${userIds}::uuid[], ${added}::integer[], ${news}::integer[]) as grown (user_id, added, news)
    where inboxes.user_id = grown.user_id`.execute(tx);
}

/** A person has one notification with a key at most. */
export interface DedupeKey {
  readonly user_id: string;
  readonly dedupe_key: string;
}

/** Those of the keys that are in use; that they stay so is only certain while the inboxes are held. */
export async function findKnownKeys(tx: Tx, keys: readonly DedupeKey[]): Promise<DedupeKey[]> {
  if (keys.length === 0) return [];
  // The limit keeps the planner at one look into the index for each key, however large the table has become.
  const { rows } = await sql<DedupeKey>`
    select wanted.user_id, wanted.dedupe_key
    from unnest(${keys.map((key) => key.user_id)}::uuid[], ${keys.map((key) => key.dedupe_key)}::text[])
      as wanted (user_id, dedupe_key)
    cross join lateral (
      select from notifications
      where notifications.user_id = wanted.user_id and notifications.dedupe_key = wanted.dedupe_key
      limit 1
    ) as known`.execute(tx);
  return rows;
}

/** Writes notifications, whose inboxes have to be held. */
export async function insertNotifications(
  tx: Tx,
  notifications: readonly PlacedNotification[],
  now: Date,
): Promise<void> {
  // What many people are told alike is sent to the database once.
  const payloads = new Map<NewNotification['payload'], number>();
  const rows = notifications.map(({ payload, in_inbox: _, ...row }) => {
    const place = payloads.get(payload) ?? payloads.size;
    payloads.set(payload, place);
    return { ...row, payload: place };
  });
  await sql`
    insert into notifications
      (id, user_id, seq, kind, category, payload, subject, dedupe_key, created_at, shown_at, seen_at, read_at, expires_at,
        withheld, live)
    select id, user_id, seq, kind, category, ${JSON.stringify([...payloads.keys()])}::jsonb -> payload, subject,
      dedupe_key, ${now}, ${now}, read_at, read_at, expires_at, withheld, live
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (
      id uuid, user_id uuid, seq bigint, kind text, category text, payload integer, subject text,
      dedupe_key text, read_at timestamptz, expires_at timestamptz, withheld text, live boolean
    )`.execute(tx);
}

/** How much a cap has kept out of the inbox of each of these people since a moment, that is still of use. */
export async function countOverflow(
  tx: Tx,
  people: readonly { readonly user_id: string; readonly since: Date }[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ user_id: string; count: number }>`
    select wanted.user_id, count(*)::integer as count
    from unnest(${people.map(({ user_id }) => user_id)}::uuid[], ${people.map(({ since }) => since)}::timestamptz[])
      as wanted (user_id, since)
    join notifications on notifications.user_id = wanted.user_id and notifications.created_at >= wanted.since
    where withheld = 'inbox_over_cap' and (expires_at is null or expires_at > ${now})
    group by wanted.user_id`.execute(tx);
  return new Map(rows.map(({ user_id, count }) => [user_id, count]));
}

/** How many notifications there are. */
export async function countNotifications(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from notifications`.execute(tx);
  return rows[0]?.count ?? 0;
}
