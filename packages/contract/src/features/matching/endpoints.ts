import { endpoint, noInput } from '../../core/endpoint.ts';
import { pageSchema } from '../../core/primitives.ts';
import { matchedJobSchema, matchListQuerySchema } from './schemas.ts';

export const jobs = {
  listMatches: endpoint({
    ...noInput,
    id: 'listMatches',
    method: 'GET',
    path: '/api/v1/matches',
    tag: 'Jobs',
    summary: 'Open jobs that fit the own profile, the newest match first',
    access: ['job_seeker'],
    scope: 'jobs:read',
    query: matchListQuerySchema,
    response: pageSchema(matchedJobSchema),
    errors: ['invalid_cursor'],
  }),
};
