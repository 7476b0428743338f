import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Sealing } from '../../../platform/secret/index.ts';
import { pageOfUnsealed, replaceSealed } from './resumes.store.ts';

/** Seals files that were uploaded before files were sealed; each step enqueues the next in its transaction. */
export const sealResumesTask = defineTask({
  name: 'activity.seal_resumes',
  payload: z.object({}),
  batchSize: 1,
});

const mostAtOnce = 4;

interface Work {
  readonly queue: Queue;
  readonly database: Database;
  readonly sealing: Sealing;
}

/** Registers the worker; before the queue starts. */
export function workOnSealing({ queue, database, sealing }: Work): void {
  queue.work(sealResumesTask, async () => {
    await database.transaction(async (tx) => {
      const rows = await pageOfUnsealed(tx, mostAtOnce);
      for (const { id, content } of rows) {
        await replaceSealed(tx, { id, content: sealing.seal(content, id), reading: null });
      }
      if (rows.length === mostAtOnce) await queue.enqueue(tx, sealResumesTask, {});
    });
  });
}

/** After the queue has started; each night finds what a process of an older release has added. */
export async function scheduleSealing({ queue, database }: Pick<Work, 'queue' | 'database'>): Promise<void> {
  await queue.schedule(sealResumesTask, 'nightly', '41 3 * * *', 'UTC', {});
  await database.transaction((tx) => queue.enqueue(tx, sealResumesTask, {}, { singletonKey: 'start' }));
}
