import type { JobSearch } from '../../lib/job-search.ts';

let last: JobSearch = {};

/** The search that was shown last, for the way back from a job. */
export const lastJobSearch = (): JobSearch => last;

export function rememberJobSearch(search: JobSearch): void {
  last = search;
}
