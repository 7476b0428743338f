import { z } from 'zod';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Applications } from './applications.ts';

/** Tells applicants of rejections whose time has come. */
export const releaseRejectionsTask = defineTask({
  name: 'applications.release-rejections',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 300,
});

export function workOnRejections(
  queue: Pick<Queue, 'work'>,
  {
    logger,
    applications,
  }: { readonly logger: Logger; readonly applications: Pick<Applications, 'releaseDue'> },
): void {
  queue.work(releaseRejectionsTask, async () => {
    const told = await applications.releaseDue();
    if (told > 0) logger.info({ told }, 'told applicants of rejections');
  });
}

/** Sets the schedule. Doing it again changes nothing. */
export async function scheduleRejections(queue: Queue): Promise<void> {
  await queue.schedule(releaseRejectionsTask, 'release', '* * * * *', 'UTC', {});
}
