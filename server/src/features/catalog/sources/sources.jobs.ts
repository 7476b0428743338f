import { z } from 'zod';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import { defineTask, InvalidScheduleError, type Queue } from '../../../platform/queue/index.ts';
import type { Sources } from './sources.ts';
import type { SourceWork } from './work.ts';

const longestRunSeconds = 3_600;

/** Carries out a run that an operator asked for. What goes wrong with the source is recorded, not retried. */
export const runSourceTask = defineTask({
  name: 'sources.run',
  payload: z.object({ source_id: z.uuid(), run_id: z.uuid() }),
  // For a process that dies half-way; a run continues where the last one stopped.
  retryLimit: 3,
  retryDelaySeconds: 1,
  expireInSeconds: longestRunSeconds,
  batchSize: 1,
  concurrency: 2,
});

/** Runs a source by its schedule. */
export const scheduledSourceTask = defineTask({
  name: 'sources.scheduled',
  payload: z.object({ source_id: z.uuid() }),
  retryLimit: 3,
  retryDelaySeconds: 30,
  expireInSeconds: longestRunSeconds,
  batchSize: 1,
  concurrency: 2,
});

/**
 * Has the queue follow the schedule of a source. The queue keeps schedules by connections of its own, so they cannot change in
 * the transaction of the source; this task can be written there.
 */
export const followScheduleTask = defineTask({
  name: 'sources.follow_schedule',
  payload: z.object({ source_id: z.uuid() }),
  batchSize: 1,
});

/** Gives the sources their schedules and workers by the queue. */
export function createSourceWork(queue: Queue): SourceWork {
  return {
    assertSchedule(sourceId, cron, timeZone) {
      try {
        queue.assertSchedule(scheduledSourceTask, sourceId, cron, timeZone);
      } catch (error) {
        if (!(error instanceof InvalidScheduleError)) throw error;
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'schedule', message: 'must be a cron expression of five fields' }],
          cause: error,
        });
      }
    },
    enqueueSchedule: (tx, sourceId) => queue.enqueue(tx, followScheduleTask, { source_id: sourceId }),
    follow: (sourceId, schedule) =>
      schedule === null
        ? queue.unschedule(scheduledSourceTask, sourceId)
        : queue.schedule(scheduledSourceTask, sourceId, schedule.cron, schedule.timeZone, {
            source_id: sourceId,
          }),
    enqueueRun: (tx, run) => queue.enqueue(tx, runSourceTask, { source_id: run.sourceId, run_id: run.id }),
  };
}

/** Registers the workers; before the queue starts. */
export function workOnSources(queue: Queue, sources: Sources): void {
  queue.work(runSourceTask, async (tasks) => {
    for (const { data } of tasks) {
      await unlessRunning(() => sources.carryOut(data.source_id, data.run_id));
    }
  });
  queue.work(followScheduleTask, async (tasks) => {
    for (const { data } of tasks) await sources.followSchedule(data.source_id);
  });
  queue.work(scheduledSourceTask, async (tasks) => {
    for (const { data } of tasks) await unlessRunning(() => sources.runScheduled(data.source_id));
  });
}

/** Sets the schedules as the sources say; after the queue has started. Doing it again changes nothing. */
export async function scheduleSources(sources: Sources): Promise<void> {
  for (const id of await sources.listScheduled()) await sources.followSchedule(id);
}

/** A source that another one reads at this moment needs nothing more. */
async function unlessRunning(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!isApplicationError(error, 'source_running')) throw error;
  }
}
