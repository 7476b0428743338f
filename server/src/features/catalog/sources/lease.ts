import type { RunCounts } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { beginRun, keepRun } from './runs.store.ts';

const leaseMs = 30_000;
const heartbeatMs = 10_000;

/** The run was closed by another one, which took it for dead. */
export class RunLostError extends Error {
  override readonly name = 'RunLostError';
}

/** What says of a run that its process lives. */
export interface RunLease {
  /** Takes up a run; false: another process has, or it was closed. */
  begin(tx: Tx, runId: string): Promise<boolean>;
  /** Extends it, with the numbers so far. @throws {RunLostError} */
  keep(tx: Tx, runId: string, counts: RunCounts | null): Promise<void>;
  /** Extends it again and again while something takes long that writes nothing. */
  during<Result>(runId: string, work: () => Promise<Result>): Promise<Result>;
}

export function createRunLease({
  database,
  clock,
  logger,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}): RunLease {
  const extend = (tx: Tx, runId: string, counts: RunCounts | null) =>
    keepRun(tx, runId, new Date(clock.now().getTime() + leaseMs), counts);

  return {
    begin(tx, runId) {
      const now = clock.now();
      return beginRun(tx, runId, new Date(now.getTime() + leaseMs), now);
    },

    async keep(tx, runId, counts) {
      if (!(await extend(tx, runId, counts))) throw new RunLostError(runId);
    },

    async during(runId, work) {
      const heartbeat = setInterval(() => {
        extend(database.query, runId, null).catch((error: unknown) => {
          logger.warn({ err: error, run_id: runId }, 'could not extend the lease of a run');
        });
      }, heartbeatMs);
      try {
        return await work();
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
}
