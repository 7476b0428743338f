import type { JobMark, MarkedJob } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { holdJob, toSummary } from '../jobs/index.ts';
import {
  deleteMark,
  hasHiddenAny,
  selectHidden,
  selectHiddenJobs,
  selectMarkedJobs,
  selectMarks,
  upsertMark,
} from './marks.store.ts';

const cursors = createCursors({ markedAt: momentField, jobId: idField });

/** A person has another mark on a job, or none any more. */
export interface ChangedMark {
  readonly userId: string;
  readonly jobId: string;
}

export interface MarksDependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** A notification about a job that is about to be sent. */
export interface JobQuestion {
  readonly notificationId: string;
  readonly userId: string;
  readonly payload: { readonly job_id: string };
}

/**
 * The jobs that job seekers keep for later (`saved`) or put away (`hidden`). A job has one mark of a person at most: to
 * save a hidden job shows it again, and to hide a saved one saves it no more.
 */
export interface Marks {
  readonly changed: TransactionEvent<ChangedMark>;
  /** Does nothing where the job has this mark already. @throws {ApplicationError} `not_found` */
  mark(tx: Tx, viewer: Viewer, jobId: string, mark: JobMark): Promise<void>;
  /** Does nothing where the job does not have this mark. @throws {ApplicationError} `not_found` */
  unmark(tx: Tx, viewer: Viewer, jobId: string, mark: JobMark): Promise<void>;
  /** The jobs with this mark, the last one first. @throws {ApplicationError} `invalid_cursor` */
  list(
    viewer: Viewer,
    mark: JobMark,
    page: { readonly limit: number; readonly cursor?: string | undefined },
  ): Promise<{ items: MarkedJob[]; next_cursor: string | null }>;
  /** A person's marks on these jobs; jobs without one are left out. */
  marksOf(tx: Tx, userId: string, jobIds: readonly string[]): Promise<ReadonlyMap<string, JobMark>>;
  /** The jobs that this person has hidden, the last ones where there are very many. */
  hiddenOf(tx: Tx, userId: string): Promise<string[]>;
  /** Whether anything has to be left out for this person. */
  hasHiddenAny(tx: Tx, userId: string): Promise<boolean>;
  /** Those, by their ids, whose reader has hidden the job. */
  findHidden(tx: Tx, questions: readonly JobQuestion[]): Promise<ReadonlyMap<string, IrrelevanceReason>>;
}

export function createMarks({ database, clock }: MarksDependencies): Marks {
  const changed = createTransactionEvent<ChangedMark>();
  return {
    changed,

    async mark(tx, viewer, jobId, mark) {
      if ((await holdJob(tx, jobId)) === undefined) throw new ApplicationError('not_found');
      const row = { user_id: viewer.userId, job_id: jobId, mark, created_at: clock.now() };
      if (await upsertMark(tx, row)) await changed.emit(tx, { userId: viewer.userId, jobId });
    },

    async unmark(tx, viewer, jobId, mark) {
      if ((await holdJob(tx, jobId)) === undefined) throw new ApplicationError('not_found');
      if (await deleteMark(tx, viewer.userId, jobId, mark))
        await changed.emit(tx, { userId: viewer.userId, jobId });
    },

    async list(viewer, mark, { limit, cursor }) {
      const after = cursors.read(cursor, mark);
      const rows = await selectMarkedJobs(database.query, viewer.userId, mark, { after, limit: limit + 1 });
      return cursors.page(
        rows,
        limit,
        (row) => ({ job: toSummary(row, mark), marked_at: row.marked_at.toISOString() }),
        (row) => ({ markedAt: row.marked_at, jobId: row.id }),
        mark,
      );
    },

    marksOf: selectMarks,
    hiddenOf: selectHiddenJobs,
    hasHiddenAny,

    async findHidden(tx, questions) {
      const hidden = await selectHidden(
        tx,
        questions.map(({ userId, payload }) => ({ user_id: userId, job_id: payload.job_id })),
      );
      const found = questions.filter(({ userId, payload }) => hidden.has(`${userId} ${payload.job_id}`));
      return new Map(found.map(({ notificationId }) => [notificationId, 'job_hidden']));
    },
  };
}

/** A person's mark on a job. */
export async function findMark(tx: Tx, userId: string, jobId: string): Promise<JobMark | null> {
  return (await selectMarks(tx, userId, [jobId])).get(jobId) ?? null;
}
