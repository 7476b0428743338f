import type { DueJob } from '../jobs/index.ts';

/**
 * Only postings of one realm can be one vacancy. The jobs of a company's recruiters are among themselves: a company that
 * somebody registered under a known name must not stand in for the postings that sources give for that name.
 */
export const realmOf = ({ external_id, company_id }: Pick<DueJob, 'external_id' | 'company_id'>): string =>
  external_id === null ? `company:${company_id}` : 'sources';
