import type { JobFlag } from '@rolecall/contract';
import { createFlagPosting, type FlaggablePosting, type FlagPosting } from '../flags/index.ts';

let flagPosting: FlagPosting | undefined;

/** What a posting asks applicants for. */
export function flagText(posting: FlaggablePosting): JobFlag[] {
  flagPosting ??= createFlagPosting();
  return flagPosting(posting);
}
