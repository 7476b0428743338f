import type { JobMark } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type JobSummaryRow, summaryColumns } from '../jobs/index.ts';

/** Gives a job this mark instead of any other; false when it has it already. */
export async function upsertMark(
  tx: Tx,
  row: {
    readonly user_id: string;
    readonly job_id: string;
    readonly mark: JobMark;
    readonly created_at: Date;
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('job_marks')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['user_id', 'job_id'])
        .doUpdateSet({ mark: row.mark, created_at: row.created_at })
        .where('job_marks.mark', '<>', row.mark),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Takes a person's marks away from these jobs, or one of both marks; answers which jobs had it. */
export async function deleteMarks(
  tx: Tx,
  userId: string,
  jobIds: readonly string[],
  mark?: JobMark,
): Promise<string[]> {
  const rows = await tx
    .deleteFrom('job_marks')
    .where('user_id', '=', userId)
    .where(sql<boolean>`job_id = any(${jobIds}::uuid[])`)
    .$if(mark !== undefined, (query) => query.where('mark', '=', mark ?? 'saved'))
    .returning('job_id')
    .execute();
  return rows.map(({ job_id }) => job_id);
}

/** The marks of a person on the vacancies of these jobs; jobs without one are left out. To have saved it comes first. */
export async function selectMarks(
  tx: Tx,
  userId: string,
  jobIds: readonly string[],
): Promise<ReadonlyMap<string, JobMark>> {
  if (jobIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; mark: JobMark }>`
    select vacancies.job_id as id, max(marks.mark) as mark
    from vacancies_of_jobs as vacancies join marks_of_jobs as marks on marks.cluster_id = vacancies.cluster_id
    where marks.user_id = ${userId} and vacancies.job_id = any(${jobIds}::uuid[])
    group by vacancies.job_id`.execute(tx);
  return new Map(rows.map(({ id, mark }) => [id, mark]));
}

/** Those of these pairs of person and job whose vacancy is hidden, as `<user> <job>`. */
export async function selectHidden(
  tx: Tx,
  pairs: readonly { readonly user_id: string; readonly job_id: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ user_id: string; job_id: string }>`
    select given.user_id, given.job_id
    from jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as given (user_id uuid, job_id uuid)
    join vacancies_of_jobs as vacancies on vacancies.job_id = given.job_id
    join marks_of_jobs as marks on marks.user_id = given.user_id and marks.cluster_id = vacancies.cluster_id
    where marks.mark = 'hidden'`.execute(tx);
  return new Set(rows.map(({ user_id, job_id }) => `${user_id} ${job_id}`));
}

/**
 * Where people have several marks on one vacancy, whose postings were two before, one stays: to have saved it comes first, then
 * the later one. Answers those that went.
 */
export async function deleteDoubled(
  tx: Tx,
  vacancyIds: readonly string[],
): Promise<{ user_id: string; job_id: string }[]> {
  const { rows } = await sql<{ user_id: string; job_id: string }>`
    delete from job_marks using (
      select job_marks.user_id, job_marks.job_id, row_number() over (
        partition by job_marks.user_id, marks.cluster_id
        order by job_marks.mark desc, job_marks.created_at desc, job_marks.job_id
      ) as place
      from marks_of_jobs as marks
      join job_marks on job_marks.user_id = marks.user_id and job_marks.job_id = marks.job_id
      where marks.cluster_id = any(${vacancyIds}::uuid[])
    ) as doubled
    where doubled.place > 1 and job_marks.user_id = doubled.user_id and job_marks.job_id = doubled.job_id
    returning job_marks.user_id, job_marks.job_id`.execute(tx);
  return rows;
}

/** Where a page of marked jobs goes on. */
export interface MarkPosition {
  readonly markedAt: Date;
  readonly jobId: string;
}

/** Jobs with this mark, the last one first; also those that are closed by now. */
export async function selectMarkedJobs(
  tx: Tx,
  userId: string,
  mark: JobMark,
  { after, limit }: { readonly after: MarkPosition | null; readonly limit: number },
): Promise<(JobSummaryRow & { readonly marked_at: Date })[]> {
  return tx
    .selectFrom('job_marks')
    .innerJoin('job_listings as jobs', 'jobs.id', 'job_marks.job_id')
    .select(summaryColumns)
    .select('job_marks.created_at as marked_at')
    .where('job_marks.user_id', '=', userId)
    .where('job_marks.mark', '=', mark)
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(job_marks.created_at, job_marks.job_id) < (${after?.markedAt}::timestamptz, ${after?.jobId}::uuid)`,
      ),
    )
    .orderBy('job_marks.created_at', 'desc')
    .orderBy('job_marks.job_id', 'desc')
    .limit(limit)
    .execute();
}

/** A job that somebody has saved, and when. */
export interface SavedJob {
  readonly user_id: string;
  readonly job_id: string;
  readonly saved_at: Date;
}

/** Saved marks on these jobs; with people given, for the job at the same place only that person's. */
export async function findSavedJobs(
  tx: Tx,
  jobIds: readonly string[],
  userIds?: readonly string[],
): Promise<SavedJob[]> {
  const within =
    userIds === undefined
      ? sql<boolean>`job_id = any(${jobIds}::uuid[])`
      : sql<boolean>`(job_id, user_id) in (select * from unnest(${jobIds}::uuid[], ${userIds}::uuid[]))`;
  return tx
    .selectFrom('job_marks')
    .select(['user_id', 'job_id', 'created_at as saved_at'])
    .where('mark', '=', 'saved')
    .where(within)
    .execute();
}

/** Saved open jobs, with who has saved them, whose deadline lies in a span of time; in their order. */
export async function listSavedUntilDeadline(
  tx: Tx,
  { from, until }: { readonly from: Date; readonly until: Date },
  after: readonly [jobId: string, userId: string] | null,
  limit: number,
): Promise<{ job_id: string; user_id: string }[]> {
  const beyond =
    after === null
      ? sql`true`
      : sql`(job_marks.job_id, job_marks.user_id) > (${after[0]}::uuid, ${after[1]}::uuid)`;
  const { rows } = await sql<{ job_id: string; user_id: string }>`
    select job_marks.job_id, job_marks.user_id
    from job_listings as jobs join job_marks on job_marks.job_id = jobs.id and job_marks.mark = 'saved'
    where jobs.status = 'open' and jobs.deadline_at > ${from} and jobs.deadline_at < ${until} and ${beyond}
    order by job_marks.job_id, job_marks.user_id
    limit ${limit}`.execute(tx);
  return rows;
}

/** Whoever hides more sees the first of them again in searches. */
const mostHidden = 5_000;

export async function selectHiddenJobs(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('job_marks')
    .select('job_id')
    .where('user_id', '=', userId)
    .where('mark', '=', 'hidden')
    .orderBy('created_at', 'desc')
    .limit(mostHidden)
    .execute();
  return rows.map(({ job_id }) => job_id);
}
