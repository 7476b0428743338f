import { idSchema } from '@rolecall/contract';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { isApplicationError } from '../../../platform/errors/index.ts';
import { defineTask, type Queue, type TaskOutcome } from '../../../platform/queue/index.ts';
import type { Matching } from './matching.ts';

/** Matches all jobs that wait for it. It needs no list of them, so that one task serves however many events. */
export const matchJobsTask = defineTask({
  name: 'matching.match',
  payload: z.object({}),
  expireInSeconds: 3_600,
});

/** Matches a person anew after the profile has changed. */
export const rescoreTask = defineTask({
  name: 'matching.rescore',
  payload: z.object({ user_id: idSchema }),
  batchSize: 10,
});

/** Closes windows whose runs have ended or whose time is over. It needs no list of them. */
export const closeWindowsTask = defineTask({
  name: 'matching.close_windows',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 600,
});

/** Windows that one task closes before somebody else may have a turn. */
const windowsPerTask = 20_000;

/** People change several fields one after another; the first task that runs sees them all. */
const rescoreDelay = 5_000;
/** By then the jobs that were waiting have been matched. */
const repeatDelay = 60_000;

/** What the catalogue and the profiles tell, in the transactions that cause it. */
export interface MatchingEvents {
  jobsPublished(tx: Tx, jobIds: readonly string[]): Promise<void>;
  profileChanged(tx: Tx, userId: string): Promise<void>;
  /** A run of a source has ended, and with it windows that it has filled. */
  runEnded(tx: Tx): Promise<void>;
}

export function createMatchingEvents({
  queue,
  clock,
}: {
  readonly queue: Pick<Queue, 'enqueue'>;
  readonly clock: Clock;
}): MatchingEvents {
  return {
    async jobsPublished(tx, jobIds) {
      if (jobIds.length > 0) await enqueueMatching(queue, tx);
    },

    async profileChanged(tx, userId) {
      await enqueueRescoring(queue, tx, userId, new Date(clock.now().getTime() + rescoreDelay));
    },

    runEnded: (tx) => enqueueClosing(queue, tx),
  };
}

export interface MatchingJobsDependencies {
  readonly queue: Pick<Queue, 'work' | 'enqueue'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly matching: Pick<
    Matching,
    'matchNewJobs' | 'rescore' | 'closeWindows' | 'nextWindowEnd' | 'tidyWindows'
  >;
}

/** Registers the workers of matching; before the queue starts. */
export function workOnMatching({ queue, database, clock, matching }: MatchingJobsDependencies): void {
  queue.work(matchJobsTask, async () => {
    const { jobs, more } = await matching.matchNewJobs();
    if (more) await database.transaction((tx) => enqueueMatching(queue, tx));
    // The runs of these jobs may have ended meanwhile, and only their matching was waited for.
    if (jobs > 0) await database.transaction((tx) => enqueueClosing(queue, tx));
  });

  queue.work(closeWindowsTask, async () => {
    const begun = clock.now();
    const { more } = await matching.closeWindows(windowsPerTask);
    await matching.tidyWindows();
    await database.transaction(async (tx) => {
      if (more) await enqueueClosing(queue, tx);
      // Windows that were due already and are still open could not be closed; the schedule tries them again.
      const next = await matching.nextWindowEnd(tx, begun);
      if (next !== null) await scheduleClosing(queue, tx, next);
    });
  });

  queue.work(rescoreTask, async (tasks) => {
    const outcomes: TaskOutcome[] = [];
    for (const { id, data } of tasks) {
      try {
        if ((await matching.rescore(data.user_id)) === 'again') {
          const startAfter = new Date(clock.now().getTime() + repeatDelay);
          await database.transaction((tx) => enqueueRescoring(queue, tx, data.user_id, startAfter));
        }
        outcomes.push({ id, status: 'completed' });
      } catch (error) {
        // Whose account is gone needs no matches.
        const isGone = isApplicationError(error, 'not_found');
        outcomes.push(isGone ? { id, status: 'completed' } : { id, status: 'failed', error });
      }
    }
    return outcomes;
  });
}

/** Looks every minute, in case an event found no worker that survived. After the queue has started. */
export async function scheduleMatchingJobs(queue: Pick<Queue, 'schedule'>): Promise<void> {
  await queue.schedule(matchJobsTask, 'sweep', '* * * * *', 'UTC', {});
  await queue.schedule(closeWindowsTask, 'sweep', '* * * * *', 'UTC', {});
}

/** Has windows closed at the moment at which some of them end. While such a task waits, its run asks for the next one. */
export async function scheduleClosing(queue: Pick<Queue, 'enqueue'>, tx: Tx, at: Date): Promise<void> {
  await queue.enqueue(tx, closeWindowsTask, {}, { singletonKey: 'next', startAfter: at });
}

/** Has windows closed now. One that runs may have looked too early for this. */
async function enqueueClosing(queue: Pick<Queue, 'enqueue'>, tx: Tx): Promise<void> {
  await queue.enqueue(tx, closeWindowsTask, {}, { singletonKey: 'now' });
}

/** While such a task waits, another is not needed; one that runs may have looked too early for this event. */
async function enqueueMatching(queue: Pick<Queue, 'enqueue'>, tx: Tx): Promise<void> {
  await queue.enqueue(tx, matchJobsTask, {}, { singletonKey: 'new' });
}

async function enqueueRescoring(
  queue: Pick<Queue, 'enqueue'>,
  tx: Tx,
  userId: string,
  startAfter: Date,
): Promise<void> {
  await queue.enqueue(tx, rescoreTask, { user_id: userId }, { singletonKey: userId, startAfter });
}
