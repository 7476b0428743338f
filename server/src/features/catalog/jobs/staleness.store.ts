import type { JobStaleness } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** An open job, as far as it tells whether it is stale. */
export interface AgingJob {
  readonly id: string;
  readonly source_id: string | null;
  readonly apply_url: string | null;
  readonly published_at: Date;
  /** When its source has last given it in another form. */
  readonly updated_at: Date;
  readonly stale: JobStaleness | null;
}

/** Open jobs in the order of their ids. */
export async function listAgingJobs(tx: Tx, after: string | null, limit: number): Promise<AgingJob[]> {
  let query = tx
    .selectFrom('jobs')
    .select(['id', 'source_id', 'apply_url', 'published_at', 'updated_at', 'stale'])
    .where('status', '=', 'open')
    .orderBy('id')
    .limit(limit);
  if (after !== null) query = query.where('id', '>', after);
  return query.execute();
}

/** One of them; undefined when it is not open. */
export async function findAgingJob(tx: Tx, id: string): Promise<AgingJob | undefined> {
  return tx
    .selectFrom('jobs')
    .select(['id', 'source_id', 'apply_url', 'published_at', 'updated_at', 'stale'])
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst();
}

export interface Repeats {
  readonly first: Date;
  readonly times: number;
}

/**
 * How often the vacancies of these jobs were posted, and since when. One source that posts it for one place on several days has
 * posted it again; several places or sources have not. The newest 200 postings of a vacancy count.
 */
export async function findRepeats(tx: Tx, jobIds: readonly string[]): Promise<ReadonlyMap<string, Repeats>> {
  if (jobIds.length === 0) return new Map();
  const { rows } = await sql<Repeats & { id: string }>`
    select jobs.id, said.first, said.times
    from jobs
    cross join lateral (
      select min(own.first) as first, max(own.times) as times
      from (
        select min(posting.published_at) as first,
          count(distinct (posting.published_at at time zone 'UTC')::date) as times
        from (
          select source_id, places, published_at from jobs as mate
          where mate.cluster_id = jobs.cluster_id order by mate.id desc limit 200
        ) as posting
        group by posting.source_id, posting.places
      ) as own
    ) as said
    where jobs.id = any(${jobIds}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, first, times }) => [id, { first, times }]));
}

/** Says of jobs why they are probably stale; null: nothing says so. */
export async function writeStaleness(
  tx: Tx,
  jobs: readonly { readonly id: string; readonly stale: JobStaleness | null }[],
): Promise<void> {
  if (jobs.length === 0) return;
  await sql`
    update jobs set stale = nullif(said.stale, 'null'::jsonb)
    from jsonb_to_recordset(${JSON.stringify(jobs)}::jsonb) as said (id uuid, stale jsonb)
    where jobs.id = said.id and jobs.status = 'open'`.execute(tx);
}

/** Closes jobs whose pages are gone; answers which were open. */
export async function closeGone(tx: Tx, jobIds: readonly string[], now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update jobs set status = 'closed', closed_at = ${now}, closed_reason = 'gone', updated_at = ${now}
    where id = any(${jobIds}::uuid[]) and status = 'open' and source_id is not null
    returning id`.execute(tx);
  return rows.map(({ id }) => id);
}
