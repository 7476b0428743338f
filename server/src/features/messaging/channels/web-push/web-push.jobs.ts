import { z } from 'zod';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../../platform/queue/index.ts';
import { tidyShown } from './tidying.ts';

/** Forgets what devices have been given so long ago that they do not show it any more. */
export const tidyPushesTask = defineTask({
  name: 'web-push.tidy',
  payload: z.object({}),
  expireInSeconds: 300,
});

/** Registers the workers; before the queue starts. */
export function workOnWebPush(
  queue: Queue,
  dependencies: { readonly database: Database; readonly clock: Clock; readonly logger: Logger },
): void {
  const { database, clock, logger } = dependencies;
  queue.work(tidyPushesTask, async () => {
    const forgotten = await tidyShown(database, clock.now());
    logger.debug({ forgotten }, 'forgot what devices were given long ago');
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleWebPushJobs(queue: Queue): Promise<void> {
  await queue.schedule(tidyPushesTask, 'tidy', '43 * * * *', 'UTC', {});
}
