export { onBehalfOf } from './fair-line.ts';
export { type CallOptions, createWorkerPool, type WorkerPool, type WorkerPoolOptions } from './pool.ts';
export { type WorkerTask, workerFile } from './task.ts';
export type { WorkerFailure, WorkerResult } from './thread.ts';
