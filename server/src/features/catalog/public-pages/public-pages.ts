import {
  idSchema,
  type Job,
  type JobFacets,
  type JobSearchQuery,
  jobFilterSchema,
  type Locale,
} from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { isApplicationError } from '../../../platform/errors/index.ts';
import { findAdvertised, type Jobs } from '../jobs/index.ts';
import type { Search, SearchPage } from '../search/index.ts';
import { acceptedLanguage, createAddresses, languageOf, type SearchPairs, withQuery } from './addresses.ts';
import { companyBody } from './company-page.ts';
import { writeFeed } from './feed.ts';
import { emptyState, frame, pageHeading, wordsOf } from './frame.ts';
import { type HeadParts, writeHead } from './head.ts';
import { homeBody } from './home-page.ts';
import { jobWriter } from './job-markup.ts';
import { jobBody, jobHead } from './job-page.ts';
import { html, type Markup } from './markup.ts';
import { writeRobots } from './robots.ts';
import { searchBody, searchTitle, totalWords } from './search-page.ts';
import { readSearch } from './search-query.ts';
import type { PageRequest, ServedAnswer, ServedPage } from './served-page.ts';
import { createSitemap, type Sitemap } from './sitemap.ts';

/** What guests, search engines and previews of links get: pages, feeds, the sitemap and `robots.txt`. */
export interface PublicPages {
  home(request: PageRequest): Promise<ServedPage>;
  search(request: PageRequest): Promise<ServedPage>;
  job(id: string, request: PageRequest): Promise<ServedPage>;
  company(id: string, request: PageRequest): Promise<ServedPage>;
  /** The newest advertised jobs of a search, as Atom. */
  feed(request: Omit<PageRequest, 'instance'>): Promise<string>;
  /** Null where search engines are kept away. */
  readonly sitemap: Sitemap | null;
  robots(): string;
}

export interface PublicPagesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly jobs: Pick<Jobs, 'readForGuests'>;
  readonly search: Search;
  /** Origin without a trailing slash. */
  readonly publicUrl: string;
  readonly searchEngines: boolean;
}

const feedLength = 50;
/** Postings of the vacancy of a closed one that are looked at for one that is open. */
const mostOthers = 3;

