import type { JobFlag } from '@rolecall/contract';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import type { FlaggablePosting } from '../flags/index.ts';

const flagTask = workerFile<typeof import('./flags.worker.ts')>(
  new URL('./flags.worker.ts', import.meta.url),
).task('flagText', {
  name: 'jobs.flags',
  // The longest text takes a fiftieth of it.
  deadlineMs: 5_000,
  maximumSize: 500_000,
  sizeOf: ({ title, text }) => title.length + text.length,
});

/**
 * Finds what a posting asks applicants for, in a thread; never within a transaction, which would wait for it.
 *
 * @throws {ApplicationError} `overloaded`, also where the text could not be read: what was not read is not let through
 */
export type ReadFlags = (posting: FlaggablePosting) => Promise<JobFlag[]>;

export function createReadFlags(workers: WorkerPool): ReadFlags {
  return async ({ title, text }) => {
    const result = await workers.run(flagTask, { title, text }, { lane: 'request' });
    if (result.status === 'done') return result.output;
    throw new ApplicationError('overloaded', { extensions: { retry_after: 1 } });
  };
}
