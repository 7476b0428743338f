import { idSchema } from '@rolecall/contract';
import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { BroadcastRunner } from './runner.ts';
import type { BroadcastWork } from './steps.ts';

/** Goes on with a broadcast for a few seconds. Two at once take turns with other work. */
export const runBroadcastTask = defineTask({
  name: 'broadcasts.run',
  payload: z.object({ broadcast_id: idSchema }),
  batchSize: 1,
  concurrency: 2,
});

/** Finds what a dead process has left, and what should have started. */
export const sweepBroadcastsTask = defineTask({ name: 'broadcasts.sweep', payload: z.object({}) });

/** Queues the work of broadcasts. */
export function createBroadcastWork(queue: Pick<Queue, 'enqueue'>): BroadcastWork {
  return {
    // One that waits is enough, and one that runs may have looked too early.
    run: (tx, id) => queue.enqueue(tx, runBroadcastTask, { broadcast_id: id }, { singletonKey: id }),
    // With a key of its own: it waits for a long time, and must not stand in the way of those that go now.
    runAt: (tx, id, at) =>
      queue.enqueue(
        tx,
        runBroadcastTask,
        { broadcast_id: id },
        { startAfter: at, singletonKey: `${id}/${at.toISOString()}` },
      ),
  };
}

/** Registers the workers; before the queue starts. */
export function workOnBroadcasts(
  queue: Pick<Queue, 'work' | 'enqueue'>,
  dependencies: { readonly database: Database; readonly runner: BroadcastRunner },
): void {
  const { database, runner } = dependencies;
  const work = createBroadcastWork(queue);
  queue.work(runBroadcastTask, async (tasks) => {
    for (const { data } of tasks) {
      if (await runner.run(data.broadcast_id)) {
        await database.transaction((tx) => work.run(tx, data.broadcast_id));
      }
    }
  });
  queue.work(sweepBroadcastsTask, async () => {
    const ids = await runner.atWork();
    await database.transaction(async (tx) => {
      for (const id of ids) await work.run(tx, id);
    });
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleBroadcastJobs(queue: Pick<Queue, 'schedule'>): Promise<void> {
  await queue.schedule(sweepBroadcastsTask, 'sweep', '* * * * *', 'UTC', {});
}