export function createPublicPages(dependencies: PublicPagesDependencies): PublicPages {
  const { database, clock, jobs, search, searchEngines } = dependencies;
  const addresses = createAddresses(dependencies.publicUrl);

  const speak = ({ query, languages }: Pick<PageRequest, 'query' | 'languages'>) => {
    const asked = languageOf(query.get('lang')) ?? null;
    const locale = asked ?? acceptedLanguage(languages);
    return { asked, locale, words: wordsOf(locale), write: jobWriter(locale, clock.now()) };
  };

  const page = (
    status: ServedPage['status'],
    locale: Locale,
    head: Omit<HeadParts, 'locale'>,
    body: Markup,
    answers: readonly ServedAnswer[],
  ): ServedPage => ({
    status,
    locale,
    title: head.title,
    head: writeHead({ ...head, locale, isListed: searchEngines && head.isListed }, addresses),
    body,
    answers,
  });

  const instanceAnswer = ({ instance }: PageRequest): ServedAnswer => ({
    path: '/api/v1/instance',
    body: instance,
  });

  /** The first page where the cursor is none of this search: an old link still leads to it. */
  async function find(query: JobSearchQuery): Promise<SearchPage> {
    try {
      return await search.search(query, null);
    } catch (error) {
      if (!isApplicationError(error) || error.code !== 'invalid_cursor') throw error;
      return search.search({ ...query, cursor: undefined }, null);
    }
  }

  const facetsOf = (query: JobSearchQuery): Promise<JobFacets> => search.facets(jobFilterSchema.parse(query));

  /** The newest posting of the same vacancy that takes applications; null: there is none. */
  async function findOpenPosting({ other_postings: others }: Pick<Job, 'other_postings'>) {
    for (const { id } of others.slice(0, mostOthers)) {
      const found = await orMissing(jobs.readForGuests(id));
      if (found !== null && found.standing !== 'closed') return found;
    }
    return null;
  }

  function missing(request: PageRequest, heading: string, title: string, text: string): ServedPage {
    const { locale, words } = speak(request);
    const head = {
      title: `${heading} · Rolecall`,
      description: text,
      canonical: addresses.of('/jobs'),
      isListed: false,
    };
    const body = html`<div class="mx-auto w-full px-4 py-6 sm:px-6 sm:py-10 max-w-3xl">${pageHeading(heading)}${emptyState(
      title,
      text,
      {
        label: words.search_jobs(),
        href: '/jobs',
      },
    )}</div>`;
    return page(404, locale, head, frame(words, 'jobs', request.instance, body), [instanceAnswer(request)]);
  }

  return {
    async home(request) {
      const { asked, locale, words } = speak(request);
      const facets = await search.facets(jobFilterSchema.parse({}));
      const head = {
        title: `${words.home_title()} · Rolecall`,
        description: words.home_lead(),
        canonical: addresses.of('/'),
        translated: { asked },
        isListed: true,
      };
      const body = homeBody(request.instance, facets, words, locale);
      return page(200, locale, head, frame(words, 'home', request.instance, body), [
        instanceAnswer(request),
        { path: '/api/v1/jobs/facets', body: facets },
      ]);
    },

    async search(request) {
      const { asked, locale, words, write } = speak(request);
      const cursor = request.query.get('cursor');
      const { pairs, query } = readSearch(request.query, cursor);
      const [found, facets] = await Promise.all([find(query), facetsOf(query)]);
      const title = searchTitle(words, pairs);
      const head = {
        title: `${title} · Rolecall`,
        description: words.search_description(),
        canonical: addresses.search(pairs),
        translated: { asked },
        // Anybody can make a page of any words by a link to it; a list of such pages is of no use to anybody.
        isListed: pairs.length === 0 && cursor === null,
        feed: { title: words.feed(), address: addresses.feed(pairs) },
      };
      const view = { pairs, jobs: found.items, nextCursor: found.next_cursor, facets };
      const whole: SearchPairs = cursor === null ? pairs : [...pairs, ['cursor', cursor]];
      const filters = pairs.filter(([name]) => name !== 'sort');
      return page(200, locale, head, frame(words, 'jobs', request.instance, searchBody(view, words, write)), [
        instanceAnswer(request),
        { path: withQuery('/api/v1/jobs', whole), body: found },
        { path: withQuery('/api/v1/jobs/facets', filters), body: facets },
      ]);
    },

    async job(id, request) {
      const { locale, words, write } = speak(request);
      const isId = idSchema.safeParse(id).success;
      const found = isId ? await orMissing(jobs.readForGuests(id)) : null;
      if (found === null) {
        return missing(request, words.missing_heading(), words.missing(), words.missing_text());
      }
      const { job, standing } = found;
      const open = standing === 'closed' ? await findOpenPosting(job) : null;
      const head = jobHead(job, standing, { words, write, addresses });
      const body = jobBody(job, standing, words, write, open?.job.id);
      // A vacancy is gone with its last posting; until then a closed one stands for the one that is open.
      const moved =
        open === null
          ? {}
          : { canonical: addresses.job(open.job.id), isListed: open.standing === 'advertised' };
      return page(
        standing === 'closed' && open === null ? 410 : 200,
        locale,
        { ...head, ...moved, title: `${head.title} · Rolecall` },
        frame(words, 'jobs', request.instance, body),
        [instanceAnswer(request), { path: `/api/v1/jobs/${job.id}`, body: job }],
      );
    },

    async company(id, request) {
      const { asked, locale, words, write } = speak(request);
      const gone = () =>
        missing(request, words.missing_company(), words.missing_company(), words.missing_company_text());
      if (!idSchema.safeParse(id).success) return gone();
      const cursor = request.query.get('cursor');
      const { pairs, query } = readSearch(new URLSearchParams({ company_id: id }), cursor);
      const [found, facets] = await Promise.all([find(query), facetsOf(query)]);
      const company = found.items[0]?.company;
      // A company is public by what it has open, and by nothing else.
      if (company === undefined) return gone();
      const advertised = await findAdvertised(
        database.query,
        found.items.map((job) => job.id),
        clock.now(),
      );
      const total = totalWords(words, facets);
      const title = words.company_jobs({ company: company.name });
      const head = {
        title: `${title} · Rolecall`,
        description: words.company_description({ company: company.name, jobs: total }),
        canonical: addresses.company(company.id),
        translated: { asked },
        isListed: cursor === null && advertised.size > 0,
        company: company.name,
        feed: { title: words.feed(), address: addresses.feed(pairs) },
      };
      const view = { company, jobs: found.items, nextCursor: found.next_cursor, total };
      const whole: SearchPairs = cursor === null ? pairs : [...pairs, ['cursor', cursor]];
      return page(
        200,
        locale,
        head,
        frame(words, 'jobs', request.instance, companyBody(view, words, write)),
        [
          instanceAnswer(request),
          { path: withQuery('/api/v1/jobs', whole), body: found },
          { path: withQuery('/api/v1/jobs/facets', pairs), body: facets },
        ],
      );
    },

    async feed(request) {
      const { locale, words, write } = speak(request);
      const { pairs, query } = readSearch(request.query, null);
      const newest = pairs.filter(([name]) => name !== 'sort');
      const { items } = await search.search({ ...query, sort: 'newest', limit: feedLength }, null);
      const now = clock.now();
      const advertised = await findAdvertised(
        database.query,
        items.map(({ id }) => id),
        now,
      );
      const title =
        newest.length === 0
          ? words.feed_title()
          : words.feed_title_of({ search: searchTitle(words, newest) });
      return writeFeed(
        { pairs: newest, locale, title, jobs: items.filter(({ id }) => advertised.has(id)), begin: epoch },
        words,
        write,
        addresses,
      );
    },

    sitemap: searchEngines ? createSitemap(dependencies, addresses) : null,
    robots: () => writeRobots(searchEngines, addresses),
  };
}

/** What a feed without jobs was last changed at: the same each time, so that its content stays the same. */
const epoch = new Date(0);

async function orMissing<Found>(reading: Promise<Found>): Promise<Found | null> {
  try {
    return await reading;
  } catch (error) {
    if (isApplicationError(error) && error.code === 'not_found') return null;
    throw error;
  }
}
