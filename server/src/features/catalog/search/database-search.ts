import type { JobFacets, JobFilter, JobHit, JobSearchQuery } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { createCursors, idField, momentField, rankField } from '../../../platform/pagination/index.ts';
import { findOtherPostings, type JobSummaryRow, toSummary } from '../jobs/index.ts';
import { toConditions } from './conditions.store.ts';
import { filterKey } from './filter-key.ts';
import type { SearchPage } from './page.ts';
import { rememberRecent } from './recent.ts';
import { type FacetRow, selectFacets, selectNewest, selectRelevant } from './search.store.ts';
import { shareConcurrent } from './sharing.ts';

const newestCursors = createCursors({ publishedAt: momentField, id: idField });
const relevanceCursors = createCursors({ rank: rankField, publishedAt: momentField, id: idField });

/**
 * Search by PostgreSQL's own full text: for closed jobs, and while there is no index. It knows neither distances
 * nor misspelt words.
 */
export interface DatabaseSearch {
  /** @throws {ApplicationError} `invalid_cursor` */
  search(query: JobSearchQuery, hiddenFrom: string | null): Promise<SearchPage>;
  /** Counts over the newest 500 hits, at most half a minute old. */
  facets(filter: JobFilter): Promise<JobFacets>;
}

/** Bounds of the work for one request; reading the text vectors of a thousand hits would take five times as long. */
const relevanceCandidates = 300;
const totalLimit = 500;
const valuesPerFacet = 20;
const facetMemory = { lifetimeMs: 30_000, capacity: 500 } as const;

export function createDatabaseSearch({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): DatabaseSearch {
  const rememberFacets = rememberRecent<JobFacets>(clock, facetMemory);
  const sharePage = shareConcurrent<SearchPage>();

  async function hitsOf(rows: readonly JobSummaryRow[]): Promise<(row: JobSummaryRow) => JobHit> {
    const ids = rows.map(({ id }) => id);
    const others = await findOtherPostings(database.query, ids);
    return (row) => ({ ...toSummary(row, null, others.get(row.id)), found_by: [], distance_km: null });
  }

  async function readPage(
    { limit, cursor, sort, include_hidden: _, ...filter }: JobSearchQuery,
    hiddenFrom: string | null,
  ): Promise<SearchPage> {
    const conditions = toConditions(filter, clock.now(), hiddenFrom);
    const { textQuery } = conditions;
    const key = filterKey(filter);
    if (textQuery === null || (sort !== undefined && sort !== 'relevance')) {
      const after = newestCursors.read(cursor, key);
      const rows = await selectNewest(database.query, conditions, after, limit + 1);
      const page = newestCursors.page(
        rows,
        limit,
        await hitsOf(rows),
        (row) => ({ publishedAt: row.published_at, id: row.id }),
        key,
      );
      return { ...page, total: null, did_you_mean: null };
    }
    const after = relevanceCursors.read(cursor, key);
    const rows = await selectRelevant(
      database.query,
      { ...conditions, textQuery },
      after,
      limit + 1,
      relevanceCandidates,
    );
    const page = relevanceCursors.page(
      rows,
      limit,
      await hitsOf(rows),
      (row) => ({ rank: row.rank, publishedAt: row.published_at, id: row.id }),
      key,
    );
    return { ...page, total: null, did_you_mean: null };
  }

  return {
    // Many people ask for the same first page, above all for that without any filter.
    search: (query, hiddenFrom) =>
      hiddenFrom === null
        ? sharePage(filterKey(query), () => readPage(query, null))
        : readPage(query, hiddenFrom),

    facets: (filter) =>
      rememberFacets(filterKey(filter), async () => {
        const conditions = toConditions(filter, clock.now());
        return toFacets(await selectFacets(database.query, conditions, totalLimit, valuesPerFacet));
      }),
  };
}

function toFacets(rows: readonly FacetRow[]): JobFacets {
  const of = (facet: FacetRow['facet']) =>
    rows.filter((row) => row.facet === facet).map(({ value, label, count }) => ({ value, label, count }));
  const named = (facet: FacetRow['facet']) =>
    of(facet).map((entry) => ({ ...entry, label: readable(entry.value) }));
  return {
    total: rows.find((row) => row.facet === 'total')?.count ?? 0,
    total_limit: totalLimit,
    workplace: named('workplace'),
    employment_type: named('employment_type'),
    seniority: named('seniority'),
    company: of('company'),
    place: of('place'),
  };
}

/** `full_time` as 'Full time'. */
export function readable(value: string): string {
  return `${value.charAt(0).toUpperCase()}${value.slice(1).replaceAll('_', ' ')}`;
}
