import type { JobSummary, Match } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import { readProfile } from '../../identity/profiles/index.ts';
import { renameKeys } from '../../messaging/notifications/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { findJobStandings, findOtherPostings, type MatchableJob, toSummary } from '../jobs/index.ts';
import type { MovedPosting, SplitVacancy } from '../vacancies/index.ts';
import { alertKey } from './alerts.ts';
import { type ClosingDependencies, closeWindows, tidyWindows } from './closing.ts';
import { copyMatches, moveMatches, passToOpenPostings, selectMatches } from './matching.store.ts';
import { type MatchingRun, matchNewJobs, type NewJobsDependencies, type Seekers } from './new-jobs.ts';
import { matchPair } from './pair.ts';
import { parseJob, parseSeeker } from './parsed.ts';
import { rescore, rescoreTogether } from './rescoring.ts';
import type { WindowsClosed } from './window-batches.ts';
import { findNextWindowEnd } from './windows.store.ts';

const cursors = createCursors({ matchedAt: momentField, jobId: idField });

export interface MatchingDependencies extends NewJobsDependencies, ClosingDependencies {
  readonly seekers: Seekers;
}

/** A match in a person's list. */
export interface MatchedJob {
  readonly job: JobSummary;
  readonly match: Match;
  readonly matched_at: string;
}

/** Tells which jobs fit which people. docs/matching.md explains how. */
export interface Matching {
  /** Matches the jobs that wait for it; what fits joins the window of its person, once for each vacancy. */
  matchNewJobs(): Promise<MatchingRun>;
  /** Lets matches with jobs that were closed go to open ones of the same vacancies. */
  readonly jobsChanged: (tx: Tx, jobIds: readonly string[]) => Promise<void>;
  /** Follows postings into other vacancies. */
  readonly postingsMoved: (tx: Tx, moved: readonly MovedPosting[]) => Promise<void>;
  /** Lets who was told of two vacancies as one have a match with both. */
  readonly vacancySplit: (tx: Tx, split: SplitVacancy) => Promise<void>;
  /** Closes windows whose runs have ended or whose time is over, at most so many, and tells what they have collected. */
  closeWindows(limit: number): Promise<WindowsClosed>;
  /** When the next of all open windows ends that end after this moment; null: there is none. */
  nextWindowEnd(tx: Tx, after: Date): Promise<Date | null>;
  /** Forgets windows that were closed long ago. */
  tidyWindows(): Promise<void>;
  /** Matches one person anew after a change of the profile, without notifying. `again`: repeat it in a while. */
  rescore(userId: string): Promise<'done' | 'again'>;
  /** The same for some people at once. */
  rescoreTogether(userIds: readonly string[]): Promise<'done' | 'again'>;
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
      /** Only what was told together. */
      readonly window?: string | undefined;
    },
  ): Promise<{ items: MatchedJob[]; next_cursor: string | null }>;
  /** The alerts, by the ids of their notifications, whose job takes no applications any more or is held back. */
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
  const { database, clock } = dependencies;
  return {
    matchNewJobs: () => matchNewJobs(dependencies),

    jobsChanged: passToOpenPostings,

    async postingsMoved(tx, moved) {
      const matches = await moveMatches(
        tx,
        moved.map(({ jobId, from, to }) => ({ job_id: jobId, from, between: uuidv7(), to })),
      );
      await renameKeys(
        tx,
        matches.map(({ user_id, from, to }) => ({ user_id, from: alertKey(from), to: alertKey(to) })),
      );
    },

    async vacancySplit(tx, { jobId, others: [other = jobId, ...rest], from, to }) {
      const staying = [other, ...rest];
      await copyMatches(tx, { jobIds: staying, vacancyId: from }, { jobId, vacancyId: to });
      await copyMatches(tx, { jobIds: [jobId], vacancyId: to }, { jobId: other, vacancyId: from });
    },

    closeWindows: (limit) => closeWindows(dependencies, limit),

    nextWindowEnd: findNextWindowEnd,

    tidyWindows: () => tidyWindows(dependencies),

    rescore: (userId) => rescore(dependencies, userId),

    rescoreTogether: (userIds) => rescoreTogether(dependencies, userIds),

    async listMatches(viewer, { limit, cursor, include_hidden, window }) {
      const after = cursors.read(cursor);
      const page = { limit: limit + 1, after, withHidden: include_hidden === true, window };
      const rows = await selectMatches(database.query, viewer.userId, page, clock.now());
      const others = await findOtherPostings(
        database.query,
        rows.map(({ id }) => id),
      );
      return cursors.page(
        rows,
        limit,
        (row) => ({
          job: toSummary(row, row.mark, others.get(row.id)),
          match: { score: row.score, reasons: row.reasons },
          matched_at: row.matched_at.toISOString(),
        }),
        (row) => ({ matchedAt: row.matched_at, jobId: row.id }),
      );
    },

    async findIrrelevantAlerts(tx, alerts) {
      const jobIds = alerts.map(({ payload }) => payload.job_id);
      const standings = await findJobStandings(tx, jobIds, clock.now());
      return new Map(
        alerts.flatMap(({ notificationId, payload }): [string, IrrelevanceReason][] => {
          const { state } = standings.get(payload.job_id) ?? { state: 'closed' };
          if (state === 'open') return [];
          return [[notificationId, state === 'closed' ? 'job_closed' : 'job_held']];
        }),
      );
    },
  };
}

/** How well a job fits the viewer, below the own minimum too; null when it does not, and for who seeks no job. */
export async function matchFor(tx: Tx, viewer: Viewer, job: MatchableJob, now: Date): Promise<Match | null> {
  if (viewer.role !== 'job_seeker') return null;
  const profile = await readProfile(tx, viewer.userId);
  return matchPair(parseSeeker({ user_id: viewer.userId, ...profile }), parseJob(job), now);
}
