import type { JobHit } from '@rolecall/contract';

/** A page of jobs. It may be shared among callers, who must not change it. */
export interface SearchPage {
  readonly items: JobHit[];
  readonly next_cursor: string | null;
  readonly total: number | null;
  readonly did_you_mean: string | null;
}
