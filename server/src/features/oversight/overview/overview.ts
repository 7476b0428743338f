import type { Overview } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { countDeliveries, countJobs, countPeople, countRows } from './overview.store.ts';

export interface OverviewDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** Open sockets and streams, of all processes. */
  readonly countConnections: () => Promise<number>;
  readonly readQueues: () => Promise<Overview['queues']>;
}

export interface OverviewReader {
  /** The state of the instance in numbers, a second old or, where counting takes a while, ten times as old as that. */
  read(): Promise<Overview>;
}

const shortestFreshMs = 1_000;
const freshPerCountingMs = 10;

export function createOverview({
  database,
  clock,
  countConnections,
  readQueues,
}: OverviewDependencies): OverviewReader {
  let latest: { readonly value: Promise<Overview>; freshUntil: number } | undefined;

  async function count(): Promise<Overview> {
    const [people, jobs, deliveries, rows, connections, queues] = await Promise.all([
      countPeople(database.query),
      countJobs(database.query),
      countDeliveries(database.query),
      countRows(database.query),
      countConnections(),
      readQueues(),
    ]);
    const peopleOf = (role: string) => people.find((row) => row.role === role)?.count ?? 0;
    const jobsOf = (status: string) => jobs.find((row) => row.status === status)?.count ?? 0;
    return {
      people: {
        job_seeker: peopleOf('job_seeker'),
        recruiter: peopleOf('recruiter'),
        operator: peopleOf('operator'),
      },
      jobs: { open: jobsOf('open'), closed: jobsOf('closed'), unmatched: rows.unmatched },
      applications: rows.applications,
      notifications: rows.notifications,
      deliveries,
      connections,
      queues,
    };
  }

  return {
    read() {
      const started = clock.now().getTime();
      if (latest !== undefined && started < latest.freshUntil) return latest.value;
      const current = { value: count(), freshUntil: Number.POSITIVE_INFINITY };
      latest = current;
      current.value.then(
        () => {
          const now = clock.now().getTime();
          current.freshUntil = now + Math.max(shortestFreshMs, (now - started) * freshPerCountingMs);
        },
        () => {
          current.freshUntil = 0;
        },
      );
      return current.value;
    },
  };
}
