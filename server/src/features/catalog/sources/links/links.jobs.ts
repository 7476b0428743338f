import { z } from 'zod';
import type { Tx } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../../platform/queue/index.ts';
import type { DeadReports, LinkChecking } from './checking.ts';

/** Looks through all open jobs for those that are to be looked at, and for stale ones. */
export const surveyLinksTask = defineTask({
  name: 'sources.survey-links',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 1_800,
});

/** Looks at the links whose turn it is. */
export const lookAtLinksTask = defineTask({
  name: 'sources.look-at-links',
  payload: z.object({}),
  retryLimit: 0,
  expireInSeconds: 600,
  batchSize: 10,
});

export interface LinkWorkDependencies {
  readonly logger: Logger;
  readonly links: LinkChecking;
  readonly moderation: DeadReports;
  readonly count: (finding: string) => void;
}

/** Has the link of a job looked at, in the transaction of the report that it is dead. */
export async function lookAtReported(
  queue: Pick<Queue, 'enqueue'>,
  links: Pick<LinkChecking, 'ask'>,
  tx: Tx,
  jobId: string,
): Promise<void> {
  if (await links.ask(tx, jobId)) await queue.enqueue(tx, lookAtLinksTask, {}, { singletonKey: 'reported' });
}

/** Registers the workers; before the queue starts. */
export function workOnLinks(queue: Queue, { logger, links, moderation, count }: LinkWorkDependencies): void {
  queue.work(surveyLinksTask, async () => {
    const surveyed = await links.survey();
    logger.info(surveyed, 'looked through the open jobs for stale ones');
  });
  queue.work(lookAtLinksTask, async () => {
    for (const finding of await links.look(moderation)) count(finding);
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleLinks(queue: Queue): Promise<void> {
  await queue.schedule(surveyLinksTask, 'sweep', '41 * * * *', 'UTC', {});
  await queue.schedule(lookAtLinksTask, 'turn', '*/5 * * * *', 'UTC', {});
}
