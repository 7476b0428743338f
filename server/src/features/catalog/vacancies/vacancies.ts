import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { createTransactionEvent, type TransactionEvent } from '../../../platform/events/index.ts';
import { isFaultOfRow, type SetAside } from '../../../platform/set-aside/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import { listDueJobs, settleVacancies } from '../jobs/index.ts';
import { type Decided, decideJobs, type MovedPosting, PostingsHeldError } from './deciding.ts';
import { createEmployers } from './employers.ts';
import { type ReadJob, readJobs } from './reading.ts';
import type { SplitVacancy } from './rulings.ts';

export interface VacanciesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly workers: WorkerPool;
  readonly setAside: SetAside;
}

/** Which postings are one vacancy. */
export interface Vacancies {
  /** Postings that have become part of another vacancy, in the transaction that moves them. */
  readonly moved: TransactionEvent<readonly MovedPosting[]>;
  /** An operator has taken a posting out of its vacancy; in that transaction, after `moved`. */
  readonly split: TransactionEvent<SplitVacancy>;
  /**
   * Decides the vacancies of the jobs that wait for it, the oldest first, batch by batch. A process that dies loses the batch
   * that it was at, and the next one begins with it. What cannot be read is a vacancy of its own.
   *
   * @returns whether some are left for another turn
   */
  decideWaiting(): Promise<{ readonly jobs: number; readonly more: boolean }>;
}

/** Jobs that are decided in one transaction. */
const batchOfJobs = 100;
/** After so many batches somebody else may have a turn. */
const mostBatches = 50;

export function createVacancies({ database, clock, workers, setAside }: VacanciesDependencies): Vacancies {
  const moved = createTransactionEvent<readonly MovedPosting[]>();
  const split = createTransactionEvent<SplitVacancy>();
  const employers = createEmployers();

  async function decide(read: readonly ReadJob[]): Promise<Decided> {
    try {
      return await database.transaction(async (tx) => {
        const done = await decideJobs(tx, read, { employers, now: clock.now() });
        if (done.moved.length > 0) await moved.emit(tx, done.moved);
        return done;
      });
    } catch (error) {
      if (error instanceof PostingsHeldError) return { jobs: 0, moved: [] };
      throw error;
    }
  }

  /** One that spoils its batch is set aside, and is a vacancy of its own. */
  async function decideAsFarAsPossible(read: readonly ReadJob[]): Promise<number> {
    try {
      return (await decide(read)).jobs;
    } catch (error) {
      if (!isFaultOfRow(error)) throw error;
      const [only] = read;
      if (only !== undefined && read.length === 1) {
        setAside('vacancies', { job_id: only.job.id }, error);
        await settleVacancies(database.query, [only.job]);
        return 1;
      }
    }
    let jobs = 0;
    for (const one of read) jobs += await decideAsFarAsPossible([one]);
    return jobs;
  }

  return {
    moved,
    split,

    async decideWaiting() {
      let decided = 0;
      for (let batch = 0; batch < mostBatches; batch += 1) {
        const due = await listDueJobs(database.query, batchOfJobs);
        if (due.length === 0) return { jobs: decided, more: false };
        const read = await readJobs(workers, due, (jobId, detail) =>
          setAside('vacancies', { job_id: jobId }, new Error(detail)),
        );
        const jobs = await decideAsFarAsPossible(read);
        decided += jobs;
        // Somebody writes every one of them. They come again with the next event or sweep.
        if (jobs === 0 || due.length < batchOfJobs) return { jobs: decided, more: false };
      }
      return { jobs: decided, more: true };
    },
  };
}
