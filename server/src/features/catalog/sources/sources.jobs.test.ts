import { sourceInputSchema } from '@rolecall/contract';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { createQueue } from '../../../platform/queue/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import { createSourceBench } from '../../../testing/sources/bench.ts';
import { openLocalBoards } from '../../../testing/sources/boards.ts';
import {
  createSourceWork,
  followScheduleTask,
  runSourceTask,
  scheduledSourceTask,
  scheduleSources,
  workOnSources,
} from './sources.jobs.ts';

describeEachDatabase('the queue of the sources', (open) => {
  it('follows what a source says of its schedule, and nothing that was not committed', async () => {
    const [database, boards] = await Promise.all([open(), openLocalBoards()]);
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks: [runSourceTask, scheduledSourceTask, followScheduleTask],
      pollSeconds: 0.5,
      ...(database.url === undefined ? {} : { postgresUrl: database.url }),
    });
    const { sources } = createSourceBench(database, new FakeClock(), {
      httpClient: boards.httpClient,
      work: createSourceWork(queue),
    });
    workOnSources(queue, sources);
    await queue.start();
    const schedules = async () => {
      const { rows } = await database.executeSql('select key, cron, timezone from pgboss.schedule');
      return rows;
    };
    const becomes = (expected: readonly unknown[]) =>
      vi.waitFor(async () => expect(await schedules()).toEqual(expected), { timeout: 20_000, interval: 50 });
    try {
      const input = sourceInputSchema.parse({ kind: 'lever', name: 'Acme', address: 'acme' });
      const id = await sources.add({ ...input, schedule: '0 6 * * *', time_zone: 'Europe/Berlin' });
      await becomes([{ key: id, cron: '0 6 * * *', timezone: 'Europe/Berlin' }]);
      const undone = database.transaction(async (tx) => {
        await sources.remove(tx, id);
        throw new Error('changed my mind');
      });
      await expect(undone).rejects.toThrow('changed my mind');
      await database.transaction((tx) => sources.edit(tx, id, { schedule: '0 7 * * *' }));
      await becomes([{ key: id, cron: '0 7 * * *', timezone: 'Europe/Berlin' }]);
      await database.transaction((tx) => sources.edit(tx, id, { enabled: false }));
      await becomes([]);
    } finally {
      await queue.stop();
      await boards.close();
    }
  });

  it('carries out a requested run, and refuses a schedule that is none', async () => {
    const [database, boards] = await Promise.all([open(), openLocalBoards()]);
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks: [runSourceTask, scheduledSourceTask, followScheduleTask],
      pollSeconds: 0.5,
      ...(database.url === undefined ? {} : { postgresUrl: database.url }),
    });
    const work = createSourceWork(queue);
    const { sources, published } = createSourceBench(database, new FakeClock(), {
      httpClient: boards.httpClient,
      work,
    });
    workOnSources(queue, sources);
    await queue.start();
    try {
      boards.serve('/v0/postings/acme?mode=json', [
        { id: 'a', text: 'Cook', hostedUrl: 'https://jobs.lever.co/acme/a', description: '<p>Hi</p>' },
      ]);
      const input = sourceInputSchema.parse({ kind: 'lever', name: 'Acme', address: 'acme' });
      await expect(sources.add({ ...input, schedule: 'every day' })).rejects.toMatchObject({
        code: 'invalid_request',
      });
      const id = await sources.add(input);
      await scheduleSources(sources);
      await database.transaction((tx) => sources.requestRun(tx, id));
      await vi.waitFor(
        async () => {
          const { last_run } = await sources.read(id);
          expect(last_run).toMatchObject({ status: 'succeeded', trigger: 'manual', counts: { new: 1 } });
        },
        { timeout: 20_000, interval: 50 },
      );
      expect(published).toHaveLength(1);
    } finally {
      await queue.stop();
      await boards.close();
    }
  });
});
