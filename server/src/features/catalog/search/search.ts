import { createHash } from 'node:crypto';
import type { JobFacets, JobFilter, JobSearchQuery, JobSummary } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField, momentField, rankField } from '../../../platform/pagination/index.ts';
import { toSummary } from '../jobs/index.ts';
import type { Marks } from '../marks/index.ts';
import { toConditions } from './conditions.store.ts';
import { rememberRecent } from './recent.ts';
import { type FacetRow, selectFacets, selectNewest, selectRelevant } from './search.store.ts';
import { shareConcurrent } from './sharing.ts';

const newestCursors = createCursors({ publishedAt: momentField, id: idField });
const relevanceCursors = createCursors({
  rank: rankField,
  publishedAt: momentField,
  id: idField,
});

/** A page of jobs. It may be shared among callers, who must not change it. */
export interface SearchPage {
  readonly items: JobSummary[];
  readonly next_cursor: string | null;
}

/** Search over the jobs, for anybody. */
export interface Search {
  /**
   * A page of the jobs that fit, the newest first or, where words are searched for and nothing else is asked, the most
   * relevant ones first: the newest 300 with the words in title, company or skills by their rank, then those
   * with the words elsewhere, the newest first.
   *
   * What the viewer has hidden is left out unless it is asked for, and every job tells the viewer's mark.
   *
   * @throws {ApplicationError} `invalid_cursor` also for the cursor of another order or filter
   */
  search(query: JobSearchQuery, viewer: Viewer | null): Promise<SearchPage>;
  /** Counts beside the filters, over the newest 500 hits and at most half a minute old; the same for everybody. */
  facets(filter: JobFilter): Promise<JobFacets>;
}

/** Bounds of the work for one request; reading the text vectors of a thousand hits would take five times as long. */
const relevanceCandidates = 300;
const totalLimit = 500;
const valuesPerFacet = 20;
const facetMemory = { lifetimeMs: 30_000, capacity: 500 } as const;

export function createSearch({
  database,
  clock,
  marks,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Pick<Marks, 'marksOf' | 'hasHiddenAny'>;
}): Search {
  const rememberFacets = rememberRecent<JobFacets>(clock, facetMemory);
  const sharePage = shareConcurrent<SearchPage>();

  async function readPage(
    { limit, cursor, sort, include_hidden: _, ...filter }: JobSearchQuery,
    hiddenFrom: string | null,
  ): Promise<SearchPage> {
    const conditions = toConditions(filter, clock.now(), hiddenFrom);
    const { textQuery } = conditions;
    const key = keyOf(filter);
    if (textQuery === null || sort === 'newest') {
      const after = newestCursors.read(cursor, key);
      const rows = await selectNewest(database.query, conditions, after, limit + 1);
      return newestCursors.page(
        rows,
        limit,
        (row) => toSummary(row),
        (row) => ({ publishedAt: row.published_at, id: row.id }),
        key,
      );
    }
    const after = relevanceCursors.read(cursor, key);
    const rows = await selectRelevant(
      database.query,
      { ...conditions, textQuery },
      after,
      limit + 1,
      relevanceCandidates,
    );
    return relevanceCursors.page(
      rows,
      limit,
      (row) => toSummary(row),
      (row) => ({ rank: row.rank, publishedAt: row.published_at, id: row.id }),
      key,
    );
  }

  // Many people ask for the same first page, above all for that without any filter.
  const shared = (query: JobSearchQuery) => sharePage(keyOf(query), () => readPage(query, null));

  return {
    async search(query, viewer) {
      if (viewer?.role !== 'job_seeker') return shared(query);
      const isFiltered =
        query.include_hidden !== true && (await marks.hasHiddenAny(database.query, viewer.userId));
      const page = await (isFiltered ? readPage(query, viewer.userId) : shared(query));
      const ids = page.items.map(({ id }) => id);
      const own = await marks.marksOf(database.query, viewer.userId, ids);
      return { ...page, items: page.items.map((job) => ({ ...job, mark: own.get(job.id) ?? null })) };
    },

    facets: (filter) =>
      rememberFacets(keyOf(filter), async () => {
        const conditions = toConditions(filter, clock.now());
        return toFacets(await selectFacets(database.query, conditions, totalLimit, valuesPerFacet));
      }),
  };
}

/** Tells filters apart. */
function keyOf(filter: JobFilter | JobSearchQuery): string {
  const entries = Object.entries(filter)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(entries)).digest('base64url').slice(0, 22);
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
function readable(value: string): string {
  return `${value.charAt(0).toUpperCase()}${value.slice(1).replaceAll('_', ' ')}`;
}
