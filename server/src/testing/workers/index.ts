import { createWorkerPool, type WorkerPool, workerFile } from '../../platform/workers/index.ts';

const file = workerFile<typeof import('./hard-tasks.worker.ts')>(
  new URL('./hard-tasks.worker.ts', import.meta.url),
);
const limits = { deadlineMs: 300, maximumSize: 1_000, sizeOf: () => 1 };

/** Tasks that do to a thread what hostile inputs do. */
export const hardTasks = {
  echo: file.task('echo', {
    name: 'test.echo',
    deadlineMs: 20_000,
    maximumSize: 1_000,
    sizeOf: (text) => text.length,
  }),
  loop: file.task('loop', { ...limits, name: 'test.loop' }),
  devour: file.task('devour', { ...limits, name: 'test.devour', deadlineMs: 60_000 }),
  recurse: file.task('recurse', { ...limits, name: 'test.recurse', deadlineMs: 20_000 }),
  quit: file.task('quit', { ...limits, name: 'test.quit', deadlineMs: 20_000 }),
  giveFunction: file.task('giveFunction', { ...limits, name: 'test.give_function', deadlineMs: 20_000 }),
  rejectLater: file.task('rejectLater', { ...limits, name: 'test.reject_later', deadlineMs: 20_000 }),
};

let shared: WorkerPool | undefined;

/** One pool for all tests of a process. Its threads end with the process, which they do not keep alive. */
export function testWorkers(): WorkerPool {
  shared ??= createWorkerPool({ threads: 2, memoryMb: 512 });
  return shared;
}
