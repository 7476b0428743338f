import type { JobFlag } from '@rolecall/contract';
import type { JobReview } from './tables.ts';

/** What an operator has decided about a posting, or is to decide, and what was found in its text. */
export interface ReviewedText {
  readonly review: JobReview;
  readonly flags: readonly JobFlag[];
}

/**
 * How a posting stands whose text is another now. What an operator has hidden stays so. What was looked at and cleared
 * stays so as well while nothing is found beyond what was there then. `upsertImports` says the same in SQL.
 */
export function reviewAfterChange(before: ReviewedText, flags: readonly JobFlag[]): JobReview {
  if (before.review === 'hidden') return 'hidden';
  if (flags.length === 0) return 'none';
  const wasSeen = before.review === 'cleared' && flags.every((flag) => isWithin(flag, before.flags));
  return wasSeen ? 'cleared' : 'flagged';
}

function isWithin({ code, found }: JobFlag, flags: readonly JobFlag[]): boolean {
  const seen = flags.find((flag) => flag.code === code);
  return seen !== undefined && found.every((word) => seen.found.includes(word));
}
