import type { PostingRule } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Companies } from '../companies/index.ts';
import type { JobEvents } from './events.ts';
import { flaggedRule, setFlaggedRule } from './flagged-rule.ts';
import { type HeldJobs, type ReviewedJob, reviewJobs, selectUnheld, updateReview } from './holds.store.ts';
import type { JobHold, JobReview } from './tables.ts';

/** What is kept back by a rule of the operator. */
const holds: Readonly<Record<PostingRule, JobHold>> = { quiet: 'quiet', held: 'hidden', announced: 'none' };

/** Keeps back what people are not to be told of, and lets it go. */
export interface JobHolds {
  /**
   * Brings the jobs of companies in line with how these stand, in the transaction that changes it. Open jobs that nobody
   * was ever told of are published, once.
   */
  reviewCompanies(tx: Tx, companyIds: readonly string[]): Promise<void>;
  /** Sets how a posting stands, with what follows from it. @param note why, where it is hidden */
  setReview(tx: Tx, jobId: string, review: JobReview, note: string): Promise<void>;
  /** Brings jobs that were just written in line and tells nobody. @returns those of which nothing is kept back */
  settle(tx: Tx, jobIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What becomes of postings with something in their texts, until an operator has looked. */
  flaggedRule(tx: Tx): Promise<PostingRule>;
  /** @returns the rule before */
  setFlaggedRule(tx: Tx, rule: PostingRule): Promise<PostingRule>;
  /** The same for all jobs that may be held, batch by batch; answers how many had to change. */
  reviewAll(): Promise<number>;
}

const batch = 500;

export function createJobHolds(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly companies: Pick<Companies, 'postingRule'>;
  readonly events: JobEvents;
}): JobHolds {
  const { database, clock, companies, events } = dependencies;

  async function adjust(tx: Tx, which: HeldJobs): Promise<ReviewedJob[]> {
    const rules = {
      unverified: holds[await companies.postingRule(tx)],
      flagged: holds[await flaggedRule(tx)],
    };
    return reviewJobs(tx, rules, which, clock.now(), batch);
  }

  async function reviewSome(tx: Tx, which: HeldJobs): Promise<number> {
    const reviewed = await adjust(tx, which);
    // Reminders follow what people may be told of.
    if (reviewed.length > 0) {
      await events.changed.emit(
        tx,
        reviewed.map(({ id }) => id),
      );
    }
    const fresh = reviewed.filter(
      ({ hold, was, status, matched_at }) =>
        hold === 'none' && was !== 'none' && status === 'open' && matched_at === null,
    );
    if (fresh.length > 0) {
      await events.published.emit(
        tx,
        fresh.map(({ id }) => id),
      );
    }
    return reviewed.length;
  }

  return {
    async reviewCompanies(tx, companyIds) {
      while ((await reviewSome(tx, { companyIds })) === batch);
    },

    async setReview(tx, jobId, review, note) {
      await updateReview(tx, jobId, review, note);
      await reviewSome(tx, { jobIds: [jobId] });
    },

    async settle(tx, jobIds) {
      if (jobIds.length === 0) return new Set();
      while ((await adjust(tx, { jobIds })).length === batch);
      return selectUnheld(tx, jobIds);
    },

    flaggedRule,

    async setFlaggedRule(tx, rule) {
      const before = await setFlaggedRule(tx, rule);
      if (before !== rule) await events.flaggedRuleChanged.emit(tx, rule);
      return before;
    },

    async reviewAll() {
      let changed = 0;
      for (;;) {
        const count = await database.transaction((tx) => reviewSome(tx, 'all'));
        changed += count;
        if (count < batch) return changed;
      }
    },
  };
}
