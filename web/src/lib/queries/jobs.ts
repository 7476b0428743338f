import type { JobMark } from '@rolecall/contract';
import { type Locale, locales } from '@rolecall/contract/constants';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import type { JobSearch } from '../job-search.ts';
import { pagedQuery } from './pages.ts';

/** Languages that the browser says its person reads, as far as searches know them. */
export const readLanguages = (): Locale[] =>
  locales.filter((locale) => navigator.languages.some((language) => language.startsWith(locale)));

export const jobQueries = {
  search: (search: JobSearch) => ({
    ...pagedQuery(
      ['jobs', 'search', search],
      (cursor) => client.jobs.search({ query: { ...search, language: readLanguages(), cursor } }),
      search.cursor,
    ),
    placeholderData: keepPreviousData,
  }),
  facets: ({ sort, include_hidden, cursor, ...filter }: JobSearch) =>
    queryOptions({
      queryKey: ['jobs', 'facets', filter],
      queryFn: () => client.jobs.facets({ query: { ...filter, language: readLanguages() } }),
      placeholderData: keepPreviousData,
    }),
  suggestions: (typed: string, kinds: readonly ('title' | 'company' | 'skill' | 'place')[]) =>
    queryOptions({
      queryKey: ['jobs', 'suggestions', kinds, typed],
      queryFn: () => client.jobs.suggest({ query: { q: typed, kind: [...kinds] } }),
      placeholderData: keepPreviousData,
    }),
  similar: (jobId: string) =>
    queryOptions({
      queryKey: ['jobs', 'similar', jobId],
      queryFn: () => client.jobs.similar({ params: { job_id: jobId } }),
    }),
  one: (jobId: string) =>
    queryOptions({
      queryKey: ['jobs', 'one', jobId],
      queryFn: () => client.jobs.read({ params: { job_id: jobId } }),
    }),
  /** They change once a day at most. */
  rates: () =>
    queryOptions({
      queryKey: ['pay', 'rates'],
      queryFn: () => client.pay.readRates(),
      staleTime: 3_600_000,
    }),
  matches: (window?: string) =>
    pagedQuery(['matches', window ?? 'all'], (cursor) =>
      client.jobs.listMatches({ query: { cursor, window } }),
    ),
  marked: (mark: JobMark) =>
    pagedQuery(['marked-jobs', mark], (cursor) =>
      mark === 'saved'
        ? client.jobs.listSaved({ query: { cursor } })
        : client.jobs.listHidden({ query: { cursor } }),
    ),
  own: (status?: 'open' | 'closed') =>
    pagedQuery(['company-jobs', status ?? 'all'], (cursor) =>
      client.jobs.listOwn({ query: { cursor, status } }),
    ),
};
