import type { InboxChangeName, InboxFilter, Kind } from '@rolecall/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Change, EntryState, Weight } from './entry-state.ts';
import { matching, ofInbox } from './filter.store.ts';

/** Which notifications of an inbox a change is meant for. */
export type Selection =
  | { readonly ids: readonly string[] }
  | { readonly seq: number }
  | { readonly filter: InboxFilter; readonly upToSeq: number };

export interface StateRow extends EntryState {
  readonly id: string;
  readonly kind: Kind;
}

const columns = sql.raw('id, kind, seen_at, read_at, archived_at, snoozed_until, pinned_at, deleted_at');

/** What is not as wanted yet, so that a change by a filter gets to its end. */
const wouldChange: Readonly<Record<Exclude<InboxChangeName, 'snooze'>, RawBuilder<boolean>>> = {
  read: sql`read_at is null`,
  unread: sql`read_at is not null`,
  seen: sql`seen_at is null`,
  archive: sql`archived_at is null`,
  unarchive: sql`archived_at is not null`,
  unsnooze: sql`snoozed_until is not null`,
  pin: sql`pinned_at is null`,
  unpin: sql`pinned_at is not null`,
  delete: sql`true`,
};

/** The states of what a change would change, the newest first. The inbox has to be locked, so that they stay so. */
export async function findStates(
  tx: Tx,
  userId: string,
  selection: Selection,
  change: Change,
  limit: number,
): Promise<StateRow[]> {
  const { rows } = await sql<StateRow>`
    select ${columns} from notifications
    where ${ofInbox(userId)} and ${selected(selection)}
      and ${
        change.name === 'snooze'
          ? sql`snoozed_until is distinct from ${change.until}::timestamptz`
          : wouldChange[change.name]
      }
    order by seq desc limit ${limit}`.execute(tx);
  return rows;
}

function selected(selection: Selection): RawBuilder<boolean> {
  if ('ids' in selection) return sql`id = any(${selection.ids}::uuid[])`;
  if ('seq' in selection) return sql`seq = ${selection.seq}`;
  return sql`seq <= ${selection.upToSeq} and ${matching(selection.filter)}`;
}

/** The states of these, of deleted ones too. The inbox has to be locked. */
export async function findStatesToRestore(
  tx: Tx,
  userId: string,
  ids: readonly string[],
): Promise<StateRow[]> {
  const { rows } = await sql<StateRow>`
    select ${columns} from notifications
    where id = any(${ids}::uuid[]) and user_id = ${userId} and seq is not null`.execute(tx);
  return rows;
}

/** Writes states; the inbox has to be locked. */
export async function writeStates(tx: Tx, states: readonly StateRow[]): Promise<void> {
  await sql`
    update notifications set seen_at = state.seen_at, read_at = state.read_at, archived_at = state.archived_at,
      snoozed_until = state.snoozed_until, pinned_at = state.pinned_at, deleted_at = state.deleted_at
    from json_to_recordset(${JSON.stringify(states)}::json) as state (
      id uuid, seen_at timestamptz, read_at timestamptz, archived_at timestamptz, snoozed_until timestamptz,
      pinned_at timestamptz, deleted_at timestamptz
    )
    where notifications.id = state.id`.execute(tx);
}

/**
 * Marks everything unread up to a seq as read, however much that is; the inbox has to be locked.
 * @returns what has changed, with what it counted for
 */
export async function setAllRead(
  tx: Tx,
  userId: string,
  upToSeq: number,
  now: Date,
): Promise<({ readonly id: string; readonly kind: Kind } & Weight)[]> {
  const { rows } = await sql<{ readonly id: string; readonly kind: Kind } & Weight>`
    with unread as (
      select id, kind, seen_at from notifications
      where ${ofInbox(userId)} and seq <= ${upToSeq}
        and ${matching({ state: 'unread' })}
    ), changed as (
      update notifications set read_at = ${now}, seen_at = coalesce(notifications.seen_at, ${now}::timestamptz)
      from unread where notifications.id = unread.id
    )
    select id, kind, 1 as unread, case when seen_at is null then 1 else 0 end as unseen from unread`.execute(
    tx,
  );
  return rows;
}
