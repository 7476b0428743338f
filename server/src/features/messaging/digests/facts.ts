import type { ActivitySummary, Role } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';

/** A person and the time that a digest sums up. */
export interface DigestPeriod {
  readonly userId: string;
  readonly role: Role;
  /** It begins with this moment. */
  readonly from: Date;
  /** It ends before this moment. */
  readonly until: Date;
}

/** How a job stands for a person. */
export interface JobStanding {
  /** `quiet`: it is open, and nobody is to be told of it. `hidden`: it is out of sight for now. */
  readonly state: 'open' | 'quiet' | 'hidden' | 'closed';
  readonly deadlineAt: Date | null;
  /** How well it fits the person, in percent; null: it is no match of the person's. */
  readonly score: number | null;
}

export interface JobOfPerson {
  readonly userId: string;
  readonly jobId: string;
}

/** What digests ask of the features that know jobs and applications; all of it in few queries, whoever many it is for. */
export interface DigestFacts {
  /** What happened around each person in the period, in the order of the periods. */
  activity(tx: Tx, periods: readonly DigestPeriod[]): Promise<readonly ActivitySummary[]>;
  /**
   * How jobs stand for people, in the order of the questions; null: the job is gone, or the person has applied and
   * hears of it otherwise.
   */
  standings(tx: Tx, questions: readonly JobOfPerson[]): Promise<readonly (JobStanding | null)[]>;
}
