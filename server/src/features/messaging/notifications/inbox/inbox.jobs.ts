import { z } from 'zod';
import type { Logger } from '../../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../../platform/queue/index.ts';
import type { Upkeep } from './upkeep.ts';

/** Brings back what was snoozed until now. */
export const wakeSnoozedTask = defineTask({
  name: 'inbox.wake-snoozed',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 300,
});

/** Removes what was deleted and what is older than it is kept. */
export const tidyInboxesTask = defineTask({
  name: 'inbox.tidy',
  payload: z.object({}),
  retryLimit: 0,
  expireInSeconds: 300,
});

/** Registers the workers; before the queue starts. */
export function workOnInboxes(
  queue: Queue,
  { logger, upkeep }: { readonly logger: Logger; readonly upkeep: Upkeep },
): void {
  queue.work(wakeSnoozedTask, async () => {
    const woken = await upkeep.wakeSnoozed();
    if (woken > 0) logger.debug({ woken }, 'brought back what was snoozed');
  });
  queue.work(tidyInboxesTask, async () => {
    const emptied = await upkeep.emptyDeleted();
    const pruned = await upkeep.prune();
    if (emptied + pruned > 0) logger.debug({ emptied, pruned }, 'tidied inboxes');
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleInboxJobs(queue: Queue): Promise<void> {
  await queue.schedule(wakeSnoozedTask, 'wake-snoozed', '* * * * *', 'UTC', {});
  await queue.schedule(tidyInboxesTask, 'tidy', '*/5 * * * *', 'UTC', {});
}
