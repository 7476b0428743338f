import type { Overview } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { countDeliveries, countJobs, countPeople, countRows } from './overview.store.ts';

export interface OverviewDependencies {
  readonly database: Database;
  readonly clock: Clock;
  /** Open sockets of this process. */
  readonly countConnections: () => number;
  readonly readQueues: () => Promise<Overview['queues']>;
}

export interface OverviewReader {
  /** The state of the instance in numbers, at most ten seconds old: on a large instance counting takes a while. */
  read(): Promise<Overview>;
}

const freshForMs = 10_000;

export function createOverview({
  database,
  clock,
  countConnections,
  readQueues,
}: OverviewDependencies): OverviewReader {
  let latest: { readonly at: number; readonly value: Promise<Overview> } | undefined;

  async function count(): Promise<Overview> {
    const [people, jobs, deliveries, rows, queues] = await Promise.all([
      countPeople(database.query),
      countJobs(database.query),
      countDeliveries(database.query),
      countRows(database.query),
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
      jobs: { open: jobsOf('open'), closed: jobsOf('closed') },
      applications: rows.applications,
      notifications: rows.notifications,
      deliveries,
      connections: countConnections(),
      queues,
    };
  }

  return {
    read() {
      const now = clock.now().getTime();
      if (latest !== undefined && now - latest.at < freshForMs) return latest.value;
      const value = count();
      latest = { at: now, value };
      value.catch(() => {
        latest = undefined;
      });
      return value;
    },
  };
}
