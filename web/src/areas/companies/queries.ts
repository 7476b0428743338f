import type { CompanyState } from '@rolecall/contract';
import { queryOptions } from '@tanstack/react-query';
import { client } from '../../client.ts';
import { pagedQuery } from '../../lib/queries/pages.ts';

export const companiesQueries = {
  list: (search: { readonly q?: string | undefined; readonly state?: CompanyState | undefined }) =>
    pagedQuery(['operator', 'companies', 'list', search], (cursor) =>
      client.companies.list({ query: { ...search, cursor } }),
    ),
  one: (companyId: string) =>
    queryOptions({
      queryKey: ['operator', 'companies', 'one', companyId],
      queryFn: () => client.companies.read({ params: { company_id: companyId } }),
    }),
  postings: (companyId: string) =>
    queryOptions({
      queryKey: ['operator', 'companies', 'postings', companyId],
      queryFn: () => client.jobs.readPostingsOf({ params: { company_id: companyId } }),
    }),
  jobs: (companyId: string) =>
    pagedQuery(['operator', 'companies', 'jobs', companyId], (cursor) =>
      client.jobs.listOfCompany({ params: { company_id: companyId }, query: { cursor } }),
    ),
  policy: () =>
    queryOptions({
      queryKey: ['operator', 'companies', 'policy'],
      queryFn: () => client.companies.readPolicy(),
    }),
};
