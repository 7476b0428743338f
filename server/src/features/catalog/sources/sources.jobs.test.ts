import { sourceInputSchema } from '@rolecall/contract';
import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { createQueue } from '../../../platform/queue/index.ts';
import { FakeClock } from '../../../testing/clock.ts';
import { describeEachDatabase } from '../../../testing/database.ts';
import {
  createSourceWork,
  runSourceTask,
  scheduledSourceTask,
  scheduleSources,
  workOnSources,
} from './sources.jobs.ts';
import { createSourceBench } from './testing/bench.ts';
import { openLocalBoards } from './testing/boards.ts';

describeEachDatabase('the queue of the sources', (open) => {
  it('carries out a requested run, and refuses a schedule that is none', async () => {
    const [database, boards] = await Promise.all([open(), openLocalBoards()]);
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks: [runSourceTask, scheduledSourceTask],
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
      await scheduleSources(work, sources);
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
