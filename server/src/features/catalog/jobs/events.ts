import type { JobFlag, PostingRule } from '@rolecall/contract';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';

/** What happens to jobs that people may be told of. */
export interface JobEvents {
  /** Open jobs that were not there before, by their ids. */
  readonly published: TransactionEvent<readonly string[]>;
  /** Jobs that were closed or opened again, are kept back or not any more, or may have another deadline, by their ids. */
  readonly changed: TransactionEvent<readonly string[]>;
  /** A recruiter has closed a job. Told after `changed`. */
  readonly closed: TransactionEvent<ClosedJob>;
  /** What becomes of flagged postings has changed. */
  readonly flaggedRuleChanged: TransactionEvent<PostingRule>;
  /** Jobs whose words are others now, by their ids: those that are not new. It comes before `flagged`. */
  readonly reworded: TransactionEvent<readonly string[]>;
  /** Jobs whose texts have something that an operator has to look at. */
  readonly flagged: TransactionEvent<readonly FlaggedJob[]>;
}

/** A job that takes no applications any more. */
export interface ClosedJob {
  readonly jobId: string;
  readonly at: Date;
}

/** A job with what was found in its text. */
export interface FlaggedJob {
  readonly id: string;
  readonly flags: readonly JobFlag[];
}

export function createJobEvents(): JobEvents {
  return {
    published: createTransactionEvent(),
    changed: createTransactionEvent(),
    closed: createTransactionEvent(),
    reworded: createTransactionEvent(),
    flagged: createTransactionEvent(),
    flaggedRuleChanged: createTransactionEvent(),
  };
}
