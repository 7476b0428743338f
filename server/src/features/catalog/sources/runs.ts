import type { RunCounts, SourceRun } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { JobImports } from '../jobs/index.ts';
import type { Adapter } from './adapter.ts';
import { adapters } from './adapters.ts';
import { nextAttempt } from './backoff.ts';
import { fetchFeed } from './fetching.ts';
import { importFeed } from './importing.ts';
import { createPreparePosting, type ReadFeed } from './postings.ts';
import {
  failDeadRuns,
  findLastSuccess,
  findRun,
  finishRun,
  insertRun,
  keepRun,
  pruneRuns,
  type RunEnd,
  type RunRow,
} from './runs.store.ts';
import { findSource, type SourceRow, updateSource } from './sources.store.ts';
import { reasonToKeep } from './vanishing.ts';

/** How far a run is, in rows of its feed. */
export interface RunProgress {
  readonly read: number;
  readonly total: number;
}

export type OnProgress = (progress: RunProgress) => void;

export interface RunsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly httpClient: HttpClient;
  readonly jobs: JobImports;
}

/**
 * Runs of sources.
 *
 * A run is a row that says `running` and has a lease, which the process that works on it extends. Only one run of a
 * source can say so. It writes its postings in batches, each a transaction of its own that also extends the lease and
 * tells of the new jobs, so that a run that is killed leaves whole batches behind. Its lease runs out then, the next
 * run closes it as failed ('interrupted'), finds what was written unchanged and goes on with the rest. A run that was
 * only slow and finds itself closed stops at its next batch and writes nothing more.
 */
export interface Runs {
  /** Makes the row of a run that a worker will take up. @throws {ApplicationError} `source_running` */
  open(tx: Tx, sourceId: string, trigger: RunRow['trigger'], leaseMs: number): Promise<RunRow>;
  /** Works on an open run until its end; what goes wrong is recorded in it. Null when it was closed meanwhile. */
  carryOut(
    runId: string,
    work?: { readonly document?: string; readonly onProgress?: OnProgress },
  ): Promise<RunRow | null>;
  /** Closes runs whose process has died; with `all`, every run, which is right where no other process can work. */
  closeInterrupted(tx: Tx, all: boolean): Promise<number>;
}

const leaseMs = 30_000;
const heartbeatMs = 10_000;
const keptSkips = 100;
const keptRuns = 200;
const maximumRows = 100_000;
const interrupted = 'interrupted: the process that worked on it ended';
const noCounts: RunCounts = { read: 0, new: 0, changed: 0, unchanged: 0, closed: 0, skipped: 0 };

/** The run was closed by another one, which took it for dead. */
class RunLostError extends Error {
  override readonly name = 'RunLostError';
}

