import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import type { TransactionEvent } from '../../../platform/events/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { Descriptions, JobImports } from '../jobs/index.ts';
import { nextAttempt } from './backoff.ts';
import type { FeedDocument } from './feed.worker.ts';
import type { BundledFeeds, Documents } from './fetching/documents.ts';
import { noCounts } from './importing.ts';
import { createRunLease, RunLostError } from './lease.ts';
import { createReadSource, type OnProgress } from './reading-run.ts';
import {
  closeRuns,
  failDeadRuns,
  findRun,
  finishRun,
  forgiveRun,
  insertRun,
  pruneRuns,
  type RunEnd,
  type RunRow,
} from './runs.store.ts';
import { findSource, updateSource } from './sources.store.ts';

export interface RunsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly documents: Documents;
  readonly jobs: JobImports & Descriptions;
  readonly workers: WorkerPool;
  readonly bundled: BundledFeeds;
}

/** What follows a run in the transaction that ends it, by its id; not one whose process has died. */
export type RunEnded = TransactionEvent<string>;

/**
 * Runs of sources.
 *
 * A run is a row that says `running` and has a lease, which the process that works on it extends. Only one run of a
 * source can say so. It writes its postings in batches, each a transaction of its own that also extends the lease and
 * tells of the new jobs, so that a run that is killed leaves whole batches behind. Its lease runs out then, the next
 * run closes it as failed ('interrupted'), finds what was written unchanged and goes on with the rest. A run that was
 * only slow and finds itself closed stops at its next batch and writes nothing more.
 *
 * A feed that ends the process that reads it would do so again after each start. So the runs of a source that have ended
 * with their process, one after another, are counted; a process that stops in good order closes its runs before, and a run
 * that only was slow takes its count back.
 */
export interface Runs {
  /** Makes the row of a run that a worker will take up. @throws {ApplicationError} `source_running` */
  open(tx: Tx, sourceId: string, trigger: RunRow['trigger'], leaseMs: number): Promise<RunRow>;
  /** Works on an open run until its end; what goes wrong is recorded in it. Null when it was closed meanwhile. */
  carryOut(
    runId: string,
    work?: { readonly document?: FeedDocument; readonly onProgress?: OnProgress },
  ): Promise<RunRow | null>;
  /** Closes runs whose process has died; `all`: every run, which is right where no other process can work. */
  closeInterrupted(tx: Tx, filter: 'all' | 'dead' | { readonly sourceId: string }): Promise<number>;
  /** Closes what this process works on, and lets it begin nothing more. */
  stop(): Promise<void>;
}

/** A run was not carried out to its end because its process stops. */
class StoppingError extends Error {
  override readonly name = 'StoppingError';
}

/** How long a run that is started at once may take to its first batch. */
export const startLeaseMs = 30_000;
const keptRuns = 200;
const interrupted = 'interrupted: the process that worked on it ended';
const stopped = 'interrupted: the process that worked on it was stopped';

export function createRuns(dependencies: RunsDependencies & { readonly ended: RunEnded }): Runs {
  const { database, clock, logger, ended } = dependencies;
  const lease = createRunLease(dependencies);
  const readSource = createReadSource({ ...dependencies, lease });
  /** Ids of the runs that this process works on. */
  const underWay = new Set<string>();
  let isStopping = false;

  async function lost(runId: string): Promise<null> {
    if (isStopping) throw new StoppingError(`Run ${runId} is left to the next process`);
    logger.warn({ run_id: runId }, 'a run was closed as interrupted while it still worked');
    await database.transaction((tx) => forgiveRun(tx, runId));
    return null;
  }

  return {
    async open(tx, sourceId, trigger, leaseMs) {
      const now = clock.now();
      await failDeadRuns(tx, { sourceId, deadSince: now }, interrupted, now);
      const run = {
        id: uuidv7(),
        source_id: sourceId,
        trigger,
        started_at: now,
        lease_until: new Date(now.getTime() + leaseMs),
      };
      const inserted = (await insertRun(tx, run)) ? await findRun(tx, run.id) : undefined;
      if (inserted === undefined) throw new ApplicationError('source_running');
      return inserted;
    },

    async carryOut(runId, { document, onProgress = () => {} } = {}) {
      if (isStopping) throw new StoppingError(`Run ${runId} is left to the next process`);
      const run = await findRun(database.query, runId);
      const source = run && (await findSource(database.query, run.source_id));
      if (run === undefined || source === undefined) return null;
      if (!(await lease.begin(database.query, runId))) {
        // Whoever worked on it has lost it: the queue gives a task to another process only when its own has died.
        const dead = { runId, deadSince: 'any' } as const;
        await database.transaction((tx) => failDeadRuns(tx, dead, interrupted, clock.now()));
        return null;
      }
      let reached = noCounts;
      underWay.add(runId);
      try {
        const { etag, last_modified, ...end } = await lease.during(runId, () =>
          readSource({
            source,
            run,
            document,
            onProgress,
            report: (counts) => {
              reached = counts;
            },
          }),
        );
        await database.transaction(async (tx) => {
          if (!(await finishRun(tx, runId, end, clock.now()))) throw new RunLostError(runId);
          // A document that somebody handed in says nothing about the board.
          if (document === undefined) {
            const healthy = { consecutive_failures: 0, interrupted_runs: 0, next_attempt_at: null };
            await updateSource(tx, source.id, { ...healthy, etag, last_modified });
          }
          await pruneRuns(tx, source.id, keptRuns);
          await ended.emit(tx, runId);
        });
      } catch (error) {
        if (error instanceof RunLostError) return await lost(runId);
        logger.warn({ err: error, run_id: runId, source_id: source.id }, 'a run of a source failed');
        const isOurs = await database.transaction(async (tx) => {
          const now = clock.now();
          const end: RunEnd = {
            status: 'failed',
            counts: reached,
            skipped: [],
            warning: null,
            error: describe(error),
          };
          if (!(await finishRun(tx, runId, end, now))) return false;
          await ended.emit(tx, runId);
          if (document !== undefined) return true;
          const failures = source.consecutive_failures + 1;
          await updateSource(tx, source.id, {
            consecutive_failures: failures,
            interrupted_runs: 0,
            next_attempt_at: latest(nextAttempt(failures, now), askedFor(error, now)),
          });
          return true;
        });
        if (!isOurs) return await lost(runId);
      } finally {
        underWay.delete(runId);
      }
      return (await findRun(database.query, runId)) ?? null;
    },

    closeInterrupted(tx, filter) {
      const now = clock.now();
      const deadSince: Date | 'any' = filter === 'all' ? 'any' : now;
      const which = typeof filter === 'string' ? { deadSince } : { ...filter, deadSince };
      return failDeadRuns(tx, which, interrupted, now);
    },

    async stop() {
      isStopping = true;
      if (underWay.size > 0) await closeRuns(database.query, { ids: [...underWay] }, stopped, clock.now());
    },
  };
}

/** Until when the other side has asked to be left alone. */
function askedFor(error: unknown, now: Date): Date | null {
  const seconds = isApplicationError(error) ? error.extensions['retry_after'] : undefined;
  return typeof seconds === 'number' ? new Date(now.getTime() + seconds * 1_000) : null;
}

const latest = (one: Date, other: Date | null): Date => (other !== null && other > one ? other : one);

function describe(error: unknown): string {
  return isApplicationError(error)
    ? `${error.code}: ${error.message}`
    : 'internal_error: see the log of the server';
}
