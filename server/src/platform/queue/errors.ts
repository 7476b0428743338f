/** The queue was used before `start()` or after `stop()`. */
export class QueueNotRunningError extends Error {
  override readonly name = 'QueueNotRunningError';

  constructor() {
    super('The queue is not running');
  }
}

/** A task was used that the queue was not told about when it was made, so it has no place in the database. */
export class UnknownTaskError extends Error {
  override readonly name = 'UnknownTaskError';

  constructor(task: string) {
    super(`The queue does not know the task ${task}: name it among the queue's tasks`);
  }
}

/** A schedule can't be followed: its cron expression, its time zone or its key is wrong. */
export class InvalidScheduleError extends Error {
  override readonly name = 'InvalidScheduleError';
}