export function createRuns({ database, clock, logger, httpClient, jobs }: RunsDependencies): Runs {
  const prepare = createPreparePosting();

  const leaseEnd = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);

  async function keep(tx: Tx, runId: string, counts: RunCounts | null): Promise<void> {
    if (!(await keepRun(tx, runId, leaseEnd(leaseMs), counts))) throw new RunLostError(runId);
  }

  /** Extends the lease while something takes long that writes nothing. */
  async function alive<T>(runId: string, work: () => Promise<T>): Promise<T> {
    const heartbeat = setInterval(() => {
      keepRun(database.query, runId, leaseEnd(leaseMs), null).catch((error: unknown) => {
        logger.warn({ err: error, run_id: runId }, 'could not extend the lease of a run');
      });
    }, heartbeatMs);
    try {
      return await work();
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** Closes what has vanished, unless there is a reason not to; that reason is the warning. */
  async function closeVanished(
    run: RunRow,
    adapter: Adapter,
    feed: ReadFeed,
    incomplete: string | null,
  ): Promise<{ closed: number; warning: string | null }> {
    if (adapter.coverage === 'increment') return { closed: 0, warning: null };
    return database.transaction(async (tx) => {
      await keep(tx, run.id, null);
      const before = await findLastSuccess(tx, run.source_id);
      const warning = reasonToKeep({
        coverage: adapter.coverage,
        incomplete,
        present: feed.present.length,
        ...(await jobs.countVanished(tx, run.source_id, feed.present)),
        confirmed: run.trigger === 'manual' && before !== undefined && before.warning !== null,
      });
      if (warning !== null) return { closed: 0, warning };
      return { closed: await jobs.closeVanished(tx, run.source_id, feed.present), warning: null };
    });
  }

  async function work(
    source: SourceRow,
    run: RunRow,
    given: string | undefined,
    onProgress: OnProgress,
    report: (counts: RunCounts) => void,
  ): Promise<RunEnd & { etag: string | null }> {
    const adapter = adapters[source.kind];
    const fetched =
      given === undefined
        ? await fetchFeed(httpClient, adapter, source)
        : { document: given, etag: null, address: source.address };
    if (fetched === 'unchanged') {
      const end = { counts: noCounts, skipped: [], warning: null, error: null };
      return { ...end, status: 'succeeded', etag: source.etag };
    }
    const { feed, incomplete, counts } = await importFeed({
      database,
      jobs,
      prepare,
      adapter,
      document: fetched.document,
      context: { sourceName: source.name, address: fetched.address },
      sourceId: source.id,
      maximumRows,
      onBatch: async (tx, soFar) => {
        await keep(tx, run.id, soFar);
      },
      onProgress: (progress, soFar) => {
        report(soFar);
        onProgress(progress);
      },
    });
    const { closed, warning } = await closeVanished(run, adapter, feed, incomplete);
    return {
      status: 'succeeded',
      counts: { ...counts, closed },
      skipped: feed.skipped.slice(0, keptSkips),
      warning,
      error: null,
      // A feed that is to be looked at again must not be answered with 'not modified'.
      etag: warning === null && incomplete === null ? fetched.etag : null,
    };
  }

  return {
    async open(tx, sourceId, trigger, lease) {
      const now = clock.now();
      await failDeadRuns(tx, { sourceId, deadSince: now }, interrupted, now);
      const run = {
        id: uuidv7(),
        source_id: sourceId,
        trigger,
        started_at: now,
        lease_until: new Date(now.getTime() + lease),
      };
      const inserted = (await insertRun(tx, run)) ? await findRun(tx, run.id) : undefined;
      if (inserted === undefined) throw new ApplicationError('source_running');
      return inserted;
    },

    async carryOut(runId, { document, onProgress = () => {} } = {}) {
      const run = await findRun(database.query, runId);
      if (run === undefined || !(await keepRun(database.query, runId, leaseEnd(leaseMs), null))) return null;
      const source = await findSource(database.query, run.source_id);
      if (source === undefined) return null;
      let reached = noCounts;
      try {
        const { etag, ...end } = await alive(runId, () =>
          work(source, run, document, onProgress, (counts) => {
            reached = counts;
          }),
        );
        await database.transaction(async (tx) => {
          if (!(await finishRun(tx, runId, end, clock.now()))) throw new RunLostError(runId);
          // A document that somebody handed in says nothing about the board.
          if (document === undefined) {
            await updateSource(tx, source.id, { consecutive_failures: 0, next_attempt_at: null, etag });
          }
          await pruneRuns(tx, source.id, keptRuns);
        });
      } catch (error) {
        if (error instanceof RunLostError) {
          logger.warn({ run_id: runId }, 'a run was closed as interrupted while it still worked');
          return null;
        }
        logger.warn({ err: error, run_id: runId, source_id: source.id }, 'a run of a source failed');
        await database.transaction(async (tx) => {
          const now = clock.now();
          const end: RunEnd = {
            status: 'failed',
            counts: reached,
            skipped: [],
            warning: null,
            error: describe(error),
          };
          if (!(await finishRun(tx, runId, end, now))) return;
          if (document !== undefined) return;
          const failures = source.consecutive_failures + 1;
          await updateSource(tx, source.id, {
            consecutive_failures: failures,
            next_attempt_at: nextAttempt(failures, now),
          });
        });
      }
      return (await findRun(database.query, runId)) ?? null;
    },

    closeInterrupted(tx, all) {
      const now = clock.now();
      return failDeadRuns(tx, { deadSince: all ? 'any' : now }, interrupted, now);
    },
  };
}

/** A run as the interface shows it. */
export function toSourceRun(run: RunRow): SourceRun {
  return {
    id: run.id,
    source_id: run.source_id,
    trigger: run.trigger,
    status: run.status,
    started_at: run.started_at.toISOString(),
    finished_at: run.finished_at?.toISOString() ?? null,
    counts: {
      read: run.read_count,
      new: run.new_count,
      changed: run.changed_count,
      unchanged: run.unchanged_count,
      closed: run.closed_count,
      skipped: run.skipped_count,
    },
    skipped: [...run.skipped],
    warning: run.warning,
    error: run.error,
  };
}

function describe(error: unknown): string {
  return isApplicationError(error)
    ? `${error.code}: ${error.message}`
    : 'internal_error: see the log of the server';
}
