import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';
import { type JobSummaryRow, summaryColumns } from '../jobs/index.ts';
import {
  allOf,
  allOfHeadline,
  type Conditions,
  type FacetName,
  facetNames,
  isFirstOfVacancy,
  isNewer,
} from './conditions.store.ts';

export interface NewestPosition {
  readonly publishedAt: Date;
  readonly id: string;
}

export interface RelevancePosition extends NewestPosition {
  readonly rank: number;
}

export interface RankedRow extends JobSummaryRow {
  readonly rank: number;
}

/**
 * The newest hits from after a position, one of each vacancy. They are chosen by the narrow columns first, because PostgreSQL would fetch
 * the beginning of every text before it sorts.
 */
export async function selectNewest(
  tx: Tx,
  conditions: Conditions,
  after: NewestPosition | null,
  limit: number,
): Promise<JobSummaryRow[]> {
  const beyond =
    after === null
      ? sql`true`
      : sql`(jobs.published_at, jobs.id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`;
  return tx
    .with('page', (db) =>
      db
        .selectFrom(
          sql<{ id: string }>`(
            select jobs.id from job_listings as jobs
            where ${allOf(conditions)} and ${beyond}
              and ${isFirstOfVacancy(sql`${isNewer} and ${allOf(conditions)}`)}
            order by jobs.published_at desc, jobs.id desc
            limit ${limit}
          )`.as('hits'),
        )
        .select('hits.id'),
    )
    .selectFrom('page')
    .innerJoin('job_listings as jobs', 'jobs.id', 'page.id')
    .select(summaryColumns)
    .orderBy('jobs.published_at', 'desc')
    .orderBy('jobs.id', 'desc')
    .execute();
}

/**
 * One hit of each vacancy. First the hits that have the words in title, company or skills, the best of the newest `candidates` of them first;
 * then, with rank 0, those that have them elsewhere, the newest first. The second part, which reads the long vectors of
 * the texts, is only run when the first does not fill the page.
 */
export async function selectRelevant(
  tx: Tx,
  conditions: Conditions & { readonly textQuery: RawBuilder<string> },
  after: RelevancePosition | null,
  limit: number,
  candidates: number,
): Promise<RankedRow[]> {
  const { textQuery } = conditions;
  const headline = allOfHeadline(conditions);
  const inHeadline = sql<SqlBool>`jobs.headline_search @@ ${textQuery}`;
  const everything = sql<SqlBool>`true`;
  const beyondBest =
    after === null
      ? everything
      : sql<SqlBool>`(rank, published_at, id) < (${after.rank}::real, ${after.publishedAt}::timestamptz, ${after.id}::uuid)`;
  const beyondNewest =
    after === null || after.rank > 0
      ? everything
      : sql<SqlBool>`(jobs.published_at, jobs.id) < (${after.publishedAt}::timestamptz, ${after.id}::uuid)`;
  return tx
    .with('page', (db) =>
      db
        .selectFrom(
          sql<{ id: string; rank: number }>`(
            (
              select id, rank from (
                select id, published_at, (1 + ts_rank(headline_search, ${textQuery}))::real as rank
                from (
                  select jobs.id, jobs.published_at, jobs.headline_search from job_listings as jobs
                  where ${headline} and ${isFirstOfVacancy(sql`${isNewer} and ${headline}`)}
                  order by jobs.published_at desc, jobs.id desc
                  limit ${candidates}
                ) as headline
              ) as ranked
              where ${beyondBest}
              order by rank desc, published_at desc, id desc
            )
            union all
            (
              select jobs.id, 0::real as rank from job_listings as jobs
              where not ${inHeadline} and ${beyondNewest} and ${allOf(conditions)}
                and ${isFirstOfVacancy(sql`(${isNewer} or ${inHeadline}) and ${allOf(conditions)}`)}
              order by jobs.published_at desc, jobs.id desc
              limit ${limit}
            )
            limit ${limit}
          )`.as('hits'),
        )
        .select(['hits.id', 'hits.rank']),
    )
    .selectFrom('page')
    .innerJoin('job_listings as jobs', 'jobs.id', 'page.id')
    .select([...summaryColumns, 'page.rank'])
    .orderBy('page.rank', 'desc')
    .orderBy('jobs.published_at', 'desc')
    .orderBy('jobs.id', 'desc')
    .execute();
}

/** Those of these jobs that are open and anybody may see, in no particular order. */
export async function selectFound(tx: Tx, ids: readonly string[]): Promise<JobSummaryRow[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom('job_listings as jobs')
    .select(summaryColumns)
    .where('jobs.id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('jobs.status', '=', 'open')
    .execute();
}

export interface FacetRow {
  readonly facet: FacetName | 'total';
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

const columns: Readonly<
  Record<FacetName, { readonly value: RawBuilder<string>; readonly label: RawBuilder<string> }>
> = {
  workplace: { value: sql`workplace`, label: sql`workplace` },
  employment_type: { value: sql`employment_type`, label: sql`employment_type` },
  seniority: { value: sql`seniority`, label: sql`seniority` },
  company: { value: sql`company_id::text`, label: sql`min(company_name)` },
  place: { value: sql`place`, label: sql`place` },
};

/**
 * Counts vacancies over the newest `limit` hits. A facet whose own filter is set is counted over hits that need not pass it, so
 * each set filter costs one more pass; all others share the pass that also gives the total.
 */
export async function selectFacets(
  tx: Tx,
  conditions: Conditions,
  limit: number,
  valuesPerFacet: number,
): Promise<FacetRow[]> {
  const hits = (except?: FacetName) => sql`
    select cluster_id, workplace, employment_type, seniority, company_id, company_name, places
    from job_listings as jobs
    where ${allOf(conditions, except)}
    order by published_at desc, id desc
    limit ${limit}
  `;
  const sets = [
    sql`hits as materialized (${hits()})`,
    ...[...conditions.faceted.keys()].map(
      (name) => sql`${sql.ref(`hits_${name}`)} as materialized (${hits(name)})`,
    ),
  ];
  const counts = facetNames.map((name) => {
    const set = sql.ref(conditions.faceted.has(name) ? `hits_${name}` : 'hits');
    const { value, label } = columns[name];
    const from = name === 'place' ? sql`${set} cross join lateral unnest(places) as place` : set;
    return sql`(
      select ${name} as facet, ${value} as value, ${label} as label, count(distinct cluster_id) as count
      from ${from}
      where ${value} is not null
      group by 2
      order by 4 desc, 2
      limit ${valuesPerFacet}
    )`;
  });
  const total = sql`(select 'total' as facet, '' as value, '' as label, count(distinct cluster_id) as count from hits)`;
  const { rows } = await sql<FacetRow>`
    with ${sql.join(sets)}
    ${sql.join([total, ...counts], sql` union all `)}
  `.execute(tx);
  return rows;
}
