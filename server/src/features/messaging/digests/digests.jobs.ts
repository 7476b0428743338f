import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Digests } from './digests.ts';

/** Closes digest windows whose time has come. It needs no list of them: one task serves however many. */
export const closeDigestsTask = defineTask({
  name: 'digests.close',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 600,
});

/** Windows that one task closes before somebody else may have a turn. */
const windowsPerTask = 20_000;
/** Beyond that the schedule looks again in time. */
const foreseenMs = 120_000;
/** So that windows that end one after the other do not keep a worker busy. */
const shortestPauseMs = 2_000;

export interface DigestJobDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly digests: Pick<Digests, 'closeDue' | 'nextClosing' | 'tellOverflows'>;
}

/** Registers the worker; before the queue starts. */
export function workOnDigests(
  queue: Pick<Queue, 'work' | 'enqueue'>,
  { database, clock, logger, digests }: DigestJobDependencies,
): void {
  queue.work(closeDigestsTask, async () => {
    const begun = clock.now();
    await digests.tellOverflows();
    const { more, ...done } = await digests.closeDue(windowsPerTask);
    if (done.sent + done.empty + done.postponed > 0) logger.info(done, 'closed digest windows');
    await database.transaction(async (tx) => {
      // Windows that were due already and are still open could not be closed; the schedule tries them again.
      const next = more ? begun : await digests.nextClosing(tx, begun);
      const now = clock.now().getTime();
      if (next === null || next.getTime() > now + foreseenMs) return;
      const startAfter = new Date(Math.max(next.getTime(), now + (more ? 0 : shortestPauseMs)));
      // While such a task waits for its moment, another is not needed.
      await queue.enqueue(tx, closeDigestsTask, {}, { singletonKey: 'next', startAfter });
    });
  });
}

/**
 * Looks every minute; after the queue has started. The schedule comes when it comes, so each run also asks for one at
 * the very moment at which the next window ends.
 */
export async function scheduleDigestJobs(queue: Pick<Queue, 'schedule'>): Promise<void> {
  await queue.schedule(closeDigestsTask, 'sweep', '* * * * *', 'UTC', {});
}
