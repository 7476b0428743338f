import { endpoint, noInput } from '../../core/endpoint.ts';
import { pageSchema } from '../../core/primitives.ts';
import { jobSummarySchema } from '../jobs/schemas.ts';
import { jobFacetsSchema, jobFilterSchema, jobSearchQuerySchema } from './schemas.ts';

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
    response: pageSchema(jobSummarySchema),
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
};
