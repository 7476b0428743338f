import type { JobMark, Match } from '@rolecall/contract';
import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import type { JobRow } from './rows.ts';

/** Where a job comes from. */
export interface JobSource {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
}

/** What a job page shows beyond the job, brought by the features that know it. */
export interface JobPageExtras {
  sourceOf(tx: Tx, sourceId: string): Promise<JobSource | null>;
  /** How well it fits; null for anybody but a job seeker. */
  matchFor(tx: Tx, viewer: Viewer, job: JobRow, now: Date): Promise<Match | null>;
  /** The person's own application for it. */
  applicationOf(tx: Tx, userId: string, jobId: string): Promise<string | null>;
  /** What the person has done with it. */
  markOf(tx: Tx, userId: string, jobId: string): Promise<JobMark | null>;
}

/** The numbers beside the jobs of a recruiter. */
export interface ApplicationNumbers {
  /** Per job; a job without applications may be left out. */
  countApplications(
    tx: Tx,
    jobIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly total: number; readonly unviewed: number }>>;
}
