import { z } from 'zod';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { ErasureTasks, FarewellSender, Privacy } from './privacy.ts';

/** Deletes the accounts whose people have asked for it. It names nobody: the table does. */
export const eraseAccountsTask = defineTask({
  name: 'identity.erase_accounts',
  payload: z.object({}),
  expireInSeconds: 3_600,
});

/** Has erasures done by the queue. */
export function createErasureTasks(queue: Pick<Queue, 'enqueue' | 'forget'>): ErasureTasks {
  return {
    request: (tx) => queue.enqueue(tx, eraseAccountsTask, {}, { singletonKey: 'requested' }),
    forget: (tx, name) => queue.forget(tx, name),
  };
}

/** Registers the worker; before the queue starts. @param farewell null: there is no mail server */
export function workOnErasures(
  queue: Queue,
  { privacy, farewell }: { readonly privacy: Privacy; readonly farewell: FarewellSender | null },
): void {
  queue.work(eraseAccountsTask, async () => {
    for (let more = true; more; ) more = await privacy.eraseNext(farewell);
  });
}

/** Finds what a dead worker left and mails that wait. After the queue has started; doing it again changes nothing. */
export async function scheduleErasures(queue: Queue): Promise<void> {
  await queue.schedule(eraseAccountsTask, 'sweep', '*/5 * * * *', 'UTC', {});
}
