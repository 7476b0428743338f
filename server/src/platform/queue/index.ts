export type { DeadLetter, DeadLetterPage } from './dead-letters.ts';
export {
  InvalidCursorError,
  InvalidScheduleError,
  QueueNotRunningError,
  UnknownTaskError,
} from './errors.ts';
export {
  createQueue,
  type EnqueueOptions,
  type Queue,
  type QueueCounts,
  type QueueOptions,
} from './queue.ts';
export {
  defineTask,
  type TaskDefinition,
  type TaskHandler,
  type TaskJob,
  type TaskOutcome,
  type TaskSettings,
} from './task.ts';
