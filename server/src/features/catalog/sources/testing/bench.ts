import { pino } from 'pino';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import { createHttpClient, type HttpClient } from '../../../../platform/http-client/index.ts';
import { createCompanies } from '../../companies/index.ts';
import { createJobs, type JobEvents, type Jobs } from '../../jobs/index.ts';
import { createSources, type Sources, type SourceWork } from '../sources.ts';

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
  readonly jobsPublished?: JobEvents['jobsPublished'];
}

export function createSourceBench(
  database: Database,
  clock: Clock,
  options: SourceBenchOptions = {},
): SourceBench {
  const published: string[] = [];
  const schedules = new Map<string, string>();
  const requested: { id: string; sourceId: string }[] = [];
  const jobs = createJobs({
    database,
    clock,
    companies: createCompanies({ clock }),
    events: {
      async jobsPublished(tx, ids) {
        await options.jobsPublished?.(tx, ids);
        // As matching does it: whoever was told of is not told again.
        await tx.updateTable('jobs').set({ matched_at: clock.now() }).where('id', 'in', ids).execute();
        database.afterCommit(() => published.push(...ids));
      },
      async jobsChanged() {},
    },
    extras: { matchFor: async () => null, applicationOf: async () => null, markOf: async () => null },
    numbers: { countApplications: async () => new Map() },
  });
  const work: SourceWork = options.work ?? {
    async schedule(sourceId, cron, timeZone) {
      schedules.set(sourceId, `${cron} ${timeZone}`);
    },
    async unschedule(sourceId) {
      schedules.delete(sourceId);
    },
    async enqueueRun(_tx, run) {
      requested.push(run);
    },
  };
  const sources = createSources({
    database,
    clock,
    logger: pino({ level: 'silent' }),
    httpClient:
      options.httpClient ??
      createHttpClient({ userAgent: 'Rolecall test', timeoutMs: 5_000, maxBytes: 1_000_000 }),
    jobs,
    work,
  });
  return { sources, jobs, published, schedules, requested };
}
