import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { Logger } from 'pino';
import { prettifyError, z } from 'zod';
import { meaningOf } from '../db/index.ts';
import type { TaskMetrics } from './metrics.ts';
import type { TaskDefinition, TaskHandler, TaskJob, TaskOutcome } from './task.ts';

interface BatchDependencies {
  readonly logger: Logger;
  readonly metrics: TaskMetrics | undefined;
  /** Keeps that these are done, whatever becomes of the others. */
  readonly complete: (ids: readonly string[]) => Promise<unknown>;
}

/** What stands in a job whose last attempt ended with its process. */
export const abandoned = 'the process that worked on it ended';
const lostHeartbeat = 'job heartbeat timeout';
const outputSchema = z.union([
  z.object({ message: z.string() }),
  z.object({ value: z.object({ message: z.string() }) }).transform(({ value }) => value),
]);

/**
 * Runs a handler over what the queue fetched, and says of each job how it ended. It never throws. A job whose last attempt
 * ended with its process may have ended that process, so it is run alone, after the others are done and kept: it takes
 * nobody along a second time, and uses up nobody's attempts but its own.
 */
export async function runBatch<Payload extends object>(
  task: TaskDefinition<Payload>,
  handler: TaskHandler<Payload>,
  jobs: readonly JobWithMetadata[],
  { logger, metrics, complete }: BatchDependencies,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  const together: TaskJob<Payload>[] = [];
  const alone: TaskJob<Payload>[] = [];
  /** Those that will not be run again if they fail. */
  const last = new Set(jobs.filter((job) => job.retryCount >= job.retryLimit).map((job) => job.id));
  metrics?.began(task.name, jobs.length, jobs.filter((job) => job.retryCount > 0).length);
  for (const job of jobs.toSorted(byUrgency)) {
    const parsed = task.payload.safeParse(job.data);
    if (parsed.success) {
      (endedWithProcess(job) ? alone : together).push({ id: job.id, data: parsed.data });
    } else {
      const reason = `Invalid payload: ${prettifyError(parsed.error)}`;
      logger.error({ task: task.name, id: job.id, reason }, 'a task was rejected');
      metrics?.failed(task.name, 'given_up');
      results.push({ id: job.id, status: 'deadletter', output: { message: reason } });
    }
  }

  /** @returns the ids of those that are done */
  async function run(some: readonly TaskJob<Payload>[]): Promise<string[]> {
    if (some.length === 0) return [];
    const begin = performance.now();
    const told = await outcomesOnDisk(handler, some);
    metrics?.worked(task.name, (performance.now() - begin) / 1000);

    const outcomes = new Map(told.map((outcome) => [outcome.id, outcome]));
    const done: string[] = [];
    for (const { id } of some) {
      const outcome = outcomes.get(id) ?? { id, status: 'completed' };
      if (outcome.status === 'completed') {
        results.push({ id, status: 'completed' });
        done.push(id);
        continue;
      }
      const rejected = outcome.status === 'rejected';
      logger.error(
        { task: task.name, id, err: outcome.error },
        rejected ? 'a task was rejected' : 'a task failed',
      );
      metrics?.failed(task.name, rejected || last.has(id) ? 'given_up' : 'retried');
      results.push({ id, status: rejected ? 'deadletter' : 'failed', output: describe(outcome.error) });
    }
    return done;
  }

  let done = await run(together);
  for (const job of alone) {
    logger.warn({ task: task.name, id: job.id }, 'a task is run alone: the last time its process ended');
    try {
      if (done.length > 0) await complete(done);
    } catch (error) {
      // They are completed with the whole batch then.
      logger.warn(
        { err: error, task: task.name },
        'what is done was not kept before a task that is run alone',
      );
    }
    done = await run([job]);
  }
  return results;
}

function endedWithProcess({ output, retryCount }: JobWithMetadata): boolean {
  const { data } = outputSchema.safeParse(output);
  return retryCount > 0 && (data?.message === abandoned || data?.message === lostHeartbeat);
}
/**
 * What failed since the disk had no room is run again at once: in the background the database lets nobody begin before
 * there is room, so that it costs no attempt.
 */
async function outcomesOnDisk<Payload extends object>(
  handler: TaskHandler<Payload>,
  jobs: readonly TaskJob<Payload>[],
): Promise<readonly TaskOutcome[]> {
  const told = await outcomesOf(handler, jobs);
  const refused = new Set(
    told.flatMap((outcome) =>
      outcome.status === 'failed' && meaningOf(outcome.error) === 'storage_full' ? [outcome.id] : [],
    ),
  );
  if (refused.size === 0) return told;
  const again = await outcomesOf(
    handler,
    jobs.filter(({ id }) => refused.has(id)),
  );
  return [...told.filter(({ id }) => !refused.has(id)), ...again];
}

async function outcomesOf<Payload extends object>(
  handler: TaskHandler<Payload>,
  jobs: readonly TaskJob<Payload>[],
): Promise<readonly TaskOutcome[]> {
  try {
    return (await handler(jobs)) ?? [];
  } catch (error) {
    return jobs.map(({ id }) => ({ id, status: 'failed', error }));
  }
}

/** A batch is fetched by priority, but the statement that claims it does not promise to return it in that order. */
function byUrgency(left: JobWithMetadata, right: JobWithMetadata): number {
  return right.priority - left.priority || left.createdOn.getTime() - right.createdOn.getTime();
}

function describe(error: unknown): { name: string; message: string } {
  return error instanceof Error
    ? { name: error.name, message: error.message }
    : { name: 'Error', message: String(error) };
}
