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
 * @throws {ApplicationError} `overloaded`, also where the text could not be read: what was not read is not let through.
 *   `invalid_request` where it could not be read before either, so that nobody goes on trying
 */
export type ReadFlags = (posting: FlaggablePosting) => Promise<JobFlag[]>;

export function createReadFlags(workers: WorkerPool): ReadFlags {
  return async ({ title, text }) => {
    const result = await workers.run(flagTask, { title, text }, { lane: 'request' });
    if (result.status === 'done') return result.output;
    if (result.isKnown === true) {
      throw new ApplicationError('invalid_request', {
        fields: [
          {
            path: 'description',
            message: 'takes too long to read: shorten it, and leave out what repeats',
          },
        ],
      });
    }
    throw new ApplicationError('overloaded', { extensions: { retry_after: 1 } });
  };
}
