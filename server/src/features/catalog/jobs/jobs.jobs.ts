import { idSchema } from '@rolecall/contract';
import { z } from 'zod';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Topics } from '../../messaging/topics/index.ts';
import { announceJobs, mostAnnouncedJobs } from './announcements.ts';
import type { Jobs } from './jobs.ts';

/** Closes jobs whose deadline has passed. */
export const closeExpiredJobsTask = defineTask({
  name: 'jobs.close-expired',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 300,
});

/** Lets jobs go, or keeps them back, as their companies stand: what a change of the rule or a lost step has left. */
export const reviewHoldsTask = defineTask({
  name: 'jobs.review-holds',
  payload: z.object({}),
  expireInSeconds: 300,
});

/** Tells those who follow new jobs live. */
export const announceJobsTask = defineTask({
  name: 'jobs.announce',
  payload: z.object({ job_ids: z.array(idSchema).max(mostAnnouncedJobs) }),
  expireInSeconds: 60,
});

/** Enqueues the announcement of new jobs in the transaction that publishes them. */
export async function enqueueAnnouncement(
  queue: Pick<Queue, 'enqueue'>,
  tx: Tx,
  jobIds: readonly string[],
): Promise<void> {
  if (jobIds.length === 0 || jobIds.length > mostAnnouncedJobs) return;
  await queue.enqueue(tx, announceJobsTask, { job_ids: [...jobIds] });
}

export interface JobWorkDependencies {
  readonly database: Database;
  readonly logger: Logger;
  readonly jobs: Pick<Jobs, 'closeExpiredJobs' | 'readJobs' | 'reviewAll'>;
  readonly topics: Pick<Topics, 'publish'>;
}

/** Registers the workers; before the queue starts. */
export function workOnJobs(queue: Queue, { database, logger, jobs, topics }: JobWorkDependencies): void {
  queue.work(announceJobsTask, async (tasks) => {
    const jobIds = tasks.flatMap(({ data }) => data.job_ids);
    await announceJobs({ database, topics, readJobs: jobs.readJobs }, jobIds);
  });
  queue.work(reviewHoldsTask, async () => {
    const changed = await jobs.reviewAll();
    if (changed > 0) logger.info({ changed }, 'brought jobs in line with how their companies stand');
  });
  queue.work(closeExpiredJobsTask, async () => {
    const closed = await jobs.closeExpiredJobs();
    if (closed > 0) logger.info({ closed }, 'closed jobs whose deadline has passed');
  });
}

/** Sets the schedule; after the queue has started. Doing it again changes nothing. */
export async function scheduleJobs(queue: Queue): Promise<void> {
  await queue.schedule(reviewHoldsTask, 'sweep', '*/5 * * * *', 'UTC', {});
  await queue.schedule(closeExpiredJobsTask, 'close-expired', '* * * * *', 'UTC', {});
}
