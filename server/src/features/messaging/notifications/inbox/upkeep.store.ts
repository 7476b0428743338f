import type { Kind } from '@rolecall/contract';
import { sql } from 'kysely';
import { lockInstanceValue, setInstanceValue, type Tx } from '../../../../platform/db/index.ts';
import type { Weight } from './entry-state.ts';

/** A notification and whose it is. */
export interface Owned {
  readonly id: string;
  readonly user_id: string;
}

/** Snoozed ones whose time has come, the earliest first. */
export async function findDue(tx: Tx, now: Date, limit: number): Promise<Owned[]> {
  const { rows } = await sql<Owned>`
    select id, user_id from notifications
    where snoozed_until <= ${now} and seq is not null and deleted_at is null
    order by snoozed_until limit ${limit}`.execute(tx);
  return rows;
}

/** Brings back what is still due, as if it had just come. The inboxes have to be locked. @returns its people */
export async function wake(tx: Tx, ids: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await sql<Owned>`
    update notifications set shown_at = snoozed_until, snoozed_until = null, seen_at = null, read_at = null
    where id = any(${ids}::uuid[]) and snoozed_until <= ${now} and seq is not null and deleted_at is null
    returning user_id`.execute(tx);
  return rows.map((row) => row.user_id);
}

/** What was deleted until then and has not been emptied, the earliest first. */
export async function findDeleted(tx: Tx, until: Date, limit: number): Promise<Owned[]> {
  const { rows } = await sql<Owned>`
    select id, user_id from notifications where deleted_at <= ${until} and seq is not null
    order by deleted_at limit ${limit}`.execute(tx);
  return rows;
}

/** Takes the contents and the place of what is still deleted. The inboxes have to be locked. */
export async function empty(tx: Tx, ids: readonly string[], until: Date): Promise<void> {
  await sql`
    update notifications set seq = null, payload = '{}', subject = null, pinned_at = null, snoozed_until = null
    where id = any(${ids}::uuid[]) and deleted_at <= ${until}`.execute(tx);
}

export interface AgedRow extends Owned {
  readonly kind: Kind;
  readonly created_at: Date;
  readonly pinned_at: Date | null;
}

/** A slice of the table in the order of its key, which is that of time. */
export async function findAged(
  tx: Tx,
  range: { readonly after: string; readonly before: string },
  limit: number,
): Promise<AgedRow[]> {
  const { rows } = await sql<AgedRow>`
    select id, user_id, kind, created_at, pinned_at from notifications
    where id > ${range.after}::uuid and id < ${range.before}::uuid
    order by id limit ${limit}`.execute(tx);
  return rows;
}

/** Deletes what has not been pinned meanwhile, and tells what it counted for. The inboxes have to be locked. */
export async function remove(
  tx: Tx,
  ids: readonly string[],
): Promise<({ readonly user_id: string } & Weight)[]> {
  const { rows } = await sql<{ readonly user_id: string } & Weight>`
    with removed as (
      delete from notifications where id = any(${ids}::uuid[]) and pinned_at is null
      returning user_id, seen_at, read_at, seq is not null and archived_at is null and snoozed_until is null
        and deleted_at is null as in_inbox
    )
    select user_id, case when in_inbox and read_at is null then 1 else 0 end as unread,
      case when in_inbox and seen_at is null then 1 else 0 end as unseen
    from removed`.execute(tx);
  return rows;
}

const cursorName = 'inbox_prune_cursor';

/** The key after which pruning goes on, and keeps others from pruning at the same time. */
export function lockPruneCursor(tx: Tx, beginning: string): Promise<string> {
  return lockInstanceValue(tx, cursorName, beginning);
}

export function savePruneCursor(tx: Tx, value: string): Promise<void> {
  return setInstanceValue(tx, cursorName, value);
}
