import type { JobMark, Match } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type JobSummaryRow, summaryColumns } from '../jobs/index.ts';
import type { MatchableJob } from './readings.ts';

const matchableColumns = [
  'id',
  'cluster_id',
  'company_id',
  'company_name',
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
  'deadline_at',
] as const;

/** A match as it is stored. */
export interface StoredMatch extends Match {
  readonly user_id: string;
  readonly cluster_id: string;
  readonly job_id: string;
}

/** Open jobs that were not matched to people yet, the oldest first. */
export async function selectUnmatchedJobs(tx: Tx, limit: number): Promise<MatchableJob[]> {
  return tx
    .selectFrom('jobs')
    .select(matchableColumns)
    .where('status', '=', 'open')
    .where('matched_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .limit(limit)
    .execute();
}

/**
 * Locks those of the jobs that still wait to be matched. Jobs that another transaction holds are left out rather than
 * waited for, so that two transactions can not wait for each other.
 */
export async function lockUnmatchedJobs(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('jobs')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('status', '=', 'open')
    .where('matched_at', 'is', null)
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

/** Adds the matches that are not there yet, and returns those. */
export async function insertMatches<Found extends StoredMatch>(
  tx: Tx,
  matches: readonly Found[],
  now: Date,
): Promise<Found[]> {
  const { rows } = await sql<{ user_id: string; cluster_id: string }>`
    insert into matches (user_id, cluster_id, job_id, score, reasons, created_at)
    ${rowsOf(matches, now)}
    on conflict (user_id, cluster_id) do nothing
    returning user_id, cluster_id`.execute(tx);
  const added = new Set(rows.map(({ user_id, cluster_id }) => `${user_id} ${cluster_id}`));
  return matches.filter(({ user_id, cluster_id }) => added.has(`${user_id} ${cluster_id}`));
}

/**
 * Makes the matches of a person equal to these, as far as the given jobs go. A match that stays keeps its moment, so
 * that the list of matches does not shuffle.
 */
export async function replaceMatches(
  tx: Tx,
  userId: string,
  jobIds: readonly string[],
  matches: readonly StoredMatch[],
  now: Date,
): Promise<void> {
  await sql`
    delete from matches
    where user_id = ${userId}
      and job_id = any(${jobIds}::uuid[])
      and not (cluster_id = any(${matches.map(({ cluster_id }) => cluster_id)}::uuid[]))`.execute(tx);
  await sql`
    insert into matches (user_id, cluster_id, job_id, score, reasons, created_at)
    ${rowsOf(matches, now)}
    on conflict (user_id, cluster_id) do update
      set job_id = excluded.job_id, score = excluded.score, reasons = excluded.reasons`.execute(tx);
}

/** The matches as one parameter, however many; without people who are gone or seek no job any more. */
function rowsOf(matches: readonly StoredMatch[], now: Date) {
  return sql`
    select given.user_id, given.cluster_id, given.job_id, given.score, given.reasons, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb)
      as given (user_id uuid, cluster_id uuid, job_id uuid, score smallint, reasons jsonb)
    join users on users.id = given.user_id and users.role = 'job_seeker'`;
}

/** A job with its place in the order of publication. */
export type PublishedJob = MatchableJob & { readonly published_at: Date };

/** Open jobs since a moment that have been matched to people, the newest first, from behind `after` on. */
export async function selectMatchedJobs(
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
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** A match in the list of a person. */
export interface ListedMatch extends Match, JobSummaryRow {
  readonly matched_at: Date;
  readonly mark: JobMark | null;
}

/** Where a page of matches goes on. */
export interface MatchPosition {
  readonly matchedAt: string;
  readonly jobId: string;
}

/** Matches with jobs that take applications, the newest match first. */
export async function selectMatches(
  tx: Tx,
  userId: string,
  page: { readonly limit: number; readonly after: MatchPosition | null; readonly withHidden: boolean },
  now: Date,
): Promise<ListedMatch[]> {
  const { after } = page;
  return tx
    .selectFrom('matches')
    .innerJoin('jobs', 'jobs.id', 'matches.job_id')
    .leftJoin('job_marks', (join) =>
      join
        .onRef('job_marks.job_id', '=', 'matches.job_id')
        .onRef('job_marks.user_id', '=', 'matches.user_id'),
    )
    .select(summaryColumns)
    .select('job_marks.mark')
    .select(['matches.score', 'matches.reasons', 'matches.created_at as matched_at'])
    .where('matches.user_id', '=', userId)
    .where('jobs.status', '=', 'open')
    .where((where) => where.or([where('jobs.deadline_at', 'is', null), where('jobs.deadline_at', '>', now)]))
    .$if(!page.withHidden, (query) => query.where(sql<boolean>`job_marks.mark is distinct from 'hidden'`))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(matches.created_at, matches.job_id) < (${after?.matchedAt}::timestamptz, ${after?.jobId}::uuid)`,
      ),
    )
    .orderBy('matches.created_at', 'desc')
    .orderBy('matches.job_id', 'desc')
    .limit(page.limit)
    .execute();
}

/** Those of the jobs that take applications. */
export async function selectOpenJobs(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('jobs')
    .select('id')
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('status', '=', 'open')
    .where((where) => where.or([where('deadline_at', 'is', null), where('deadline_at', '>', now)]))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** A job with what decides whether somebody has been told of it. */
export interface JudgedJob extends MatchableJob {
  readonly status: 'open' | 'closed';
  readonly posted_by: string | null;
  readonly matched_at: Date | null;
}

export async function selectJudgedJob(tx: Tx, id: string): Promise<JudgedJob | undefined> {
  return tx
    .selectFrom('jobs')
    .select([...matchableColumns, 'status', 'posted_by', 'matched_at'])
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The posting by which a person's match with a vacancy is known. */
export async function selectMatchedPosting(
  tx: Tx,
  userId: string,
  clusterId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('matches')
    .select('job_id')
    .where('user_id', '=', userId)
    .where('cluster_id', '=', clusterId)
    .executeTakeFirst();
  return row?.job_id;
}

/** How many jobs were published in each of these periods and are still open. */
export async function countPublished(
  tx: Tx,
  periods: readonly { readonly from: Date; readonly until: Date }[],
): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select (
      select count(*)::integer from jobs
      where status = 'open' and published_at >= period.starts and published_at < period.ends
    ) as count
    from unnest(${periods.map(({ from }) => from)}::timestamptz[],
      ${periods.map(({ until }) => until)}::timestamptz[]) with ordinality as period (starts, ends, place)
    order by period.place`.execute(tx);
  return rows.map(({ count }) => count);
}

/** How many matches each of these people got in the period. */
export async function countMatches(
  tx: Tx,
  periods: readonly { readonly userId: string; readonly from: Date; readonly until: Date }[],
): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select (
      select count(*)::integer from matches
      where user_id = period.user_id and created_at >= period.starts and created_at < period.ends
    ) as count
    from unnest(${periods.map(({ userId }) => userId)}::uuid[],
      ${periods.map(({ from }) => from)}::timestamptz[], ${periods.map(({ until }) => until)}::timestamptz[])
      with ordinality as period (user_id, starts, ends, place)
    order by period.place`.execute(tx);
  return rows.map(({ count }) => count);
}

/** A job as it stands for a person. */
export interface StandingRow {
  readonly open: boolean;
  readonly deadline_at: Date | null;
  readonly score: number | null;
}

/** How jobs stand for people, in the order of the questions; null: the job is gone. */
export async function selectStandings(
  tx: Tx,
  questions: readonly { readonly userId: string; readonly jobId: string }[],
  now: Date,
): Promise<(StandingRow | null)[]> {
  const { rows } = await sql<StandingRow & { known: boolean }>`
    select jobs.id is not null as known,
      jobs.status = 'open' and (jobs.deadline_at is null or jobs.deadline_at > ${now}) as open,
      jobs.deadline_at, matches.score
    from unnest(${questions.map(({ userId }) => userId)}::uuid[],
      ${questions.map(({ jobId }) => jobId)}::uuid[]) with ordinality as asked (user_id, job_id, place)
    left join jobs on jobs.id = asked.job_id
    left join matches on matches.user_id = asked.user_id and matches.cluster_id = jobs.cluster_id
    order by asked.place`.execute(tx);
  return rows.map(({ known, ...standing }) => (known ? standing : null));
}
