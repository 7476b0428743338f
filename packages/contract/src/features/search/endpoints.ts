import { z } from 'zod';
import { endpoint, noInput } from '../../core/endpoint.ts';
import { idSchema } from '../../core/primitives.ts';
import {
  jobFacetsSchema,
  jobFilterSchema,
  jobSearchPageSchema,
  jobSearchQuerySchema,
  jobSuggestionQuerySchema,
  jobSuggestionsSchema,
  similarJobSchema,
} from './schemas.ts';

export const jobs = {
  search: endpoint({
    ...noInput,
    id: 'searchJobs',
    method: 'GET',
    path: '/api/v1/jobs',
    tag: 'Jobs',
    summary: 'Search jobs',
    access: 'optional',
    scope: 'jobs:read',
    query: jobSearchQuerySchema,
    response: jobSearchPageSchema,
    errors: ['invalid_cursor'],
  }),
  facets: endpoint({
    ...noInput,
    id: 'readJobFacets',
    method: 'GET',
    path: '/api/v1/jobs/facets',
    tag: 'Jobs',
    summary: 'Counts per filter',
    access: 'optional',
    scope: 'jobs:read',
    query: jobFilterSchema,
    response: jobFacetsSchema,
  }),
  suggest: endpoint({
    ...noInput,
    id: 'suggestForJobs',
    method: 'GET',
    path: '/api/v1/jobs/suggestions',
    tag: 'Jobs',
    summary: 'What could be meant by what was typed so far',
    description:
      'Titles, companies, skills and places of open jobs. Empty while the search index is being made.',
    access: 'optional',
    scope: 'jobs:read',
    query: jobSuggestionQuerySchema,
    response: jobSuggestionsSchema,
  }),
  similar: endpoint({
    ...noInput,
    id: 'listSimilarJobs',
    method: 'GET',
    path: '/api/v1/jobs/{job_id}/similar',
    tag: 'Jobs',
    summary: 'Open jobs that are like one',
    access: 'optional',
    scope: 'jobs:read',
    params: z.object({ job_id: idSchema }),
    response: z.object({ items: z.array(similarJobSchema) }),
  }),
};
