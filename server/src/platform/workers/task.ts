/** A function of a `*.worker.ts` file, with what it may cost. Input and output are cloned on their way. */
export interface WorkerTask<Input, Output> {
  /** Tells it apart in metrics and logs. */
  readonly name: string;
  /** Address of the file that has the function. */
  readonly file: string;
  /** Under this name the file exports it. */
  readonly exported: string;
  /** A call that runs for longer is ended, with its thread. In milliseconds. */
  readonly deadlineMs: number;
  /** Largest input, in the unit of `sizeOf`; a larger one is not even begun. */
  readonly maximumSize: number;
  sizeOf(input: Input): number;
  /**
   * All memory that a process of its own may take for it, in MiB: for parsers that unpack into memory which the limit of a
   * thread does not see. Without it the call runs in a thread.
   */
  readonly processMb?: number;
  /** Never set: it carries the types. */
  readonly signature?: (input: Input) => Output;
}

type WorkerFunction = (input: never) => unknown;
type InputOf<Work> = Work extends (input: infer Input) => unknown ? Input : never;
type OutputOf<Work> = Work extends (input: never) => infer Output ? Awaited<Output> : never;

export interface TaskLimits<Input> {
  readonly name: string;
  readonly deadlineMs: number;
  readonly maximumSize: number;
  readonly sizeOf: (input: Input) => number;
  readonly processMb?: number;
}

/** The tasks of one file, by the names of the functions that it exports. */
export interface WorkerFile<Exports> {
  task<Name extends string & keyof Exports>(
    exported: Name,
    limits: TaskLimits<InputOf<Exports[Name]>>,
  ): WorkerTask<InputOf<Exports[Name]>, OutputOf<Exports[Name]>>;
}

/**
 * Names a file whose functions run in threads, without loading it here. It is typed by its own exports:
 * `workerFile<typeof import('./feed.worker.ts')>(new URL('./feed.worker.ts', import.meta.url))`.
 */
export function workerFile<Exports extends Readonly<Record<string, WorkerFunction>>>(
  file: URL,
): WorkerFile<Exports> {
  return { task: (exported, limits) => ({ ...limits, file: file.href, exported }) };
}
