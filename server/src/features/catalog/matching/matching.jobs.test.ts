import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { systemClock } from '../../../platform/clock/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createQueue } from '../../../platform/queue/index.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import {
  closeWindowsTask,
  createMatchingEvents,
  matchJobsTask,
  rescoreTask,
  scheduleMatchingJobs,
  workOnMatching,
} from './matching.jobs.ts';
import type { Matching } from './matching.ts';

describeEachDatabase('the tasks of matching', (open) => {
  /** A queue with workers over a matching that only notes what it is asked for. */
  async function start(given: Pick<Matching, 'matchNewJobs' | 'rescore'> & Partial<Matching>) {
    const matching = {
      closeWindows: async () => ({ told: 0, empty: 0, more: false }),
      nextWindowEnd: async () => null,
      tidyWindows: async () => {},
      ...given,
    };
    const database = await open();
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks: [matchJobsTask, rescoreTask, closeWindowsTask],
      pollSeconds: 0.5,
      ...(database.url === undefined ? {} : { postgresUrl: database.url }),
    });
    // Behind by the delay of rescoring, so that it is due at once.
    const clock = { now: () => new Date(systemClock.now().getTime() - 120_000) };
    workOnMatching({ queue, database, clock, matching });
    await queue.start();
    return { database, queue, events: createMatchingEvents({ queue, clock }) };
  }

  it('match what was published when that commits, and go on while there is more', async () => {
    let runs = 0;
    const { database, queue, events } = await start({
      matchNewJobs: async () => {
        runs += 1;
        return { jobs: 1, matches: 0, more: runs === 1 };
      },
      rescore: async () => 'done',
    });
    try {
      const rolledBack = database.transaction(async (tx) => {
        await events.jobsPublished(tx, [uuidv7()]);
        throw new Error('no');
      });
      await expect(rolledBack).rejects.toThrow('no');
      await database.transaction(async (tx) => {
        await events.jobsPublished(tx, []);
        await events.jobsPublished(tx, [uuidv7()]);
        await events.jobsPublished(tx, [uuidv7(), uuidv7()]);
      });
      // One task for both events, and one because there was more.
      await vi.waitFor(() => expect(runs).toBe(2), 15_000);
    } finally {
      await queue.stop();
    }
  });

  it('rescore a person once for several changes, again when asked to, and not who is gone', async () => {
    const person = uuidv7();
    const gone = uuidv7();
    const asked: string[] = [];
    const { database, queue, events } = await start({
      matchNewJobs: async () => ({ jobs: 0, matches: 0, more: false }),
      rescore: async (userId) => {
        asked.push(userId);
        if (userId === gone) throw new ApplicationError('not_found');
        return asked.filter((id) => id === person).length === 1 ? 'again' : 'done';
      },
    });
    try {
      await database.transaction(async (tx) => {
        await events.profileChanged(tx, person);
        await events.profileChanged(tx, person);
        await events.profileChanged(tx, gone);
      });
      await vi.waitFor(() => expect(asked.toSorted()).toEqual([person, person, gone].toSorted()), 15_000);
      await vi.waitFor(async () => {
        const counts = await queue.stats();
        expect(counts.find(({ task }) => task === rescoreTask.name)).toMatchObject({
          ready: 0,
          deferred: 0,
          active: 0,
          failed: 0,
        });
      }, 15_000);
    } finally {
      await queue.stop();
    }
  });

  it('look every minute, however often that is said', async () => {
    const { database, queue } = await start({
      matchNewJobs: async () => ({ jobs: 0, matches: 0, more: false }),
      rescore: async () => 'done',
    });
    try {
      await scheduleMatchingJobs(queue);
      await scheduleMatchingJobs(queue);
      const { rows } = await database.executeSql('select name, cron from pgboss.schedule');
      const everyMinute = [closeWindowsTask, matchJobsTask].map(({ name }) => ({ name, cron: '* * * * *' }));
      expect(rows).toEqual(expect.arrayContaining(everyMinute));
      expect(rows).toHaveLength(2);
    } finally {
      await queue.stop();
    }
  });
});
