import type { JobMark, MarkedJob } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import type { IrrelevanceReason } from '../../messaging/routing/index.ts';
import { findPostingsOfVacancy, holdJob, toSummary } from '../jobs/index.ts';
import type { MovedPosting } from '../vacancies/index.ts';
import {
  deleteDoubled,
  deleteMarks,
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
 * The jobs that job seekers keep for later (`saved`) or put away (`hidden`). A vacancy has one mark of a person at most,
 * whichever of its postings it stands at: to save a hidden job shows it again, and to hide a saved one saves it no more.
 */
export interface Marks {
  readonly changed: TransactionEvent<ChangedMark>;
  /** Does nothing where the job has this mark already. @throws {ApplicationError} `not_found` */
  mark(tx: Tx, viewer: Viewer, jobId: string, mark: JobMark): Promise<void>;
  /** Does nothing where the job does not have this mark. @throws {ApplicationError} `not_found` */
  unmark(tx: Tx, viewer: Viewer, jobId: string, mark: JobMark): Promise<void>;
  /** Follows postings into other vacancies, where a person may have marks already. */
  readonly postingsMoved: (tx: Tx, moved: readonly MovedPosting[]) => Promise<void>;
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
  /** Those, by their ids, whose reader has hidden the job. */
  findHidden(tx: Tx, questions: readonly JobQuestion[]): Promise<ReadonlyMap<string, IrrelevanceReason>>;
}

export function createMarks({ database, clock }: MarksDependencies): Marks {
  const changed = createTransactionEvent<ChangedMark>();
  async function taken(tx: Tx, userId: string, jobIds: readonly string[]): Promise<void> {
    for (const jobId of jobIds) await changed.emit(tx, { userId, jobId });
  }

  const othersOf = async (tx: Tx, jobId: string): Promise<string[]> =>
    (await findPostingsOfVacancy(tx, jobId)).filter((id) => id !== jobId);

  return {
    changed,

    async mark(tx, viewer, jobId, mark) {
      if ((await holdJob(tx, jobId)) === undefined) throw new ApplicationError('not_found');
      const { userId } = viewer;
      if ((await selectMarks(tx, userId, [jobId])).get(jobId) === mark) return;
      await taken(tx, userId, await deleteMarks(tx, userId, await othersOf(tx, jobId)));
      const row = { user_id: userId, job_id: jobId, mark, created_at: clock.now() };
      if (await upsertMark(tx, row)) await changed.emit(tx, { userId, jobId });
    },

    async unmark(tx, viewer, jobId, mark) {
      if ((await holdJob(tx, jobId)) === undefined) throw new ApplicationError('not_found');
      const jobIds = [jobId, ...(await othersOf(tx, jobId))];
      await taken(tx, viewer.userId, await deleteMarks(tx, viewer.userId, jobIds, mark));
    },

    async postingsMoved(tx, moved) {
      const vacancyIds = [...new Set(moved.map(({ to }) => to))];
      for (const { user_id, job_id } of await deleteDoubled(tx, vacancyIds))
        await taken(tx, user_id, [job_id]);
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
