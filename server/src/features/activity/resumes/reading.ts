import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import type { Refusal } from './document/line.ts';
import type { ReadFile } from './resume.worker.ts';

const readTask = workerFile<typeof import('./resume.worker.ts')>(
  new URL('./resume.worker.ts', import.meta.url),
).task('readResumeFile', {
  name: 'resumes.read',
  deadlineMs: 2_000,
  // The limit of uploads is narrower.
  maximumSize: 104_857_600,
  sizeOf: (file) => file.byteLength,
  processMb: 256,
});

/** Reads a file in a process of its own, which is killed at its limits: whatever is in the file, there is an answer. */
export async function readFileIn(workers: WorkerPool, file: Uint8Array): Promise<ReadFile | Refusal> {
  const result = await workers.run(readTask, file);
  if (result.status === 'done') return result.output;
  if (result.status === 'too_slow') return 'too_slow';
  return result.status === 'failed' ? 'damaged' : 'too_large';
}
