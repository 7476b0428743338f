import type { AlertConditions } from '@rolecall/contract';
import type { JobSearch } from '../../lib/job-search.ts';
import { readLanguages } from '../../lib/queries/jobs.ts';

/** A search as an alert keeps it: what only orders the list or looks back is no part of it. */
export const conditionsOf = (search: JobSearch): AlertConditions => ({
  q: search.q,
  place: search.place,
  within_km: search.place === undefined ? undefined : search.within_km,
  workplace: search.workplace ?? [],
  employment_type: search.employment_type ?? [],
  seniority: search.seniority ?? [],
  company_id: search.company_id ?? [],
  source_id: [],
  pay_minimum: search.pay_minimum,
  pay_currency: search.pay_currency ?? 'EUR',
  pay_period: search.pay_period ?? 'year',
  language: readLanguages(),
  without_companies: [],
  without_words: [],
});
