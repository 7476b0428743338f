import { pino } from 'pino';
import type { Jobs } from '../../features/catalog/jobs/index.ts';
import {
  createSources,
  type Sources,
  type SourcesDependencies,
  type SourceWork,
} from '../../features/catalog/sources/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database, Tx } from '../../platform/db/index.ts';
import { createHttpClient, type HttpClient } from '../../platform/http-client/index.ts';
import type { Delay } from '../../platform/resilience/index.ts';
import type { WorkerPool } from '../../platform/workers/index.ts';
import { createTestJobs } from '../jobs.ts';
import { testWorkers } from '../workers/index.ts';

/** The sources over a database, with a record of what they cause. */
export interface SourceBench {
  readonly sources: Sources;
  readonly jobs: Jobs;
  /** Ids of jobs in the order in which they were told of. */
  readonly published: string[];
  readonly schedules: Map<string, string>;
  readonly requested: { id: string; sourceId: string }[];
}

export interface SourceBenchOptions {
  readonly httpClient?: HttpClient;
  readonly work?: SourceWork;
  readonly workers?: WorkerPool;
  readonly accesses?: SourcesDependencies['accesses'];
  readonly bundled?: SourcesDependencies['bundled'];
  readonly jobsPublished?: (tx: Tx, jobIds: readonly string[]) => Promise<void>;
}

/** Does at once what has to wait. */
const promptDelay: Delay = {
  after(_milliseconds, work) {
    const immediate = setImmediate(work);
    return () => clearImmediate(immediate);
  },
};

export function createSourceBench(
  database: Database,
  clock: Clock,
  options: SourceBenchOptions = {},
): SourceBench {
  const published: string[] = [];
  const schedules = new Map<string, string>();
  const requested: { id: string; sourceId: string }[] = [];
  const jobs = createTestJobs(database, clock);
  jobs.published.on(async (tx, ids) => {
    await options.jobsPublished?.(tx, ids);
    // As matching does it: whoever was told of is not told again.
    await tx.updateTable('jobs').set({ matched_at: clock.now() }).where('id', 'in', ids).execute();
    database.afterCommit(() => published.push(...ids));
  });
  const work: SourceWork = options.work ?? {
    assertSchedule() {},
    async enqueueSchedule() {},
    async follow(sourceId, schedule) {
      if (schedule === null) schedules.delete(sourceId);
      else schedules.set(sourceId, `${schedule.cron} ${schedule.timeZone}`);
    },
    async enqueueRun(_tx, run) {
      requested.push(run);
    },
  };
  const sources = createSources({
    bundled: options.bundled ?? new Map(),
    delay: promptDelay,
    accesses: options.accesses ?? [],
    database,
    clock,
    logger: pino({ level: 'silent' }),
    httpClient:
      options.httpClient ??
      createHttpClient({ userAgent: 'Rolecall test', timeoutMs: 5_000, maxBytes: 1_000_000 }),
    jobs,
    workers: options.workers ?? testWorkers(),
    work,
  });
  return { sources, jobs, published, schedules, requested };
}
