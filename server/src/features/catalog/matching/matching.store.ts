import type { JobMark, Match } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type JobSummaryRow, summaryColumns } from '../jobs/index.ts';
import type { CollectedMatch, LeftOutReason, StoredMatch, UntoldMatch } from './found.ts';

/** Those of the matches that are not stored yet. Who adds them has to look again, since others may at the same time. */
export async function withoutKnown<Found extends StoredMatch>(
  tx: Tx,
  matches: readonly Found[],
): Promise<readonly Found[]> {
  const known = await selectScores(tx, matches);
  return matches.filter(({ user_id, cluster_id }) => !known.has(`${user_id} ${cluster_id}`));
}

/** Those of the pairs, as `<user> <vacancy>`, that are told as matches or will be. */
export async function findToldPairs(
  tx: Tx,
  pairs: readonly { readonly user_id: string; readonly cluster_id: string }[],
): Promise<ReadonlySet<string>> {
  if (pairs.length === 0) return new Set();
  const given = pairs.map(({ user_id, cluster_id }) => ({ user_id, cluster_id }));
  const { rows } = await sql<{ user_id: string; cluster_id: string }>`
    select matches.user_id, matches.cluster_id
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given (user_id uuid, cluster_id uuid)
    join matches on matches.user_id = given.user_id and matches.cluster_id = given.cluster_id
    where matches.window_id is not null
      and (matches.left_out is null or matches.left_out in ('told_at_once', 'told_before'))`.execute(tx);
  return new Set(rows.map(({ user_id, cluster_id }) => `${user_id} ${cluster_id}`));
}

/** Adds the matches that are not there yet, and returns those. */
export async function insertMatches<Found extends CollectedMatch | UntoldMatch>(
  tx: Tx,
  matches: readonly Found[],
  now: Date,
): Promise<Found[]> {
  const { rows } = await sql<{ user_id: string; cluster_id: string }>`
    insert into matches (user_id, cluster_id, job_id, score, reasons, created_at, window_id, alert, left_out)
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
    insert into matches (user_id, cluster_id, job_id, score, reasons, created_at, window_id, alert, left_out)
    ${rowsOf(matches, now)}
    on conflict (user_id, cluster_id) do update
      set job_id = excluded.job_id, score = excluded.score, reasons = excluded.reasons`.execute(tx);
}

/** The matches as one parameter, however many; without people who are gone or seek no job any more. */
function rowsOf(matches: readonly StoredMatch[], now: Date) {
  return sql`
    select given.user_id, given.cluster_id, given.job_id, given.score, given.reasons, ${now}::timestamptz,
      given.window_id, given.alert, given.left_out
    from jsonb_to_recordset(${JSON.stringify(matches)}::jsonb)
      as given (user_id uuid, cluster_id uuid, job_id uuid, score smallint, reasons jsonb, window_id uuid,
        alert text, left_out text)
    join people on people.id = given.user_id and people.role = 'job_seeker'`;
}

/** A match in the list of a person. */
export interface ListedMatch extends Match, JobSummaryRow {
  readonly matched_at: Date;
  readonly mark: JobMark | null;
}

/** Where a page of matches goes on. */
export interface MatchPosition {
  readonly matchedAt: Date;
  readonly jobId: string;
}

