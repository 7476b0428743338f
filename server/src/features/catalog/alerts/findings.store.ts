import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { DueQuestion, DueWindow } from '../matching/index.ts';
import type { AlertRow } from './alerts.store.ts';
import type { LeftOut } from './tables.ts';

/** An alert that has found something, with when its person hears of it. */
export type FindingAlert = Pick<AlertRow, 'id' | 'user_id' | 'frequency' | 'time' | 'weekday' | 'created_at'>;

/** Those of the alerts that look for jobs, of people who seek one. */
export async function selectFindingAlerts(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FindingAlert>> {
  const { rows } = await sql<FindingAlert>`
    select alerts.id, alerts.user_id, alerts.frequency, alerts.time, alerts.weekday, alerts.created_at
    from alerts join people on people.id = alerts.user_id and people.role = 'job_seeker'
    where alerts.id = any(${ids}::uuid[]) and alerts.removed_at is null and not alerts.paused`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

export interface PersonAndVacancy {
  readonly user_id: string;
  readonly cluster_id: string;
}

/** Those of the pairs, as `<user> <vacancy>`, that an alert has told or will tell. */
export async function selectTold(tx: Tx, pairs: readonly PersonAndVacancy[]): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set();
  const { rows } = await sql<PersonAndVacancy>`
    select findings.user_id, findings.cluster_id
    from jsonb_to_recordset(${JSON.stringify(pairs.map(({ user_id, cluster_id }) => ({ user_id, cluster_id })))}::jsonb)
      as given (user_id uuid, cluster_id uuid)
    join alert_findings as findings
      on findings.user_id = given.user_id and findings.cluster_id = given.cluster_id and findings.left_out is null`.execute(
    tx,
  );
  return new Set(rows.map(({ user_id, cluster_id }) => `${user_id} ${cluster_id}`));
}

/** A window that is joined or opened. */
export interface WantedWindow {
  readonly id: string;
  readonly user_id: string;
  readonly slot: string;
  readonly closes_at: string;
  readonly runs: readonly string[];
}

/** Holds the open windows of these slots, in the order of their people, opening those that are missing. */
export async function joinWindows(
  tx: Tx,
  wanted: readonly WantedWindow[],
  now: Date,
): Promise<ReadonlyMap<string, string>> {
  await sql`
    insert into alert_windows (id, user_id, slot, status, opened_at, closes_at, runs)
    select given.id, given.user_id, given.slot, 'open', ${now}::timestamptz, given.closes_at, given.runs
    from json_to_recordset(${JSON.stringify(wanted)}::json)
      as given (id uuid, user_id uuid, slot text, closes_at timestamptz, runs uuid[])
    join people on people.id = given.user_id and people.role = 'job_seeker'
    order by given.user_id, given.slot
    on conflict (user_id, slot) where status = 'open' do update
      set runs = array(select distinct unnest(alert_windows.runs || excluded.runs))`.execute(tx);
  const { rows } = await sql<{ id: string; user_id: string; slot: string }>`
    select windows.id, windows.user_id, windows.slot from alert_windows as windows
    join json_to_recordset(${JSON.stringify(wanted.map(({ user_id, slot }) => ({ user_id, slot })))}::json)
      as given (user_id uuid, slot text) on given.user_id = windows.user_id and given.slot = windows.slot
    where windows.status = 'open'`.execute(tx);
  return new Map(rows.map(({ id, user_id, slot }) => [`${user_id} ${slot}`, id]));
}

export interface NewFinding extends PersonAndVacancy {
  readonly alert_id: string;
  readonly job_id: string;
  readonly window_id: string | null;
  readonly left_out: LeftOut | null;
}

/** Adds findings that are not there yet, of alerts and jobs that still are. */
export async function insertFindings(tx: Tx, findings: readonly NewFinding[], now: Date): Promise<number> {
  if (findings.length === 0) return 0;
  const { rows } = await sql`
    insert into alert_findings (alert_id, user_id, cluster_id, job_id, found_at, posted_at, window_id, left_out)
    select given.alert_id, given.user_id, given.cluster_id, given.job_id, ${now}::timestamptz,
      jobs.published_at, given.window_id, given.left_out
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb)
      as given (alert_id uuid, user_id uuid, cluster_id uuid, job_id uuid, window_id uuid, left_out text)
    join alerts on alerts.id = given.alert_id
    join job_listings as jobs on jobs.id = given.job_id
    on conflict do nothing
    returning alert_id`.execute(tx);
  return rows.length;
}

/** Open windows whose time has come, the oldest first. Nothing is locked. */
export async function findDueWindows(
  tx: Tx,
  { now, underWay, without, limit }: DueQuestion,
): Promise<DueWindow[]> {
  const over = underWay === null ? sql`false` : sql`slot = 'instant' and not runs && ${underWay}::uuid[]`;
  const { rows } = await sql<DueWindow>`
    select id, (select count(*)::integer from alert_findings where window_id = alert_windows.id) as size
    from alert_windows
    where status = 'open' and (closes_at <= ${now} or ${over}) and id <> all(${without}::uuid[])
    order by closes_at, id limit ${limit}`.execute(tx);
  return rows;
}

export interface ClosingWindow {
  readonly id: string;
  readonly user_id: string;
}

/** Those of the windows that are open and that nobody else holds, for the rest of the transaction. */
export async function lockWindows(tx: Tx, ids: readonly string[]): Promise<ClosingWindow[]> {
  return tx
    .selectFrom('alert_windows')
    .select(['id', 'user_id'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('status', '=', 'open')
    .orderBy('user_id')
    .forUpdate()
    .skipLocked()
    .execute();
}

/** What a window has collected, with what its person has done since. */
export interface WaitingFinding extends PersonAndVacancy {
  readonly alert_id: string;
  readonly alert_name: string;
  readonly window_id: string;
  readonly job_id: string;
  readonly found_at: Date;
  readonly posted_at: Date;
  readonly is_paused: boolean;
  readonly is_hidden: boolean;
  readonly is_applied: boolean;
}

export async function findWaiting(tx: Tx, windowIds: readonly string[]): Promise<WaitingFinding[]> {
  const { rows } = await sql<WaitingFinding>`
    select findings.alert_id, alerts.name as alert_name, findings.window_id, findings.user_id, findings.cluster_id,
      findings.job_id, findings.found_at, findings.posted_at,
      alerts.paused or alerts.removed_at is not null as is_paused,
      exists (
        select from marks_of_jobs as marks
        where marks.cluster_id = findings.cluster_id and marks.user_id = findings.user_id and marks.mark = 'hidden'
      ) as is_hidden,
      exists (
        select from applied_vacancies as applied
        where applied.cluster_id = findings.cluster_id and applied.user_id = findings.user_id
      ) as is_applied
    from alert_findings as findings join alerts on alerts.id = findings.alert_id
    where findings.window_id = any(${windowIds}::uuid[]) and findings.left_out is null
    order by findings.posted_at desc, findings.job_id desc`.execute(tx);
  return rows;
}

export interface SettledFinding extends PersonAndVacancy {
  readonly alert_id: string;
  readonly left_out: LeftOut | null;
}

/** Notes what became of findings: told now, or left out and why. */
export async function settleFindings(tx: Tx, settled: readonly SettledFinding[], now: Date): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    update alert_findings as findings
    set left_out = given.left_out, told_at = case when given.left_out is null then ${now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as given (user_id uuid, cluster_id uuid, alert_id uuid, left_out text)
    where findings.user_id = given.user_id and findings.cluster_id = given.cluster_id
      and findings.alert_id = given.alert_id`.execute(tx);
}

/** An alert that is changed at the same time has its own moment later. */
export async function noteTold(tx: Tx, alertIds: readonly string[], now: Date): Promise<void> {
  await sql`
    update alerts set last_told_at = ${now} where id in (
      select id from alerts where id = any(${alertIds}::uuid[]) order by id for update skip locked
    )`.execute(tx);
}

export async function endWindows(
  tx: Tx,
  ended: readonly { readonly id: string; readonly told: number; readonly notification_id: string | null }[],
  now: Date,
): Promise<void> {
  if (ended.length === 0) return;
  await sql`
    update alert_windows set status = case when given.notification_id is null then 'empty' else 'told' end,
      told = given.told, notification_id = given.notification_id, closed_at = ${now}
    from json_to_recordset(${JSON.stringify(ended)}::json) as given (id uuid, told integer, notification_id uuid)
    where alert_windows.id = given.id`.execute(tx);
}

/** Lets what an alert has found and not told wait in another window. */
export async function moveWaiting(tx: Tx, alertId: string, windowId: string): Promise<void> {
  await sql`
    update alert_findings set window_id = ${windowId}
    where alert_id = ${alertId} and left_out is null and told_at is null and window_id in (
      select id from alert_windows where status = 'open'
    )`.execute(tx);
}

export async function hasWaiting(tx: Tx, alertId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('alert_findings')
    .select('alert_id')
    .where('alert_id', '=', alertId)
    .where('left_out', 'is', null)
    .where('told_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface ListedFinding {
  readonly job_id: string;
  readonly found_at: Date;
  readonly posted_at: Date;
  readonly told_at: Date | null;
  readonly left_out: LeftOut | null;
}

export async function selectFindings(tx: Tx, alertId: string, limit: number): Promise<ListedFinding[]> {
  return tx
    .selectFrom('alert_findings')
    .select(['job_id', 'found_at', 'posted_at', 'told_at', 'left_out'])
    .where('alert_id', '=', alertId)
    .orderBy('found_at', 'desc')
    .orderBy('job_id', 'desc')
    .limit(limit)
    .execute();
}

/** What an alert of a person has done with a vacancy, the one that tells it first. */
export interface ExplainedFinding {
  readonly name: string;
  readonly left_out: LeftOut | null;
  readonly told_at: Date | null;
  readonly window_id: string | null;
  readonly told: number;
}

export async function selectFinding(
  tx: Tx,
  userId: string,
  clusterId: string,
): Promise<ExplainedFinding | undefined> {
  const { rows } = await sql<ExplainedFinding>`
    select alerts.name, findings.left_out, findings.told_at, findings.window_id, coalesce(windows.told, 0) as told
    from alert_findings as findings join alerts on alerts.id = findings.alert_id
    left join alert_windows as windows on windows.id = findings.window_id
    where findings.user_id = ${userId} and findings.cluster_id = ${clusterId}
    order by findings.left_out is not null, findings.found_at desc limit 1`.execute(tx);
  return rows[0];
}

/** Lets findings follow postings into other vacancies; where the person has heard of that one already, they go. */
export async function moveFindings(
  tx: Tx,
  moved: readonly { readonly job_id: string; readonly to: string }[],
): Promise<void> {
  const given = JSON.stringify(moved);
  await sql`
    delete from alert_findings as findings
    using jsonb_to_recordset(${given}::jsonb) as given (job_id uuid, "to" uuid)
    where findings.job_id = given.job_id and findings.cluster_id <> given."to" and exists (
      select from alert_findings as other
      where other.user_id = findings.user_id and other.cluster_id = given."to"
    )`.execute(tx);
  await sql`
    update alert_findings as findings set cluster_id = given."to"
    from jsonb_to_recordset(${given}::jsonb) as given (job_id uuid, "to" uuid)
    where findings.job_id = given.job_id and findings.cluster_id <> given."to"
      and not exists (
        select from alert_findings as other
        join jsonb_to_recordset(${given}::jsonb) as same (job_id uuid, "to" uuid) on same.job_id = other.job_id
        where other.user_id = findings.user_id and same."to" = given."to"
          and (other.job_id, other.alert_id) < (findings.job_id, findings.alert_id)
          and (other.alert_id = findings.alert_id or (other.left_out is null and findings.left_out is null))
      )`.execute(tx);
}

/** Deletes findings and windows that were over before a moment, at most so many. */
export async function deleteOld(tx: Tx, before: Date, limit: number): Promise<void> {
  await sql`
    delete from alert_findings where (user_id, cluster_id, alert_id) in (
      select user_id, cluster_id, alert_id from alert_findings where found_at < ${before} order by found_at limit ${limit}
    )`.execute(tx);
  await sql`
    delete from alert_windows where id in (
      select id from alert_windows where closed_at < ${before} order by closed_at limit ${limit}
    )`.execute(tx);
}

/** What an alert has found and not told yet. */
export interface WaitingAlert {
  readonly email: string;
  readonly name: string;
  readonly closes_at: Date;
  readonly count: number;
  /** The newest of the jobs. */
  readonly titles: readonly string[];
}

/** What alerts will tell, of one person or of all, what comes first at the beginning. */
export async function selectWaitingAlerts(
  tx: Tx,
  email: string | null,
  limit: number,
): Promise<WaitingAlert[]> {
  const { rows } = await sql<WaitingAlert>`
    select people.email, alerts.name, windows.closes_at, count(*)::integer as count,
      (array_agg(jobs.title || ' · ' || jobs.company_name order by findings.posted_at desc, jobs.id desc))[1:5] as titles
    from alert_findings as findings
    join alert_windows as windows on windows.id = findings.window_id and windows.status = 'open'
    join alerts on alerts.id = findings.alert_id and alerts.removed_at is null and not alerts.paused
    join people on people.id = findings.user_id
    join job_listings as jobs on jobs.id = findings.job_id
    where findings.left_out is null and (${email}::text is null or lower(people.email) = lower(${email}::text))
    group by people.email, alerts.id, alerts.name, windows.closes_at
    order by windows.closes_at, people.email, alerts.id limit ${limit}`.execute(tx);
  return rows;
}
