import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** What a sitemap lists: jobs that are advertised, or the companies that have such. */
export type Advertised = 'jobs' | 'companies';

/** An entry of a sitemap. */
export interface AdvertisedEntry {
  readonly id: string;
  readonly changed_at: Date;
}

/** Entries that follow each other, as many as a sitemap may have. */
export interface AdvertisedPart {
  readonly first: string;
  readonly count: number;
  readonly changed_at: Date;
  /** Differs when the entries are others. */
  readonly mark: string;
}

/** The same as `publicStanding` says of a row. */
const isAdvertised = (now: Date): RawBuilder<SqlBool> => sql`(
  jobs.status = 'open' and (jobs.deadline_at is null or jobs.deadline_at > ${now})
  and jobs.hold = 'none' and jobs.review in ('none', 'cleared') and jobs.company_trust <> 'unverified'
)`;

const changedAt = sql<Date>`greatest(jobs.updated_at, jobs.published_at)`;

/** Which of these jobs are advertised. */
export async function findAdvertised(
  tx: Tx,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom('jobs')
    .select('jobs.id')
    .where('jobs.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where(isAdvertised(now))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** All that is advertised in the order of the ids, in parts of a size. It reads every open job, so it is asked seldom. */
export async function summarizeAdvertised(
  tx: Tx,
  what: Advertised,
  now: Date,
  size: number,
): Promise<AdvertisedPart[]> {
  const { rows } = await sql<AdvertisedPart>`
    with numbered as (
      select id, changed_at, (row_number() over (order by id) - 1) / ${size}::int as part
      from (${entries(what, now)}) as entries
    )
    select min(id::text) as first, count(*)::int as count, max(changed_at) as changed_at,
      sum(hashtext(id::text)::bigint)::text as mark
    from numbered
    group by part
    order by part
  `.execute(tx);
  return rows;
}

/** Some of it, from an id on or from behind one. */
export async function selectAdvertised(
  tx: Tx,
  what: Advertised,
  now: Date,
  from: { readonly id: string; readonly isIncluded: boolean },
  limit: number,
): Promise<AdvertisedEntry[]> {
  const key = what === 'jobs' ? sql`jobs.id` : sql`jobs.company_id`;
  const beyond = from.isIncluded ? sql`${key} >= ${from.id}::uuid` : sql`${key} > ${from.id}::uuid`;
  const { rows } = await sql<AdvertisedEntry>`
    ${entries(what, now, sql`and ${beyond}`)} order by 1 limit ${limit}
  `.execute(tx);
  return rows;
}

function entries(what: Advertised, now: Date, further: RawBuilder<unknown> = sql``): RawBuilder<unknown> {
  if (what === 'jobs') {
    return sql`select jobs.id, ${changedAt} as changed_at from jobs where ${isAdvertised(now)} ${further}`;
  }
  return sql`
    select jobs.company_id as id, max(${changedAt}) as changed_at from jobs
    where ${isAdvertised(now)} ${further}
    group by jobs.company_id
  `;
}
