import type { JobSummary, Match } from '@rolecall/contract';
import { validate as isUuid } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage, type Viewer } from '../../../platform/http/index.ts';
import type { Notifications } from '../../messaging/notifications/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { toSummary } from '../jobs/index.ts';
import { type MatchPosition, selectMatches, selectOpenJobs } from './matching.store.ts';
import { type MatchingRun, matchNewJobs, type Seekers } from './new-jobs.ts';
import { matchPair } from './pair.ts';
import { type MatchableJob, readJob, readSeeker } from './readings.ts';
import { rescore } from './rescoring.ts';

export interface MatchingDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly seekers: Seekers;
  readonly notifications: Pick<Notifications, 'notifyAll'>;
}

/** A match in a person's list. */
export interface MatchedJob {
  readonly job: JobSummary;
  readonly match: Match;
  readonly matched_at: string;
}

/** Tells which jobs fit which people. docs/matching.md explains how. */
export interface Matching {
  /** Matches the jobs that wait for it and notifies people of what fits, once for each person and vacancy. */
  matchNewJobs(): Promise<MatchingRun>;
  /** Matches one person anew after a change of the profile, without notifying. `again`: repeat it in a while. */
  rescore(userId: string): Promise<'done' | 'again'>;
  /** How well a job fits the viewer, below the own minimum too; null when it does not, and for who seeks no job. */
  matchFor(viewer: Viewer, job: MatchableJob): Promise<Match | null>;
  /**
   * Matches with jobs that take applications, the newest first; without those that the viewer has hidden, unless they
   * are asked for. @throws {ApplicationError} `invalid_cursor`
   */
  listMatches(
    viewer: Viewer,
    page: {
      readonly limit: number;
      readonly cursor?: string | undefined;
      readonly include_hidden?: boolean | undefined;
    },
  ): Promise<{ items: MatchedJob[]; next_cursor: string | null }>;
  /** The alerts, by the ids of their notifications, whose job takes no applications any more. */
  findIrrelevantAlerts(
    tx: Tx,
    alerts: readonly AlertQuestion[],
  ): Promise<ReadonlyMap<string, IrrelevanceReason>>;
}

/** A notification about a job that is about to be sent. */
export interface AlertQuestion {
  readonly notificationId: string;
  readonly payload: { readonly job_id: string };
}

export function createMatching(dependencies: MatchingDependencies): Matching {
  const { database, clock, seekers } = dependencies;
  return {
    matchNewJobs: () => matchNewJobs(dependencies),

    rescore: (userId) => rescore(dependencies, userId),

    async matchFor(viewer, job) {
      if (viewer.role !== 'job_seeker') return null;
      const profile = await seekers.read(database.query, viewer.userId);
      return matchPair(readSeeker({ user_id: viewer.userId, ...profile }), readJob(job), clock.now());
    },

    async listMatches(viewer, { limit, cursor, include_hidden }) {
      const after = cursor === undefined ? null : toPosition(cursor);
      const page = { limit: limit + 1, after, withHidden: include_hidden === true };
      const rows = await selectMatches(database.query, viewer.userId, page, clock.now());
      return toPage(
        rows,
        limit,
        (row) => ({
          job: toSummary(row, row.mark),
          match: { score: row.score, reasons: row.reasons },
          matched_at: row.matched_at.toISOString(),
        }),
        (row) => [row.matched_at.toISOString(), row.id],
      );
    },

    async findIrrelevantAlerts(tx, alerts) {
      const jobIds = alerts.map(({ payload }) => payload.job_id);
      const open = await selectOpenJobs(tx, jobIds, clock.now());
      const irrelevant = alerts.filter(({ payload }) => !open.has(payload.job_id));
      return new Map(irrelevant.map(({ notificationId }) => [notificationId, 'job_closed']));
    },
  };
}

function toPosition(cursor: string): MatchPosition {
  const [matchedAt = '', jobId = ''] = decodeCursor(cursor, 2);
  if (Number.isNaN(Date.parse(matchedAt)) || !isUuid(jobId)) throw new ApplicationError('invalid_cursor');
  return { matchedAt, jobId };
}
