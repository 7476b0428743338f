import type { AlertConditions, AlertFrequency } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type JobSummaryRow, summaryColumns } from '../jobs/index.ts';

export interface AlertRow {
  readonly id: string;
  readonly user_id: string;
  readonly name: string;
  readonly conditions: AlertConditions;
  readonly frequency: AlertFrequency;
  readonly time: string;
  readonly weekday: number;
  readonly paused: boolean;
  readonly created_at: Date;
  readonly removed_at: Date | null;
  readonly last_told_at: Date | null;
}

const columns = [
  'id',
  'user_id',
  'name',
  'conditions',
  'frequency',
  'time',
  'weekday',
  'paused',
  'created_at',
  'removed_at',
  'last_told_at',
] as const;

export async function selectAlerts(tx: Tx, userId: string): Promise<AlertRow[]> {
  return tx
    .selectFrom('alerts')
    .select(columns)
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** An alert of this person, for the rest of the transaction; also one that was removed and can be restored. */
export async function lockAlert(tx: Tx, userId: string, id: string): Promise<AlertRow | undefined> {
  return tx
    .selectFrom('alerts')
    .select(columns)
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
}

/** Lets one of a person's requests at a time add an alert, so that two cannot both be the last that has room. */
export async function lockAlertsOf(tx: Tx, userId: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`alerts ${userId}`}, 52))`.execute(tx);
  const row = await tx
    .selectFrom('alerts')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function insertAlert(tx: Tx, row: Omit<AlertRow, 'removed_at' | 'last_told_at'>): Promise<void> {
  await tx
    .insertInto('alerts')
    .values({ ...row, conditions: JSON.stringify(row.conditions), changed_at: row.created_at })
    .execute();
}

export async function updateAlert(
  tx: Tx,
  id: string,
  {
    conditions,
    ...changes
  }: Partial<
    Pick<AlertRow, 'name' | 'conditions' | 'frequency' | 'time' | 'weekday' | 'paused' | 'removed_at'>
  >,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('alerts')
    .set({
      ...changes,
      ...(conditions === undefined ? {} : { conditions: JSON.stringify(conditions) }),
      changed_at: now,
    })
    .where('id', '=', id)
    .execute();
}

/** What the index of a process keeps of an alert. */
export interface IndexedAlert {
  readonly id: string;
  readonly conditions: AlertConditions;
  readonly is_active: boolean;
  readonly changed_at: Date;
}

/** All alerts that look for jobs, in the order of their ids. */
export async function selectActive(tx: Tx, after: string | null, limit: number): Promise<IndexedAlert[]> {
  const { rows } = await sql<IndexedAlert>`
    select id, conditions, true as is_active, changed_at from alerts
    where removed_at is null and not paused and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(tx);
  return rows;
}

/** Alerts that were changed since a moment, from behind a position on. */
export async function selectChanged(
  tx: Tx,
  since: Date,
  after: IndexedAlert | null,
  limit: number,
): Promise<IndexedAlert[]> {
  const { rows } = await sql<IndexedAlert>`
    select id, conditions, removed_at is null and not paused as is_active, changed_at from alerts
    where changed_at >= ${since}
      and (${after?.id ?? null}::uuid is null
        or (date_trunc('milliseconds', changed_at), id) > (${after?.changed_at ?? since}::timestamptz, ${after?.id ?? null}::uuid))
    order by date_trunc('milliseconds', changed_at), id limit ${limit}`.execute(tx);
  return rows;
}

/** Deletes what was removed before a moment, at most so many. */
export async function deleteRemoved(tx: Tx, before: Date, limit: number): Promise<void> {
  await sql`
    delete from alerts where id in (
      select id from alerts where removed_at < ${before} order by removed_at limit ${limit}
    )`.execute(tx);
}

/** Of each alert how much it has told since a moment, and when what waits is told. */
export async function selectStandings(
  tx: Tx,
  alertIds: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, { readonly told: number; readonly next: Date | null }>> {
  const { rows } = await sql<{ alert_id: string; told: number; next: Date | null }>`
    select findings.alert_id, (count(*) filter (where findings.told_at is not null))::integer as told,
      min(windows.closes_at) filter (where windows.status = 'open' and findings.left_out is null) as next
    from alert_findings as findings
    left join alert_windows as windows on windows.id = findings.window_id
    where findings.alert_id = any(${alertIds}::uuid[]) and findings.found_at >= ${since}
    group by findings.alert_id`.execute(tx);
  return new Map(rows.map(({ alert_id, told, next }) => [alert_id, { told, next }]));
}

/** These jobs as lists show them, in any order; those that are gone are left out. */
export async function selectJobSummaries(tx: Tx, ids: readonly string[]): Promise<JobSummaryRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('job_listings as jobs')
    .select(summaryColumns)
    .where('jobs.id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
}
