import type { Overview } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { countAllApplications } from '../../activity/applications/index.ts';
import { countJobs } from '../../catalog/jobs/index.ts';
import { countPeople } from '../../identity/people/index.ts';
import { countDeliveries } from '../../messaging/deliveries/index.ts';
import { countNotifications } from '../../messaging/notifications/index.ts';

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
    const tx = database.query;
    const [people, jobs, deliveries, applications, notifications, connections, queues] = await Promise.all([
      countPeople(tx),
      countJobs(tx),
      countDeliveries(tx),
      countAllApplications(tx),
      countNotifications(tx),
      countConnections(),
      readQueues(),
    ]);
    return {
      people: {
        job_seeker: people.get('job_seeker') ?? 0,
        recruiter: people.get('recruiter') ?? 0,
        operator: people.get('operator') ?? 0,
      },
      jobs,
      applications,
      notifications,
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
