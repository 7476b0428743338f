import type { JobResult, JobWithMetadata } from 'pg-boss';
import type { Logger } from 'pino';
import { prettifyError } from 'zod';
import type { TaskDefinition, TaskHandler, TaskJob, TaskOutcome } from './task.ts';

/** Runs a handler over what the queue fetched, and says of each job how it ended. It never throws. */
export async function runBatch<Payload extends object>(
  task: TaskDefinition<Payload>,
  handler: TaskHandler<Payload>,
  jobs: readonly JobWithMetadata[],
  logger: Logger,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  const valid: TaskJob<Payload>[] = [];
  for (const job of jobs.toSorted(byUrgency)) {
    const parsed = task.payload.safeParse(job.data);
    if (parsed.success) {
      valid.push({ id: job.id, data: parsed.data });
    } else {
      const reason = `Invalid payload: ${prettifyError(parsed.error)}`;
      logger.error({ task: task.name, id: job.id, reason }, 'a task was rejected');
      results.push({ id: job.id, status: 'deadletter', output: { message: reason } });
    }
  }
  if (valid.length === 0) return results;

  const outcomes = new Map((await outcomesOf(handler, valid)).map((outcome) => [outcome.id, outcome]));
  for (const { id } of valid) {
    const outcome = outcomes.get(id) ?? { id, status: 'completed' };
    if (outcome.status === 'completed') {
      results.push({ id, status: 'completed' });
      continue;
    }
    const rejected = outcome.status === 'rejected';
    logger.error(
      { task: task.name, id, err: outcome.error },
      rejected ? 'a task was rejected' : 'a task failed',
    );
    results.push({ id, status: rejected ? 'deadletter' : 'failed', output: describe(outcome.error) });
  }
  return results;
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
