import type { Category, DeliveryChannel, DeliveryStatus, Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { ReasonCode } from '../routing/index.ts';

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
}

export interface NewDelivery {
  readonly id: string;
  readonly notification_id: string;
  readonly channel: DeliveryChannel;
  readonly status: DeliveryStatus;
  readonly reason: ReasonCode;
  readonly rank: number;
  readonly due_at: Date;
  readonly finished_at: Date | null;
  readonly digest_id: string | null;
}

/** A notification that was written. */
export interface WrittenRow {
  readonly id: string;
  /** Null for one that is not in the inbox. */
  readonly seq: number | null;
  /** How many its person has that are unread, with all that was written in the same statement; null like `seq`. */
  readonly unread: number | null;
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
 * Writes the notifications whose key is new, with the next seqs of their people, and their deliveries. The inboxes
 * have to be locked.
 */
export async function writeNotifications(
  tx: Tx,
  notifications: readonly NewNotification[],
  deliveries: readonly NewDelivery[],
  now: Date,
): Promise<WrittenRow[]> {
  const { rows } = await sql<WrittenRow>`
    with given as (
      select place, id, user_id, in_inbox, kind, category, payload, subject, dedupe_key, expires_at, withheld
      from rows from (json_to_recordset(${JSON.stringify(notifications)}::json) as (
        id uuid, user_id uuid, in_inbox boolean, kind text, category text, payload jsonb, subject text,
        dedupe_key text, expires_at timestamptz, withheld text
      )) with ordinality as listed (
        id, user_id, in_inbox, kind, category, payload, subject, dedupe_key, expires_at, withheld, place
      )
    ), fresh as (
      select * from given
      where dedupe_key is null or not exists (
        select from notifications known
        where known.user_id = given.user_id and known.dedupe_key = given.dedupe_key
      )
    ), placed as (
      select fresh.*,
        case when in_inbox then
          head + row_number() over (partition by fresh.user_id, in_inbox order by place)
        end as seq
      from fresh join inboxes on inboxes.user_id = fresh.user_id
    ), counted as (
      update inboxes set head = head + added.count, unread = unread + added.count,
        unseen = unseen + added.count, updated_at = ${now}
      from (
        select user_id, count(*)::integer as count from placed where in_inbox group by user_id
      ) as added
      where inboxes.user_id = added.user_id
      returning inboxes.user_id, inboxes.unread
    ), written as (
      insert into notifications
        (id, user_id, seq, kind, category, payload, subject, dedupe_key, created_at, shown_at, expires_at, withheld)
      select id, user_id, seq, kind, category, payload, subject, dedupe_key, ${now}, ${now}, expires_at, withheld
      from placed
    ), planned as (
      insert into deliveries
        (id, notification_id, user_id, channel, status, reason, planned_reason, rank, due_at, planned_due_at,
          created_at, finished_at, digest_id)
      select planned.id, planned.notification_id, placed.user_id, planned.channel, planned.status,
        planned.reason, planned.reason, planned.rank, planned.due_at, planned.due_at, ${now}, planned.finished_at,
        planned.digest_id
      from json_to_recordset(${JSON.stringify(deliveries)}::json) as planned (
        id uuid, notification_id uuid, channel text, status text, reason text, rank smallint,
        due_at timestamptz, finished_at timestamptz, digest_id uuid
      ) join placed on placed.id = planned.notification_id
    )
    select placed.id, placed.seq, case when placed.in_inbox then counted.unread end as unread
    from placed left join counted on counted.user_id = placed.user_id order by placed.place`.execute(tx);
  return rows;
}
