import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import { systemClock } from '../../../platform/clock/index.ts';
import { createQueue } from '../../../platform/queue/index.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { closeDigestsTask, scheduleDigestJobs, workOnDigests } from './digests.jobs.ts';
import type { Digests } from './digests.ts';

const nothing = { sent: 0, empty: 0, postponed: 0, more: false };

describeEachDatabase('the task of digests', (open) => {
  /** A queue with a worker over digests that do as told; the first task is enqueued. */
  async function start(digests: Pick<Digests, 'closeDue' | 'nextClosing' | 'tellOverflows'>) {
    const database = await open();
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks: [closeDigestsTask],
      pollSeconds: 0.5,
      ...(database.url === undefined ? {} : { postgresUrl: database.url }),
    });
    workOnDigests(queue, { database, clock: systemClock, logger: pino({ level: 'silent' }), digests });
    await queue.start();
    await database.transaction((tx) => queue.enqueue(tx, closeDigestsTask, {}));
    return { database, queue };
  }
  const inMs = (milliseconds: number) => new Date(systemClock.now().getTime() + milliseconds);

  test('runs again at the very moment at which the next window ends', async () => {
    let end: Date | null = null;
    const runs: Date[] = [];
    const { queue } = await start({
      closeDue: async () => {
        runs.push(systemClock.now());
        return nothing;
      },
      tellOverflows: async () => 0,
      nextClosing: async () => {
        if (end !== null) return null;
        end = inMs(2_500);
        return end;
      },
    });
    try {
      await vi.waitFor(() => expect(runs).toHaveLength(2), 15_000);
      expect(Number(runs[1])).toBeGreaterThanOrEqual(Number(end));
    } finally {
      await queue.stop();
    }
  });

  test('goes on while there is more, leaves the distant future to the schedule, and is scheduled', async () => {
    let runs = 0;
    const { database, queue } = await start({
      closeDue: async () => {
        runs += 1;
        return { ...nothing, more: runs < 3 };
      },
      tellOverflows: async () => 0,
      nextClosing: async () => inMs(3_600_000),
    });
    try {
      await vi.waitFor(() => expect(runs).toBe(3), 15_000);
      await scheduleDigestJobs(queue);
      const { rows } = await database.executeSql('select name, cron from pgboss.schedule');
      expect(rows).toEqual([{ name: closeDigestsTask.name, cron: '* * * * *' }]);
      const counts = await queue.stats();
      expect(counts.find(({ task }) => task === closeDigestsTask.name)).toMatchObject({ deferred: 0 });
    } finally {
      await queue.stop();
    }
  });
});
