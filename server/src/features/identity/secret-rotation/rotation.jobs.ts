import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { InstanceSecret } from '../../../platform/secret/index.ts';
import type { Rotation } from './rotation.ts';

/** One step of sealing anew; each enqueues the next in its transaction, so that whoever dies has lost nothing. */
export const resealTask = defineTask({
  name: 'identity.reseal',
  payload: z.object({ part: z.number().int().nonnegative(), after: z.string().nullable() }),
  batchSize: 1,
});

const begin = { part: 0, after: null };

interface Work {
  readonly queue: Queue;
  readonly database: Database;
  readonly secret: InstanceSecret;
}

/** Registers the worker; before the queue starts. */
export function workOnRotation({ queue, database }: Work, rotation: Rotation): void {
  queue.work(resealTask, async (jobs) => {
    for (const { data } of jobs) {
      await database.transaction(async (tx) => {
        const next = await rotation.run(tx, data);
        if (next !== null) await queue.enqueue(tx, resealTask, next);
      });
    }
  });
}

/** After the queue has started; doing it again changes nothing. Each night finds what a process with an old secret has added. */
export async function scheduleRotation({ queue, database, secret }: Work): Promise<void> {
  const isRotated = typeof secret !== 'string' && secret.previous.length > 0;
  if (!isRotated) {
    await queue.unschedule(resealTask, 'nightly');
    return;
  }
  await queue.schedule(resealTask, 'nightly', '17 3 * * *', 'UTC', begin);
  await database.transaction((tx) => queue.enqueue(tx, resealTask, begin, { singletonKey: 'start' }));
}
