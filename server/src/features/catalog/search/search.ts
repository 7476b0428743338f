import type {
  JobFacets,
  JobFilter,
  JobHit,
  JobSearchQuery,
  JobSuggestions,
  SimilarJob,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField, momentField, rankField } from '../../../platform/pagination/index.ts';
import { annualPay, toSummary } from '../jobs/index.ts';
import type { Marks } from '../marks/index.ts';
import { createDatabaseSearch, readable } from './database-search.ts';
import { mostDocuments } from './engine/postings.ts';
import type { FoundJob, SearchFilter, SearchOrder } from './engine/request.ts';
import type { SuggestionKind } from './engine/suggest.ts';
import { filterKey } from './filter-key.ts';
import { createFoundJobs, type FoundJobs } from './found-jobs.ts';
import type { SearchIndex } from './index-keeper.ts';
import type { SearchPage } from './page.ts';

const cursors = createCursors({ rank: rankField, publishedAt: momentField, id: idField });

/** Search over the jobs, for anybody: by the index where there is one, by PostgreSQL meanwhile and for closed jobs. */
export interface Search {
  /**
   * A page of the vacancies that fit, the newest first or, where words are searched for and nothing else is asked, the most
   * relevant ones first.
   *
   * What the viewer has hidden is left out unless it is asked for, and every job tells the viewer's mark.
   *
   * @throws {ApplicationError} `invalid_cursor` also for the cursor of another order or filter, and for one of the index where
   * PostgreSQL searches meanwhile; `overloaded`
   */
  search(query: JobSearchQuery, viewer: Viewer | null): Promise<SearchPage>;
  /** Counts beside the filters; the same for everybody. @throws {ApplicationError} `overloaded` */
  facets(filter: JobFilter): Promise<JobFacets>;
  /** @throws {ApplicationError} `overloaded` */
  suggest(typed: string, kinds: readonly SuggestionKind[]): Promise<JobSuggestions>;
  /** Open jobs that have the most in common with one. @throws {ApplicationError} `overloaded` */
  similar(jobId: string): Promise<{ items: SimilarJob[] }>;
}

const valuesPerFacet = 20;
const mostSuggestions = 8;
const mostSimilar = 6;

