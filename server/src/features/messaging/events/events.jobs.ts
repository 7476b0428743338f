import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Events } from './events.ts';

/** Forgets idempotency keys whose time is over. */
export const forgetKeysTask = defineTask({
  name: 'events.forget_keys',
  payload: z.object({}),
  expireInSeconds: 300,
});

/** Registers the workers; before the queue starts. */
export function workOnEvents(
  queue: Queue,
  { database, events }: { readonly database: Database; readonly events: Pick<Events, 'forgetKeys'> },
): void {
  queue.work(forgetKeysTask, async () => {
    for (let more = true; more; ) more = await database.transaction((tx) => events.forgetKeys(tx));
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleEventJobs(queue: Queue): Promise<void> {
  await queue.schedule(forgetKeysTask, 'forget', '*/10 * * * *', 'UTC', {});
}
