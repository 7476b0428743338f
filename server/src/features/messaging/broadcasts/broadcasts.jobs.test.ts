import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { expect, it, vi } from 'vitest';
import { systemClock } from '../../../platform/clock/index.ts';
import { createQueue } from '../../../platform/queue/index.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import {
  createBroadcastWork,
  runBroadcastTask,
  scheduleBroadcastJobs,
  sweepBroadcastsTask,
  workOnBroadcasts,
} from './broadcasts.jobs.ts';
import type { BroadcastRunner } from './runner.ts';

describeEachDatabase('the tasks of broadcasts', (open) => {
  async function start(runner: BroadcastRunner) {
    const database = await open();
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks: [runBroadcastTask, sweepBroadcastsTask],
      pollSeconds: 0.5,
      ...(database.url === undefined ? {} : { postgresUrl: database.url }),
    });
    workOnBroadcasts(queue, { database, runner });
    await queue.start();
    return { database, queue, work: createBroadcastWork(queue) };
  }

  it('go on turn by turn, while another one waits for its time', async () => {
    const [running, later] = [uuidv7(), uuidv7()];
    const runs: string[] = [];
    const { database, queue, work } = await start({
      run: async (id) => {
        runs.push(id);
        return runs.length < 3;
      },
      atWork: async () => [],
    });
    try {
      await database.transaction(async (tx) => {
        await work.runAt(tx, later, new Date(systemClock.now().getTime() + 3_600_000));
        await work.runAt(tx, running, new Date(systemClock.now().getTime() + 3_600_000));
        await work.run(tx, running);
        await work.run(tx, running);
      });
      await vi.waitFor(() => expect(runs).toEqual([running, running, running]), 15_000);
      await vi.waitFor(async () => {
        const counts = await queue.stats();
        expect(counts.find(({ task }) => task === runBroadcastTask.name)).toMatchObject({
          ready: 0,
          deferred: 2,
          active: 0,
          failed: 0,
        });
      }, 15_000);
    } finally {
      await queue.stop();
    }
  });

  it('find what a dead process has left', async () => {
    const abandoned = uuidv7();
    const runs: string[] = [];
    const { database, queue } = await start({
      run: async (id) => {
        runs.push(id);
        return false;
      },
      atWork: async () => (runs.length === 0 ? [abandoned] : []),
    });
    try {
      await scheduleBroadcastJobs(queue);
      await database.transaction((tx) => queue.enqueue(tx, sweepBroadcastsTask, {}));
      await vi.waitFor(() => expect(runs).toEqual([abandoned]), 15_000);
      const { rows } = await database.executeSql('select name, cron from pgboss.schedule');
      expect(rows).toEqual([{ name: sweepBroadcastsTask.name, cron: '* * * * *' }]);
    } finally {
      await queue.stop();
    }
  });
});