export function createSearch({
  database,
  clock,
  marks,
  searchIndex,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly marks: Pick<Marks, 'marksOf' | 'hiddenOf'>;
  readonly searchIndex: Pick<SearchIndex, 'ask'>;
}): Search {
  const databaseSearch = createDatabaseSearch({ database, clock });
  const foundJobs = createFoundJobs(database);

  /** Null: PostgreSQL has to answer. */
  async function searchIndexed(
    { limit, cursor, sort, include_hidden: _, ...filter }: JobSearchQuery,
    without: readonly string[],
  ): Promise<SearchPage | null> {
    if (filter.include_closed === true) return null;
    const order = orderOf(filter, sort);
    const key = `index ${order} ${filterKey(filter)}`;
    // Whoever began with PostgreSQL goes on with it.
    if (cursor !== undefined && !isCursorOf(cursor, key)) return null;
    const after = cursors.read(cursor, key);
    const answer = await searchIndex.ask('search', {
      ...toFilter(filter, clock.now()),
      order,
      payCurrency: filter.pay_currency,
      after: after === null ? null : { ...after, publishedAt: after.publishedAt.getTime() },
      limit: limit + 1,
      without,
      facets: null,
    });
    if (answer === null) return null;
    const page = answer.jobs.slice(0, limit);
    const last = page.at(-1);
    return {
      items: await toHits(foundJobs, page),
      // A job that was closed a moment ago is no end of the list.
      next_cursor:
        answer.jobs.length > limit && last !== undefined
          ? cursors.write({ ...last, publishedAt: new Date(last.publishedAt) }, key)
          : null,
      total: answer.total,
      did_you_mean: answer.correction,
    };
  }

  async function page(query: JobSearchQuery, hiddenFrom: string | null): Promise<SearchPage> {
    const without = hiddenFrom === null ? [] : await marks.hiddenOf(database.query, hiddenFrom);
    return (
      (await searchIndexed(query, without)) ??
      (await databaseSearch.search(query, without.length === 0 ? null : hiddenFrom))
    );
  }

  return {
    async search(query, viewer) {
      if (viewer?.role !== 'job_seeker') return page(query, null);
      const found = await page(query, query.include_hidden === true ? null : viewer.userId);
      const ids = found.items.map(({ id }) => id);
      const own = await marks.marksOf(database.query, viewer.userId, ids);
      return { ...found, items: found.items.map((job) => ({ ...job, mark: own.get(job.id) ?? null })) };
    },

    async facets(filter) {
      const answer =
        filter.include_closed === true
          ? null
          : await searchIndex.ask('search', {
              ...toFilter(filter, clock.now()),
              order: 'newest',
              payCurrency: filter.pay_currency,
              after: null,
              limit: 1,
              without: [],
              facets: { values: valuesPerFacet },
            });
      if (answer === null || answer.facets === null) return databaseSearch.facets(filter);
      const { facets, total } = answer;
      const named = (name: 'workplace' | 'employment_type' | 'seniority') =>
        facets[name].map((entry) => ({ ...entry, label: readable(entry.value) }));
      return {
        total,
        total_limit: mostDocuments,
        workplace: named('workplace'),
        employment_type: named('employment_type'),
        seniority: named('seniority'),
        company: [...facets.company],
        place: [...facets.place],
      };
    },

    async suggest(typed, kinds) {
      return { items: (await searchIndex.ask('suggest', { typed, kinds, limit: mostSuggestions })) ?? [] };
    },

    async similar(jobId) {
      const similar = (await searchIndex.ask('similar', { id: jobId, limit: mostSimilar })) ?? [];
      const { rows } = await foundJobs.read(similar.map(({ id }) => ({ id, hasOthers: false })));
      return {
        items: similar.flatMap(({ id, shared }) => {
          const row = rows.get(id);
          return row === undefined ? [] : [{ ...toSummary(row), in_common: [...shared] }];
        }),
      };
    },
  };
}

function isCursorOf(cursor: string, key: string): boolean {
  try {
    return cursors.read(cursor, key) !== null;
  } catch {
    return false;
  }
}

function orderOf(filter: JobFilter, sort: JobSearchQuery['sort']): SearchOrder {
  const usual = filter.q === undefined ? 'newest' : 'relevance';
  if (sort === 'relevance') return usual;
  if (sort === 'distance' && filter.place === undefined) return usual;
  return sort ?? usual;
}

function toFilter(filter: JobFilter, now: Date): SearchFilter {
  const days = filter.posted_within_days;
  return {
    words: filter.q ?? null,
    read: filter.language ?? [],
    place: filter.place ?? null,
    withinKm: filter.within_km ?? null,
    workplaces: filter.workplace ?? [],
    employmentTypes: filter.employment_type ?? [],
    seniorities: filter.seniority ?? [],
    companyIds: filter.company_id ?? [],
    sourceIds: filter.source_id ?? [],
    pay:
      filter.pay_minimum === undefined
        ? null
        : { annual: annualPay(filter.pay_minimum, filter.pay_period), currency: filter.pay_currency },
    publishedSince: days === undefined ? null : now.getTime() - days * 86_400_000,
  };
}

/** What was found as the database has it now: what was closed a moment ago is left out. */
async function toHits(foundJobs: FoundJobs, found: readonly FoundJob[]): Promise<JobHit[]> {
  const { rows, others } = await foundJobs.read(found);
  return found.flatMap(({ id, reasons, distanceKm }): JobHit[] => {
    const row = rows.get(id);
    if (row === undefined) return [];
    return [
      {
        ...toSummary(row, null, others.get(id)),
        found_by: reasons.map((reason) => ({ ...reason, fields: [...reason.fields] })),
        distance_km: distanceKm,
      },
    ];
  });
}
