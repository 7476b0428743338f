import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';

/** The company of a recruiter. */
export const companyQueries = {
  own: () => queryOptions({ queryKey: ['company', 'own'], queryFn: () => client.companies.readOwn() }),
  /** Outdated by whatever outdates its jobs. */
  postings: () =>
    queryOptions({ queryKey: ['company-jobs', 'postings'], queryFn: () => client.jobs.readPostings() }),
};
