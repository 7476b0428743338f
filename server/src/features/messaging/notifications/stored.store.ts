import type { Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { kindsWithSecrets } from './secrets.ts';

/** A notification as those who carry it need it. */
export interface StoredNotification {
  readonly id: string;
  readonly user_id: string;
  readonly kind: Kind;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly subject: string | null;
  readonly created_at: Date;
  readonly read_at: Date | null;
  /** The person has archived or deleted it. */
  readonly is_removed: boolean;
  readonly expires_at: Date | null;
  readonly in_inbox: boolean;
}

/** Those of these notifications that are still there, by their ids. */
export async function findNotifications(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredNotification>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<StoredNotification>`
    select id, user_id, kind, payload, subject, created_at, read_at, expires_at, seq is not null as in_inbox,
      (archived_at is not null or deleted_at is not null) as is_removed
    from notifications where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Removes the secrets from the payloads of notifications that will not be sent any more. */
export async function removeSecrets(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  for (const [kind, fields] of kindsWithSecrets) {
    await sql`
      update notifications set payload = payload - ${fields}::text[]
      where id = any(${ids}::uuid[]) and kind = ${kind} and payload ?| ${fields}::text[]`.execute(tx);
  }
}

/** Writes what notifications carry from now on, by their ids. Their inboxes have to be locked. */
export async function replacePayloads(
  tx: Tx,
  payloads: ReadonlyMap<string, Readonly<Record<string, unknown>>>,
): Promise<void> {
  const changes = [...payloads].map(([id, payload]) => ({ id, payload }));
  await sql`
    update notifications set payload = given.payload
    from json_to_recordset(${JSON.stringify(changes)}::json) as given (id uuid, payload jsonb)
    where notifications.id = given.id`.execute(tx);
}

/** What became of notifications in inboxes. */
export interface InboxOutcome {
  readonly written: number;
  readonly withheld: number;
  readonly seen: number;
  readonly read: number;
}

/** What became of all notifications of a broadcast. The second condition is that of the index that serves it. */
export async function countInboxOutcome(tx: Tx, broadcastKey: string): Promise<InboxOutcome> {
  const { rows } = await sql<InboxOutcome>`
    select count(*) filter (where seq is not null) as written,
      count(*) filter (where withheld is not null) as withheld,
      count(*) filter (where seq is not null and seen_at is not null) as seen,
      count(*) filter (where seq is not null and read_at is not null) as read
    from notifications
    where dedupe_key = ${broadcastKey} and dedupe_key like 'broadcast:%'`.execute(tx);
  return rows[0] ?? { written: 0, withheld: 0, seen: 0, read: 0 };
}

/** Another key for something that a person was told, by which it is known from then on. */
export interface NewKey {
  readonly user_id: string;
  readonly from: string;
  readonly to: string;
}

/** Gives notifications other keys, unless the person was told something else under that key already. */
export async function renameKeys(tx: Tx, keys: readonly NewKey[]): Promise<void> {
  if (keys.length === 0) return;
  await sql`
    update notifications set dedupe_key = given."to"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as given (user_id uuid, "from" text, "to" text)
    where notifications.user_id = given.user_id and notifications.dedupe_key = given."from"
      and not exists (
        select from notifications as other
        where other.user_id = given.user_id and other.dedupe_key = given."to"
      )`.execute(tx);
}
