import { employmentTypes, payPeriods, seniorities, workplaces } from '@rolecall/contract/constants';
import { id, listOf, matching, oneOf, searchOf, text, wholeNumber, words } from './search.ts';

/** Ours are shorter. */
const longestCursor = 500;

/** What the address of the jobs page says. Whatever does not fit is ignored. */
const parts = {
  q: words(200),
  place: words(80),
  within_km: wholeNumber(1, 500),
  workplace: listOf(oneOf(workplaces)),
  employment_type: listOf(oneOf(employmentTypes)),
  seniority: listOf(oneOf(seniorities)),
  company_id: listOf(id),
  pay_minimum: wholeNumber(1, 1_000_000_000),
  pay_currency: matching(/^[A-Z]{3}$/),
  pay_period: oneOf(payPeriods),
  posted_within_days: wholeNumber(1, 365),
  include_hidden: oneOf(['true']),
  sort: oneOf(['newest', 'relevance', 'pay', 'distance']),
  /** Where the list begins: a page behind a link, for who follows links. */
  cursor: text(longestCursor),
} as const;
export const readJobSearch = searchOf(parts);
/** The same with the job that is shown beside the list. */
export const readJobList = searchOf({ ...parts, job: id });
export type JobSearch = ReturnType<typeof readJobSearch>;

/** How many filters beside the words are set, for the button that opens them on a phone. */
export const countFilters = (search: JobSearch): number =>
  [search.workplace, search.employment_type, search.seniority, search.company_id].reduce(
    (count, list) => count + (list?.length ?? 0),
    0,
  ) +
  (search.pay_minimum === undefined ? 0 : 1) +
  (search.posted_within_days === undefined ? 0 : 1);
