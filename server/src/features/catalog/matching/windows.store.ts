import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { AlertKind, LeftOutReason, WindowEnd } from './found.ts';
import type { DueQuestion, DueWindow } from './window-batches.ts';

/** The window that collects the matches of a person. */
export interface OpenWindow {
  readonly id: string;
  /** The run of which a match was told at once already; null: none was. */
  readonly alerted_for: string | null;
}

/**
 * Holds the open windows of these people, in their order, opening those that are missing.
 *
 * @param wanted for each person the id of a window that is opened, and the runs that it collects from now on
 * @returns by their people; who is gone or seeks no job any more has none
 */
export async function joinWindows(
  tx: Tx,
  wanted: readonly { readonly id: string; readonly user_id: string; readonly runs: readonly string[] }[],
  now: Date,
  closesAt: Date,
): Promise<ReadonlyMap<string, OpenWindow>> {
  // A row that is there is locked before the condition is looked at, and seldom gets another version.
  await sql`
    insert into match_windows (id, user_id, status, opened_at, closes_at, runs)
    select given.id, given.user_id, 'open', ${now}::timestamptz, ${closesAt}::timestamptz, given.runs
    from json_to_recordset(${JSON.stringify(wanted)}::json) as given (id uuid, user_id uuid, runs uuid[])
    join people on people.id = given.user_id and people.role = 'job_seeker'
    order by given.user_id
    on conflict (user_id) where status = 'open' do update
      set runs = array(select distinct unnest(match_windows.runs || excluded.runs))
      where not match_windows.runs @> excluded.runs`.execute(tx);
  const { rows } = await sql<OpenWindow & { user_id: string }>`
    select id, user_id, alerted_for from match_windows
    where user_id = any(${wanted.map(({ user_id }) => user_id)}::uuid[]) and status = 'open'`.execute(tx);
  return new Map(rows.map(({ user_id, ...window }) => [user_id, window]));
}

/** Those of the pairs, as `<user> <run>`, of which a match was told at once in a window before. */
export async function findRunsThatRang(
  tx: Tx,
  pairs: readonly { readonly user_id: string; readonly run: string }[],
): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set();
  const { rows } = await sql<{ user_id: string; run: string }>`
    select given.user_id, given.run
    from json_to_recordset(${JSON.stringify(pairs)}::json) as given (user_id uuid, run uuid)
    where exists (
      select from match_windows
      where match_windows.user_id = given.user_id and match_windows.alerted_for = given.run
    )`.execute(tx);
  return new Set(rows.map(({ user_id, run }) => `${user_id} ${run}`));
}

/** Notes for which run a match of a window was told at once. */
export async function noteRinging(
  tx: Tx,
  rang: readonly { readonly window_id: string; readonly run: string }[],
): Promise<void> {
  if (rang.length === 0) return;
  await sql`
    update match_windows set alerted_for = given.run
    from json_to_recordset(${JSON.stringify(rang)}::json) as given (window_id uuid, run uuid)
    where match_windows.id = given.window_id`.execute(tx);
}

/** Open windows whose time has come, the oldest first. Nothing is locked. */
export async function findDueWindows(
  tx: Tx,
  { now, underWay, without, limit }: DueQuestion,
): Promise<DueWindow[]> {
  const over = underWay === null ? sql`false` : sql`not runs && ${underWay}::uuid[]`;
  const { rows } = await sql<DueWindow>`
    select id, (select count(*)::integer from matches where matches.window_id = match_windows.id) as size
    from match_windows
    where status = 'open' and (closes_at <= ${now} or ${over}) and id <> all(${without}::uuid[])
    order by closes_at, id limit ${limit}`.execute(tx);
  return rows;
}

/** A window that is being closed. */
export interface ClosingWindow {
  readonly id: string;
  readonly user_id: string;
  readonly alerted_for: string | null;
}

/** Those of the windows that are open and that nobody else holds, for the rest of the transaction. */
export async function lockWindows(tx: Tx, ids: readonly string[]): Promise<ClosingWindow[]> {
  return tx
    .selectFrom('match_windows')
    .select(['id', 'user_id', 'alerted_for'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('status', '=', 'open')
    .forUpdate()
    .skipLocked()
    .execute();
}

/** When the next of the open windows ends that end after this moment; null: there is none. */
export async function findNextWindowEnd(tx: Tx, after: Date): Promise<Date | null> {
  const row = await tx
    .selectFrom('match_windows')
    .select('closes_at')
    .where('status', '=', 'open')
    .where('closes_at', '>', after)
    .orderBy('closes_at')
    .limit(1)
    .executeTakeFirst();
  return row?.closes_at ?? null;
}

/** A match that waits in a window, without its reasons. */
export interface WaitingMatch {
  readonly window_id: string;
  readonly user_id: string;
  readonly cluster_id: string;
  readonly job_id: string;
  readonly score: number;
  readonly alert: AlertKind;
  readonly is_hidden: boolean;
}

/** What windows have collected and not told. */
export async function findWaiting(tx: Tx, windowIds: readonly string[]): Promise<WaitingMatch[]> {
  const { rows } = await sql<WaitingMatch>`
    select matches.window_id, matches.user_id, matches.cluster_id, matches.job_id, matches.score,
      coalesce(matches.alert, 'job_alert') as alert, exists (
        select from marks_of_jobs as marks
        where marks.cluster_id = matches.cluster_id and marks.user_id = matches.user_id and marks.mark = 'hidden'
      ) as is_hidden
    from matches
    where matches.window_id = any(${windowIds}::uuid[]) and matches.left_out is null`.execute(tx);
  return rows;
}

/** What became of a window. */
export interface EndedWindow {
  readonly id: string;
  readonly status: WindowEnd;
  readonly told: number;
  readonly notification_id: string | null;
  readonly reason: LeftOutReason | null;
}

export async function endWindows(tx: Tx, ended: readonly EndedWindow[], now: Date): Promise<void> {
  if (ended.length === 0) return;
  await sql`
    update match_windows set status = given.status, told = given.told, notification_id = given.notification_id,
      reason = given.reason, closed_at = ${now}
    from json_to_recordset(${JSON.stringify(ended)}::json)
      as given (id uuid, status text, told integer, notification_id uuid, reason text)
    where match_windows.id = given.id`.execute(tx);
}

/** Notes why matches were not told with their windows. */
export async function leaveOut(
  tx: Tx,
  matches: readonly {
    readonly user_id: string;
    readonly cluster_id: string;
    readonly reason: LeftOutReason;
  }[],
): Promise<void> {
  if (matches.length === 0) return;
  await sql`
    update matches set left_out = given.reason
    from json_to_recordset(${JSON.stringify(matches)}::json)
      as given (user_id uuid, cluster_id uuid, reason text)
    where matches.user_id = given.user_id and matches.cluster_id = given.cluster_id`.execute(tx);
}

/** How a window stands. */
export interface WindowState {
  readonly status: 'open' | WindowEnd;
  readonly closes_at: Date;
  readonly told: number;
}

export async function findWindow(tx: Tx, id: string): Promise<WindowState | undefined> {
  return tx
    .selectFrom('match_windows')
    .select(['status', 'closes_at', 'told'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Deletes windows that were closed before a moment, at most so many. What they told stays. */
export async function deleteOldWindows(tx: Tx, before: Date, limit: number): Promise<void> {
  await sql`
    delete from match_windows where id in (
      select id from match_windows where closed_at < ${before} order by closed_at limit ${limit}
    )`.execute(tx);
}
