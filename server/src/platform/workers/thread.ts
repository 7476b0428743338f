import { type Transferable, Worker } from 'node:worker_threads';
import { reasonOf } from '../errors/index.ts';
import type { ThreadAnswer, ThreadRequest } from './protocol.ts';

/** Why a call has no output. */
export type WorkerFailure =
  /** Its input is larger than the task takes; nothing was begun. */
  | 'too_large'
  /** It was ended at its deadline. */
  | 'too_slow'
  /** It needed more memory than its thread has. */
  | 'out_of_memory'
  /** The function has thrown, its stack overflowing among the reasons, or what it gave cannot be handed over. */
  | 'failed';

export type WorkerResult<Output> =
  | { readonly status: 'done'; readonly output: Output }
  | {
      readonly status: WorkerFailure;
      readonly detail: string;
      /** It was not even tried, since it was too hard twice before. */
      readonly isKnown?: true;
    };

export interface ThreadCall extends ThreadRequest {
  readonly deadlineMs: number;
  readonly transfer: readonly ArrayBuffer[];
}

/** A worker thread, which runs one call at a time. It is of no use any more once a call has broken or outlasted it. */
export interface Thread {
  /** Set where it is a process: what it may take. */
  readonly processMb: number | undefined;
  readonly isUsable: () => boolean;
  /** Whether it has loaded this file already. */
  knows(file: string): boolean;
  /** Never rejects. */
  run<Output>(call: ThreadCall): Promise<WorkerResult<Output>>;
  stop(): Promise<void>;
}

export interface ThreadLimits {
  /** A call that is seen to hold more than this is ended. In MiB. */
  readonly memoryMb: number;
  /** How long loading the file of a task may take, in milliseconds. */
  readonly loadingMs: number;
}

const stackMb = 4;
/**
 * The engine's own limit ends the whole process where a call takes much at once, so it lies far beyond ours, which is
 * looked at while a call runs.
 */
const headroomMb = 2_048;
const memoryCheckMs = 50;
const bytesPerMb = 1_048_576;

interface Current {
  readonly call: ThreadCall;
  resolve(result: WorkerResult<unknown>): void;
  timer: NodeJS.Timeout;
  readonly memoryCheck: NodeJS.Timeout;
}

export function startThread({ memoryMb, loadingMs }: ThreadLimits): Thread {
  const worker = new Worker(new URL('./thread.worker.ts', import.meta.url), {
    name: 'parser',
    // The flags of this process may make no sense to the thread, and its environment holds secrets.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb + headroomMb, stackSizeMb: stackMb },
  });
  const known = new Set<string>();
  let current: Current | undefined;
  let usable = true;

  function finish(result: WorkerResult<unknown>): void {
    if (current === undefined) return;
    const { resolve, timer, memoryCheck } = current;
    clearTimeout(timer);
    clearInterval(memoryCheck);
    current = undefined;
    // A thread that waits keeps no process alive.
    worker.unref();
    resolve(result);
  }

  function end(result: WorkerResult<unknown>): void {
    usable = false;
    finish(result);
    void worker.terminate();
  }

  function deadline(milliseconds: number, detail: string): NodeJS.Timeout {
    return setTimeout(() => end({ status: 'too_slow', detail }), milliseconds);
  }

  const runningDeadline = ({ deadlineMs }: ThreadCall) =>
    deadline(deadlineMs, `it did not end within ${deadlineMs} ms`);

  async function checkMemory(call: ThreadCall): Promise<void> {
    const { used_heap_size: used } = await worker.getHeapStatistics();
    if (current?.call !== call || used <= memoryMb * bytesPerMb) return;
    end({ status: 'out_of_memory', detail: `it needed more than ${memoryMb} MiB` });
  }

  worker.unref();
  worker.on('message', (answer: ThreadAnswer) => {
    if (current === undefined) return;
    if (answer.kind === 'begun') {
      known.add(current.call.file);
      clearTimeout(current.timer);
      current.timer = runningDeadline(current.call);
    } else if (answer.kind === 'done') finish({ status: 'done', output: answer.output });
    else finish({ status: 'failed', detail: answer.detail });
  });
  worker.on('messageerror', (error) => end({ status: 'failed', detail: reasonOf(error) }));
  worker.on('error', (error) => {
    const isMemory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    end({ status: isMemory ? 'out_of_memory' : 'failed', detail: reasonOf(error) });
  });
  worker.on('exit', (code) => end({ status: 'failed', detail: `its thread ended with status ${code}` }));

  return {
    processMb: undefined,
    isUsable: () => usable,
    knows: (file) => known.has(file),

    run<Output>(call: ThreadCall) {
      const { promise, resolve } = Promise.withResolvers<WorkerResult<Output>>();
      const timer = known.has(call.file)
        ? runningDeadline(call)
        : deadline(loadingMs, `its code was not loaded within ${loadingMs} ms`);
      const memoryCheck = setInterval(() => {
        // A thread that has ended meanwhile has no statistics, and its call an end already.
        checkMemory(call).catch(() => {});
      }, memoryCheckMs);
      current = { call, resolve: (result: WorkerResult<Output>) => resolve(result), timer, memoryCheck };
      worker.ref();
      const { file, exported, input } = call;
      try {
        const transfer: Transferable[] = [...call.transfer];
        worker.postMessage({ file, exported, input } satisfies ThreadRequest, transfer);
      } catch (error) {
        finish({ status: 'failed', detail: reasonOf(error) });
      }
      return promise;
    },

    async stop() {
      end({ status: 'failed', detail: 'its thread was stopped' });
      await worker.terminate();
    },
  };
}
