import type { PayPeriod } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** What tells the vacancy of a job. */
export interface DueJob {
  readonly id: string;
  readonly cluster_id: string;
  readonly company_id: string;
  readonly company_name: string;
  /** Null: a recruiter has posted it. */
  readonly external_id: string | null;
  readonly title: string;
  readonly description_text: string;
  readonly places: readonly string[];
  readonly apply_url: string | null;
  readonly pay_minimum: number | null;
  readonly pay_maximum: number | null;
  readonly pay_currency: string | null;
  readonly pay_period: PayPeriod | null;
  readonly published_at: Date;
  /** Another one when it was written since. */
  readonly version: string;
}

/** Open jobs that wait for their vacancy, the oldest first. */
export async function listDueJobs(tx: Tx, limit: number): Promise<DueJob[]> {
  return tx
    .selectFrom('jobs')
    .select([
      ...(['id', 'cluster_id', 'company_id', 'company_name', 'external_id', 'title'] as const),
      ...(['description_text', 'places', 'apply_url', 'published_at'] as const),
      ...(['pay_minimum', 'pay_maximum', 'pay_currency', 'pay_period'] as const),
    ])
    .select(sql<string>`xmin::text`.as('version'))
    .where('vacancy_due', '=', true)
    .where('status', '=', 'open')
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Locks those of these jobs that are as they were read. Those that somebody else writes right now are left out. */
export async function lockDueJobs(
  tx: Tx,
  jobs: readonly Pick<DueJob, 'id' | 'version'>[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from jobs
    where (id, xmin::text) in (
        select * from unnest(${jobs.map(({ id }) => id)}::uuid[], ${jobs.map(({ version }) => version)}::text[])
      ) and vacancy_due
    for update skip locked`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

/** Says of what vacancy jobs are; they wait no more. */
export async function settleVacancies(
  tx: Tx,
  jobs: readonly { readonly id: string; readonly cluster_id: string }[],
): Promise<void> {
  await sql`
    update jobs set cluster_id = decided.cluster_id, vacancy_due = false
    from unnest(${jobs.map(({ id }) => id)}::uuid[], ${jobs.map(({ cluster_id }) => cluster_id)}::uuid[])
      as decided (id, cluster_id)
    where jobs.id = decided.id`.execute(tx);
}

/**
 * Moves jobs to another vacancy; one that waits for its vacancy goes on waiting.
 *
 * @returns false where somebody else holds one of them, who is not waited for, since that one may wait for us: the
 * transaction has to end without it
 */
export async function moveToVacancy(tx: Tx, jobIds: readonly string[], clusterId: string): Promise<boolean> {
  if (jobIds.length === 0) return true;
  const locked = await tx
    .selectFrom('jobs')
    .select('id')
    .where(sql<boolean>`id = any(${jobIds}::uuid[])`)
    .forUpdate()
    .skipLocked()
    .execute();
  if (locked.length < jobIds.length) return false;
  await tx
    .updateTable('jobs')
    .set({ cluster_id: clusterId })
    .where(sql<boolean>`id = any(${jobIds}::uuid[])`)
    .execute();
  return true;
}

/** Lets the vacancies of jobs be decided anew. */
export async function askForVacancies(tx: Tx, jobIds: readonly string[]): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ vacancy_due: true })
    .where(sql<boolean>`id = any(${jobIds}::uuid[])`)
    .execute();
}

/** Those of these jobs that another posting can be one vacancy with: the open ones and what was closed since a moment. */
export async function findRecentJobs(
  tx: Tx,
  ids: readonly string[],
  closedSince: Date,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('jobs')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where((where) => where.or([where('status', '=', 'open'), where('closed_at', '>', closedSince)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The postings of a job's vacancy by their ids, itself among them, closed ones too; at most a hundred. */
export async function findPostingsOfVacancy(tx: Tx, jobId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('jobs')
    .innerJoin('jobs as other', 'other.cluster_id', 'jobs.cluster_id')
    .select('other.id')
    .where('jobs.id', '=', jobId)
    .orderBy('other.id', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id }) => id);
}

/** An open posting of a vacancy, as it stands beside another of it. */
export interface OtherPostingRow {
  /** The job beside which it stands. */
  readonly of: string;
  readonly id: string;
  readonly company_name: string;
  readonly places: readonly string[];
  readonly apply_url: string | null;
  readonly published_at: Date;
}

/** The other open postings of the vacancies of these jobs that everybody may see, the newest first, so many of each at most. */
export async function selectOtherPostings(
  tx: Tx,
  jobIds: readonly string[],
  most: number,
): Promise<OtherPostingRow[]> {
  if (jobIds.length === 0) return [];
  const { rows } = await sql<OtherPostingRow>`
    select jobs.id as of, other.id, other.company_name, other.places, other.apply_url, other.published_at
    from jobs
    cross join lateral (
      select id, company_name, places, apply_url, published_at from jobs as posting
      where posting.cluster_id = jobs.cluster_id and posting.id <> jobs.id
        and posting.status = 'open' and posting.hold <> 'hidden'
      order by published_at desc, id desc limit ${most}
    ) as other
    where jobs.id = any(${jobIds}::uuid[])
    order by other.published_at desc, other.id desc`.execute(tx);
  return rows;
}

/** A posting among those of its vacancy. */
export interface VacancyJobRow {
  readonly id: string;
  readonly cluster_id: string;
  readonly vacancy_due: boolean;
  readonly title: string;
  readonly company_name: string;
  readonly places: readonly string[];
  readonly status: 'open' | 'closed';
  readonly apply_url: string | null;
  readonly published_at: Date;
  /** Characters of its text. */
  readonly text_length: number;
}

/** These jobs, the newest first, hidden ones too. */
export async function selectVacancyJobs(tx: Tx, ids: readonly string[]): Promise<VacancyJobRow[]> {
  return tx
    .selectFrom('jobs')
    .select([
      ...(['id', 'cluster_id', 'vacancy_due', 'title', 'company_name', 'places', 'status'] as const),
      ...(['apply_url', 'published_at'] as const),
    ])
    .select(sql<number>`length(description_text)`.as('text_length'))
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
