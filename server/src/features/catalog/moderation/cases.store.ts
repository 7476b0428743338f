import type { JobFlag, ModerationState } from '@rolecall/contract';
import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type CaseRow = Selectable<Schema['job_cases']>;

/**
 * Opens the cases of flagged jobs, or opens them again. One that lies hidden stays so: nobody sees its posting.
 */
export async function openFlagged(
  tx: Tx,
  jobs: readonly { readonly id: string; readonly flags: readonly JobFlag[] }[],
  now: Date,
): Promise<void> {
  await sql`
    insert into job_cases as stored (job_id, state, flags, opened_at, last_at)
    select id, 'open', flags, ${now}::timestamptz, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as job (id uuid, flags jsonb)
    order by id
    on conflict (job_id) do update set
      flags = excluded.flags,
      state = case when stored.state = 'hidden' then 'hidden' else 'open' end,
      last_at = excluded.last_at`.execute(tx);
}

/** Which of these jobs have a case that is open or lies hidden. */
export async function selectStanding(tx: Tx, jobIds: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom('job_cases')
    .select('job_id')
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .where('state', '<>', 'dismissed')
    .execute();
  return rows.map(({ job_id }) => job_id);
}

/** Notes that these jobs do not say any more what they were flagged or reported for. What was found stays. */
export async function noteChange(tx: Tx, jobIds: readonly string[], now: Date): Promise<void> {
  await tx
    .updateTable('job_cases')
    .set({ changed_at: now })
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .where('state', '<>', 'dismissed')
    .execute();
}

/** Opens the case of a job that is reported, or opens it again, unless it lies hidden. */
export async function openReported(tx: Tx, jobId: string, now: Date): Promise<void> {
  await sql`
    insert into job_cases as stored (job_id, state, open_reports, opened_at, last_at)
    values (${jobId}, 'open', 0, ${now}, ${now})
    on conflict (job_id) do update set
      state = case when stored.state = 'hidden' then 'hidden' else 'open' end,
      last_at = excluded.last_at`.execute(tx);
}

export async function countReport(tx: Tx, jobId: string): Promise<void> {
  await tx
    .updateTable('job_cases')
    .set((row) => ({ open_reports: row('open_reports', '+', 1) }))
    .where('job_id', '=', jobId)
    .execute();
}

/** The case of a job, locked until the transaction ends; one is made where there is none. */
export async function lockCase(tx: Tx, jobId: string, now: Date): Promise<CaseRow> {
  await sql`
    insert into job_cases (job_id, state, opened_at, last_at) values (${jobId}, 'dismissed', ${now}, ${now})
    on conflict (job_id) do nothing`.execute(tx);
  return tx
    .selectFrom('job_cases')
    .selectAll()
    .where('job_id', '=', jobId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Counts reports as answered; a case for nothing but reports is closed with the last of them. */
export async function settleSome(tx: Tx, jobId: string, settled: number, now: Date): Promise<void> {
  await sql`
    update job_cases set
      open_reports = greatest(open_reports - ${settled}::integer, 0),
      state = case when open_reports <= ${settled}::integer and flags = '[]' and state = 'open' then 'dismissed' else state end,
      decided_at = case when open_reports <= ${settled}::integer and flags = '[]' and state = 'open'
        then ${now}::timestamptz else decided_at end
    where job_id = ${jobId}`.execute(tx);
}

export async function findCase(tx: Tx, jobId: string): Promise<CaseRow | undefined> {
  return tx.selectFrom('job_cases').selectAll().where('job_id', '=', jobId).executeTakeFirst();
}

export async function settleCase(
  tx: Tx,
  jobId: string,
  decision: { readonly state: ModerationState; readonly note: string; readonly now: Date },
): Promise<void> {
  await tx
    .updateTable('job_cases')
    .set({
      state: decision.state,
      note: decision.note,
      decided_at: decision.now,
      open_reports: 0,
      changed_at: null,
    })
    .where('job_id', '=', jobId)
    .execute();
}

export interface CaseFilter {
  readonly state: ModerationState;
  readonly by: 'flags' | 'reports' | undefined;
  readonly order: 'newest' | 'most_reported';
  readonly after: { readonly reports: number; readonly lastAt: Date; readonly jobId: string } | null;
  readonly limit: number;
}

export async function selectCases(tx: Tx, filter: CaseFilter): Promise<CaseRow[]> {
  const { state, by, order, after, limit } = filter;
  let query = tx.selectFrom('job_cases').selectAll().where('state', '=', state).limit(limit);
  if (by === 'flags') query = query.where(sql<boolean>`flags <> '[]'`);
  if (by === 'reports') query = query.where('open_reports', '>', 0);
  if (order === 'most_reported') query = query.orderBy('open_reports', 'desc');
  query = query.orderBy('last_at', 'desc').orderBy('job_id');
  if (after === null) return query.execute();
  const { reports, lastAt, jobId } = after;
  const later = sql`last_at < ${lastAt} or (last_at = ${lastAt} and job_id > ${jobId}::uuid)`;
  return query
    .where(
      order === 'newest'
        ? sql<boolean>`(${later})`
        : sql<boolean>`(open_reports < ${reports} or (open_reports = ${reports} and (${later})))`,
    )
    .execute();
}
