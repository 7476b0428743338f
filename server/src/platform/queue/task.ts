import type { ZodType } from 'zod';

/** How a task is retried and run; the part of a definition that says nothing about its payload. */
export interface TaskSettings {
  /** Letters, digits, `-`, `_` and `.`; it names the queue in the database, so it never changes once released. */
  readonly name: string;
  /** How often it is tried again before it becomes a dead letter. */
  readonly retryLimit: number;
  /** The delay before the first retry, in seconds; it doubles with each, with jitter, up to an hour. */
  readonly retryDelaySeconds: number;
  /** How long a handler may take for a batch, in seconds, before its tasks count as failed. */
  readonly expireInSeconds: number;
  /** How many tasks a handler gets at once, at most. */
  readonly batchSize: number;
  /** How many batches run at once in this process. */
  readonly concurrency: number;
}

/** A kind of background work: what it is called, what it is given and how it is retried. */
export interface TaskDefinition<Payload extends object> extends TaskSettings {
  /** Checks each payload when it is read, since an older version of the code may have written it. */
  readonly payload: ZodType<Payload>;
}

type Defaulted = Omit<TaskSettings, 'name'>;

const defaults: Defaulted = {
  retryLimit: 5,
  retryDelaySeconds: 5,
  expireInSeconds: 300,
  batchSize: 50,
  concurrency: 1,
};

/** Defines a task. Unless told otherwise: 5 retries from 5 s on, 300 s to finish, one batch of up to 50 at a time. */
export function defineTask<Payload extends object>(
  definition: Pick<TaskDefinition<Payload>, 'name' | 'payload'> & Partial<Defaulted>,
): TaskDefinition<Payload> {
  return { ...defaults, ...definition };
}

/** One task to work on. */
export interface TaskJob<Payload extends object> {
  readonly id: string;
  readonly data: Payload;
}

/** How one task of a batch ended. `failed` is tried again, `rejected` becomes a dead letter at once. */
export type TaskOutcome =
  | { readonly id: string; readonly status: 'completed' }
  | { readonly id: string; readonly status: 'failed' | 'rejected'; readonly error: unknown };

/**
 * Works on a batch, the most urgent first. Tasks that the answer does not mention are done; if it throws, all of the
 * batch have failed. It must bear being run again for the same task: that happens when a process dies half-way.
 */
export type TaskHandler<Payload extends object> = (
  jobs: readonly TaskJob<Payload>[],
) => Promise<readonly TaskOutcome[] | undefined> | Promise<void>;
