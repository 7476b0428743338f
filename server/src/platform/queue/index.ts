export {
  InvalidScheduleError,
  QueueNotRunningError,
  UnknownTaskError,
} from './errors.ts';
export {
  createQueue,
  type EnqueueOptions,
  type Queue,
  type QueueCounts,
} from './queue.ts';
export {
  defineTask,
  type TaskDefinition,
  type TaskHandler,
  type TaskJob,
  type TaskOutcome,
  type TaskSettings,
} from './task.ts';
