import type { QueueResult } from 'pg-boss';
import type { Metrics } from '../observability/index.ts';

/** How a run of a task ended that did not succeed: it is tried again, or it became a dead letter. */
export type FailureOutcome = 'retried' | 'given_up';

/** What the queue counts. */
export interface TaskMetrics {
  /** Runs of a task have begun; so many of them are retries. */
  began(task: string, runs: number, retries: number): void;
  failed(task: string, outcome: FailureOutcome): void;
  /** A batch has been worked on for so many seconds. */
  worked(task: string, seconds: number): void;
}

const buckets = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];

/** @param readCounts what lies in each queue; undefined: nobody knows now */
export function createTaskMetrics(
  metrics: Metrics,
  readCounts: () => Promise<readonly QueueResult[] | undefined>,
): TaskMetrics {
  const runs = metrics.counter({
    name: 'rolecall_task_runs_total',
    help: 'Runs of background tasks, retries among them',
    labels: ['task'],
  });
  const retries = metrics.counter({
    name: 'rolecall_task_retries_total',
    help: 'Runs of background tasks that had been run before',
    labels: ['task'],
  });
  const failures = metrics.counter({
    name: 'rolecall_task_failures_total',
    help: 'Runs of background tasks that failed, by what follows',
    labels: ['task', 'outcome'],
  });
  const duration = metrics.histogram(
    {
      name: 'rolecall_task_duration_seconds',
      help: 'How long a batch of background tasks took',
      labels: ['task'],
    },
    buckets,
  );
  metrics.gauge(
    {
      name: 'rolecall_task_depth',
      help: 'Background tasks in the queue by state, as it was counted within the last minute',
      labels: ['task', 'state'],
    },
    async (gauge) => {
      const counts = await readCounts();
      gauge.reset();
      for (const { name: task, readyCount, deferredCount, activeCount, failedCount } of counts ?? []) {
        gauge.set({ task, state: 'ready' }, readyCount);
        gauge.set({ task, state: 'deferred' }, deferredCount);
        gauge.set({ task, state: 'active' }, activeCount);
        gauge.set({ task, state: 'failed' }, failedCount);
      }
    },
  );
  return {
    began(task, count, again) {
      runs.inc({ task }, count);
      if (again > 0) retries.inc({ task }, again);
    },
    failed: (task, outcome) => failures.inc({ task, outcome }),
    worked: (task, seconds) => duration.observe({ task }, seconds),
  };
}
