import type { JobMark } from '@rolecall/contract';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import type { JobSearch } from '../job-search.ts';
import { pagedQuery } from './pages.ts';

export const jobQueries = {
  search: (search: JobSearch) => ({
    ...pagedQuery(['jobs', 'search', search], (cursor) =>
      client.jobs.search({ query: { ...search, cursor } }),
    ),
    placeholderData: keepPreviousData,
  }),
  facets: ({ sort, include_hidden, ...filter }: JobSearch) =>
    queryOptions({
      queryKey: ['jobs', 'facets', filter],
      queryFn: () => client.jobs.facets({ query: filter }),
      placeholderData: keepPreviousData,
    }),
  one: (jobId: string) =>
    queryOptions({
      queryKey: ['jobs', 'one', jobId],
      queryFn: () => client.jobs.read({ params: { job_id: jobId } }),
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
