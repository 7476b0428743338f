import { z } from 'zod';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Jobs } from './jobs.ts';

/** Closes jobs whose deadline has passed. */
export const closeExpiredJobsTask = defineTask({
  name: 'jobs.close-expired',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 300,
});

/** Registers the worker; before the queue starts. */
export function workOnJobs(
  queue: Queue,
  { jobs, logger }: { readonly jobs: Pick<Jobs, 'closeExpiredJobs'>; readonly logger: Logger },
): void {
  queue.work(closeExpiredJobsTask, async () => {
    const closed = await jobs.closeExpiredJobs();
    if (closed > 0) logger.info({ closed }, 'closed jobs whose deadline has passed');
  });
}

/** Sets the schedule; after the queue has started. Doing it again changes nothing. */
export async function scheduleJobs(queue: Queue): Promise<void> {
  await queue.schedule(closeExpiredJobsTask, 'close-expired', '* * * * *', 'UTC', {});
}
