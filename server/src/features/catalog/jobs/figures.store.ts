import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** How many jobs were published in each of these periods and are still open. */
export async function countPublishedJobs(
  tx: Tx,
  periods: readonly { readonly from: Date; readonly until: Date }[],
): Promise<number[]> {
  const { rows } = await sql<{ count: number }>`
    select (
      select count(*)::integer from jobs
      where status = 'open' and hold = 'none' and published_at >= period.starts and published_at < period.ends
    ) as count
    from unnest(${periods.map(({ from }) => from)}::timestamptz[],
      ${periods.map(({ until }) => until)}::timestamptz[]) with ordinality as period (starts, ends, place)
    order by period.place`.execute(tx);
  return rows.map(({ count }) => count);
}

/** How many open jobs each of these sources has; sources without any are left out. */
export async function countOpenJobsOfSources(
  tx: Tx,
  sourceIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ source_id: string; open: number }>`
    select source_id, count(*) as open from jobs
    where status = 'open' and source_id = any(${sourceIds}::uuid[])
    group by source_id
  `.execute(tx);
  return new Map(rows.map((row) => [row.source_id, row.open]));
}

/** How many jobs there are by status, and how many open ones were not matched to people yet. */
export async function countJobs(
  tx: Tx,
): Promise<{ readonly open: number; readonly closed: number; readonly unmatched: number }> {
  const statuses = await tx
    .selectFrom('jobs')
    .select(['status', (count) => count.fn.countAll<number>().as('count')])
    .groupBy('status')
    .execute();
  const { unmatched } = await tx
    .selectFrom('jobs')
    .select((count) => count.fn.countAll<number>().as('unmatched'))
    .where('matched_at', 'is', null)
    .where('status', '=', 'open')
    .where('hold', '=', 'none')
    .executeTakeFirstOrThrow();
  const of = (status: string) => statuses.find((row) => row.status === status)?.count ?? 0;
  return { open: of('open'), closed: of('closed'), unmatched };
}

/**
 * `open`: it takes applications and people may be told of it. `quiet`: it is open, and nobody is told of it. `hidden`: it is
 * out of sight for now. `closed`: it takes no applications any more.
 */
export type JobState = 'open' | 'quiet' | 'hidden' | 'closed';

/** How a job stands. */
export interface JobStanding {
  readonly cluster_id: string;
  readonly state: JobState;
  readonly deadline_at: Date | null;
}

/**
 * How these jobs stand at a moment, by their ids; jobs that are gone are left out. A vacancy is closed when the last of its
 * postings is: one that is closed stands as another posting of its vacancy that is open.
 */
export async function findJobStandings(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, JobStanding>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<JobStanding & { id: string }>`
    with own as (
      select id, cluster_id, deadline_at, case when status = 'closed' or deadline_at <= ${now} then 'closed'
        when hold = 'none' then 'open' else hold end as state
      from jobs where id = any(${ids}::uuid[])
    )
    select own.id, own.cluster_id, case when other.id is null then own.state else 'open' end as state,
      case when other.id is null then own.deadline_at else other.deadline_at end as deadline_at
    from own
    left join lateral (
      select jobs.id, jobs.deadline_at from jobs
      where own.state = 'closed' and jobs.cluster_id = own.cluster_id and jobs.status = 'open' and jobs.hold = 'none'
        and (jobs.deadline_at > ${now}) is not false
      order by jobs.published_at desc, jobs.id desc limit 1
    ) as other on true`.execute(tx);
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}
