import type { Metrics } from '../observability/index.ts';
import type { WorkerFailure } from './thread.ts';

/** What the pool counts. */
export interface PoolMetrics {
  ended(task: string, outcome: 'done' | 'refused' | WorkerFailure, seconds: number): void;
}

const buckets = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export function createPoolMetrics(
  metrics: Metrics,
  read: () => { readonly waiting: number; readonly threads: number },
): PoolMetrics {
  const calls = metrics.counter({
    name: 'rolecall_parsing_calls_total',
    help: 'Calls to the threads that parse what comes from outside, by how they ended',
    labels: ['task', 'outcome'],
  });
  const duration = metrics.histogram(
    {
      name: 'rolecall_parsing_duration_seconds',
      help: 'How long a call took, with its wait for a thread',
      labels: ['task'],
    },
    buckets,
  );
  metrics.gauge({ name: 'rolecall_parsing_calls_waiting', help: 'Calls that wait for a thread' }, (gauge) =>
    gauge.set(read().waiting),
  );
  metrics.gauge({ name: 'rolecall_parsing_threads', help: 'Threads that parse, busy or not' }, (gauge) =>
    gauge.set(read().threads),
  );
  return {
    ended(task, outcome, seconds) {
      calls.inc({ task, outcome });
      duration.observe({ task }, seconds);
    },
  };
}