/** Matches with jobs that take applications, the newest match first. */
export async function selectMatches(
  tx: Tx,
  userId: string,
  page: {
    readonly limit: number;
    readonly after: MatchPosition | null;
    readonly withHidden: boolean;
    readonly window: string | undefined;
  },
  now: Date,
): Promise<ListedMatch[]> {
  const { after, window } = page;
  return tx
    .selectFrom('matches')
    .innerJoin('job_listings as jobs', 'jobs.id', 'matches.job_id')
    .leftJoinLateral(
      (query) =>
        query
          .selectFrom('marks_of_jobs')
          .select(({ fn }) => fn.max('marks_of_jobs.mark').as('mark'))
          .whereRef('marks_of_jobs.cluster_id', '=', 'matches.cluster_id')
          .whereRef('marks_of_jobs.user_id', '=', 'matches.user_id')
          .as('marks'),
      (join) => join.onTrue(),
    )
    .select(summaryColumns)
    .select('marks.mark')
    .select(['matches.score', 'matches.reasons', 'matches.created_at as matched_at'])
    .where('matches.user_id', '=', userId)
    .where('jobs.status', '=', 'open')
    .where((where) => where.or([where('jobs.deadline_at', 'is', null), where('jobs.deadline_at', '>', now)]))
    .$if(window !== undefined, (query) =>
      query.where('matches.window_id', '=', window ?? null).where('matches.left_out', 'is', null),
    )
    .$if(!page.withHidden, (query) => query.where(sql<boolean>`marks.mark is distinct from 'hidden'`))
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

/** How a person's match with a vacancy is known. */
export interface KnownMatch {
  readonly job_id: string;
  readonly window_id: string | null;
  readonly left_out: LeftOutReason | null;
}

/** The match of a person with a vacancy. */
export async function selectMatch(
  tx: Tx,
  userId: string,
  clusterId: string,
): Promise<KnownMatch | undefined> {
  return tx
    .selectFrom('matches')
    .select(['job_id', 'window_id', 'left_out'])
    .where('user_id', '=', userId)
    .where('cluster_id', '=', clusterId)
    .executeTakeFirst();
}

/** The scores of these matches with their reasons, as `<user> <cluster>`. */
export async function selectMatchesOf(
  tx: Tx,
  pairs: readonly { readonly user_id: string; readonly cluster_id: string }[],
): Promise<ReadonlyMap<string, Match>> {
  if (pairs.length === 0) return new Map();
  const wanted = pairs.map(({ user_id, cluster_id }) => ({ user_id, cluster_id }));
  const { rows } = await sql<Match & { user_id: string; cluster_id: string }>`
    select matches.user_id, matches.cluster_id, matches.score, matches.reasons
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as given (user_id uuid, cluster_id uuid)
    join matches on matches.user_id = given.user_id and matches.cluster_id = given.cluster_id`.execute(tx);
  return new Map(
    rows.map(({ user_id, cluster_id, score, reasons }) => [`${user_id} ${cluster_id}`, { score, reasons }]),
  );
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

/** The scores of people's matches with vacancies, as `<user> <cluster>`; pairs without a match are left out. */
export async function selectScores(
  tx: Tx,
  pairs: readonly { readonly user_id: string; readonly cluster_id: string }[],
): Promise<ReadonlyMap<string, number>> {
  if (pairs.length === 0) return new Map();
  const wanted = pairs.map(({ user_id, cluster_id }) => ({ user_id, cluster_id }));
  const { rows } = await sql<{ user_id: string; cluster_id: string; score: number }>`
    select matches.user_id, matches.cluster_id, matches.score
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as given (user_id uuid, cluster_id uuid)
    join matches on matches.user_id = given.user_id and matches.cluster_id = given.cluster_id`.execute(tx);
  return new Map(rows.map(({ user_id, cluster_id, score }) => [`${user_id} ${cluster_id}`, score]));
}

/** A posting that is of another vacancy now. `between` is an id of its own for the time of the move. */
export interface MovedMatches {
  readonly job_id: string;
  readonly from: string;
  readonly between: string;
  readonly to: string;
}

/**
 * Lets the matches with postings follow these into other vacancies. Where a person has matches with both, one stays: what the
 * person was told of before what waits to be told, and the older before the newer. All of them leave before the first arrives,
 * since one may go where another comes from. Answers whose matches are of another vacancy now.
 */
export async function moveMatches(
  tx: Tx,
  moved: readonly MovedMatches[],
): Promise<{ user_id: string; from: string; to: string }[]> {
  const given = sql`jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
    as given (job_id uuid, "from" uuid, between uuid, "to" uuid)`;
  const { numAffectedRows } = await sql`
    update matches set cluster_id = given.between
    from ${given} where matches.job_id = given.job_id and matches.cluster_id = given."from"`.execute(tx);
  if (numAffectedRows === 0n) return [];
  await sql`
    with moving as (
      select matches.user_id, matches.cluster_id, given."to" as vacancy, matches.left_out, matches.created_at
      from ${given} join matches on matches.job_id = given.job_id and matches.cluster_id = given.between
    ), concerned as (
      select * from moving
      union
      select matches.user_id, matches.cluster_id, matches.cluster_id, matches.left_out, matches.created_at
      from moving join matches on matches.user_id = moving.user_id and matches.cluster_id = moving.vacancy
    ), ordered as (
      select user_id, cluster_id, row_number() over (
        partition by user_id, vacancy
        order by coalesce(left_out in ('told_at_once', 'told_before'), true) desc, created_at, cluster_id
      ) as place
      from concerned
    )
    delete from matches using ordered
    where matches.user_id = ordered.user_id and matches.cluster_id = ordered.cluster_id and ordered.place > 1`.execute(
    tx,
  );
  const { rows } = await sql<{ user_id: string; from: string; to: string }>`
    update matches set cluster_id = given."to"
    from ${given} where matches.job_id = given.job_id and matches.cluster_id = given.between
    returning matches.user_id, given."from", given."to"`.execute(tx);
  return rows;
}

/**
 * Gives people who have a match with one of two vacancies, which were one, a match with the other. It belongs to no window: who was
 * told of both as one is told of neither again.
 */
export async function copyMatches(
  tx: Tx,
  from: { readonly jobIds: readonly string[]; readonly vacancyId: string },
  to: { readonly jobId: string; readonly vacancyId: string },
): Promise<void> {
  await sql`
    insert into matches (user_id, cluster_id, job_id, score, reasons, created_at)
    select user_id, ${to.vacancyId}, ${to.jobId}, score, reasons, created_at from matches
    where job_id = any(${from.jobIds}::uuid[]) and cluster_id = ${from.vacancyId}
    on conflict (user_id, cluster_id) do nothing`.execute(tx);
}

/**
 * Passes the matches with those of these jobs that are closed to another posting of the same vacancy that is open, one at the
 * same place before others: a vacancy is closed when the last of its postings is.
 */
export async function passToOpenPostings(tx: Tx, jobIds: readonly string[]): Promise<void> {
  await sql`
    update matches set job_id = other.id
    from job_listings as jobs
    cross join lateral (
      select posting.id from job_listings as posting
      where posting.cluster_id = jobs.cluster_id and posting.status = 'open' and posting.hold = 'none'
      order by posting.places && jobs.places desc, posting.published_at desc, posting.id desc limit 1
    ) as other
    where jobs.id = any(${jobIds}::uuid[]) and jobs.status = 'closed' and matches.job_id = jobs.id`.execute(
    tx,
  );
}
