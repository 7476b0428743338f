import type { CompanyTrust, EmploymentType, PayPeriod, Seniority, Workplace } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import type { JobHold } from './tables.ts';

/** What matching needs of a job, as it is stored. */
export interface MatchableJob {
  readonly id: string;
  readonly cluster_id: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly company_trust: CompanyTrust;
  readonly company_domain: string | null;
  readonly title: string;
  readonly description_text: string;
  readonly places: readonly string[];
  readonly workplace: Workplace | null;
  readonly employment_type: EmploymentType | null;
  readonly seniority: Seniority | null;
  readonly skills: readonly string[];
  /** Stated by the employer; a prediction never stands here. */
  readonly pay_minimum: number | null;
  readonly pay_maximum: number | null;
  readonly pay_currency: string | null;
  readonly pay_period: PayPeriod | null;
  /** Payments of a year, where the text of the posting says 13 or 14. */
  readonly pay_months?: number | null;
  readonly deadline_at: Date | null;
  readonly published_at: Date;
}

const matchableColumns = [
  'id',
  'cluster_id',
  'company_id',
  'company_name',
  'company_trust',
  'company_domain',
  'title',
  'description_text',
  'places',
  'workplace',
  'employment_type',
  'seniority',
  'skills',
  'pay_minimum',
  'pay_maximum',
  'pay_currency',
  'pay_period',
  'pay_months',
  'deadline_at',
  'published_at',
] as const;

/** A job that waits to be matched, with the source that gave it; null: a recruiter did. */
export type UnmatchedJob = MatchableJob & { readonly source_id: string | null };

/** Open jobs that were not matched to people yet and have their vacancy, the oldest first. */
export async function listUnmatchedJobs(tx: Tx, limit: number): Promise<UnmatchedJob[]> {
  return tx
    .selectFrom('jobs')
    .select([...matchableColumns, 'source_id'])
    .where('status', '=', 'open')
    .where('matched_at', 'is', null)
    .where('hold', '=', 'none')
    .where('vacancy_due', '=', false)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Locks those of the jobs that still wait to be matched and are of the vacancy that they were read with. Jobs that another
 * transaction holds are left out rather than waited for, so that two transactions cannot wait for each other.
 */
export async function lockUnmatchedJobs(
  tx: Tx,
  jobs: readonly Pick<MatchableJob, 'id' | 'cluster_id'>[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('jobs')
    .select('id')
    .where(
      sql<boolean>`(id, cluster_id) in (
        select * from unnest(${jobs.map(({ id }) => id)}::uuid[], ${jobs.map((job) => job.cluster_id)}::uuid[])
      )`,
    )
    .where('status', '=', 'open')
    .where('matched_at', 'is', null)
    .where('hold', '=', 'none')
    .where('vacancy_due', '=', false)
    .forUpdate()
    .skipLocked()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export async function markMatched(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx
    .updateTable('jobs')
    .set({ matched_at: now })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
}

/** What people are told of a job. */
export type TellableJob = Omit<MatchableJob, 'description_text'>;

const tellableColumns = matchableColumns.filter((column) => column !== 'description_text');

/** These jobs, without their texts, by their ids; those that are gone are left out. */
export async function findTellableJobs(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TellableJob>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('jobs')
    .select(tellableColumns)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** A job with its place in the order of publication. */
export type PublishedJob = MatchableJob & { readonly published_at: Date };

/** Open jobs since a moment that have been matched to people, the newest first, from behind `after` on. */
export async function listMatchedJobs(
  tx: Tx,
  since: Date,
  after: PublishedJob | undefined,
  limit: number,
): Promise<PublishedJob[]> {
  return tx
    .selectFrom('jobs')
    .select([...matchableColumns, 'published_at'])
    .where('status', '=', 'open')
    .where('matched_at', 'is not', null)
    .where('hold', '=', 'none')
    .where('published_at', '>=', since)
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`(published_at, id) < (${after?.published_at}::timestamptz, ${after?.id}::uuid)`,
      ),
    )
    .orderBy('published_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** Whether an open job waits to be matched. */
export async function hasUnmatchedJobs(tx: Tx): Promise<boolean> {
  const row = await tx
    .selectFrom('jobs')
    .select('id')
    .where('status', '=', 'open')
    .where('matched_at', 'is', null)
    .where('hold', '=', 'none')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A job with what became of it. */
export interface PostedJob extends MatchableJob {
  readonly status: 'open' | 'closed';
  readonly posted_by: string | null;
  readonly matched_at: Date | null;
  readonly hold: JobHold;
}

export async function findPostedJob(tx: Tx, id: string): Promise<PostedJob | undefined> {
  return tx
    .selectFrom('jobs')
    .select([...matchableColumns, 'status', 'posted_by', 'matched_at', 'hold'])
    .where('id', '=', id)
    .executeTakeFirst();
}
