import { ApplicationError } from '../errors/index.ts';
import type { Metrics } from '../observability/index.ts';
import { currentCaller, FairLine } from './fair-line.ts';
import { createHardInputs } from './hard-inputs.ts';
import { createPoolMetrics } from './metrics.ts';
import { startProcess } from './process.ts';
import type { WorkerTask } from './task.ts';
import { startThread, type Thread, type WorkerResult } from './thread.ts';

export interface CallOptions {
  /** Somebody waits for a `request`; `background` work lets it pass, and leaves it a thread where there are several. */
  readonly lane?: 'request' | 'background';
  /** Buffers of the input that change hands without being copied. */
  readonly transfer?: readonly ArrayBuffer[];
}

/**
 * Threads in which everything is parsed that comes from outside: a text that takes a parser minutes, all memory or its
 * stack costs one call there and nothing else. A thread that is ended is replaced by the next call.
 */
export interface WorkerPool {
  /**
   * Runs a task. Whatever the input does to the parser is a result, never an error.
   * @throws {ApplicationError} `overloaded` when too many calls wait, `unavailable` when the pool is closed
   */
  run<Input, Output>(
    task: WorkerTask<Input, Output>,
    input: Input,
    options?: CallOptions,
  ): Promise<WorkerResult<Output>>;
  /** Ends every thread; what is under way fails. */
  close(): Promise<void>;
}

export interface WorkerPoolOptions {
  /** Most threads; each is started when it is first needed. */
  readonly threads: number;
  /** Heap of a thread, in MiB. */
  readonly memoryMb: number;
  /** Calls that may wait, in each lane; 200 unless told. */
  readonly queued?: number;
  readonly metrics?: Metrics;
}

type Lane = NonNullable<CallOptions['lane']>;

interface Call {
  readonly task: WorkerTask<never, unknown>;
  readonly lane: Lane;
  readonly caller: string | null;
  start(thread: Thread): Promise<void>;
  refuse(error: ApplicationError): void;
}

/** A thread that nobody needs for this long is ended, with the memory that it holds. */
const idleMs = 120_000;
const loadingMs = 30_000;
/** Whoever has waited for this long is sent away. */
const longestWaitMs = 10_000;
const retryAfterSeconds = 2;

export function createWorkerPool(options: WorkerPoolOptions): WorkerPool {
  const { threads: most, memoryMb, queued = 200 } = options;
  const mostInBackground = Math.max(1, most - 1);
  // Of several threads one is left to others, also by whoever sends many texts that are hard to read.
  const mostOfOne = Math.max(1, most - 1);
  const queues: Readonly<Record<Lane, FairLine<Call>>> = {
    request: new FairLine(mostOfOne),
    background: new FairLine(mostOfOne),
  };
  const idle = new Map<Thread, NodeJS.Timeout>();
  const busy = new Map<Thread, Call>();
  const hardInputs = createHardInputs();
  let isClosed = false;
  const metrics =
    options.metrics &&
    createPoolMetrics(options.metrics, () => ({
      waiting: queues.request.length + queues.background.length,
      threads: idle.size + busy.size,
    }));

  /** One that knows the code of the task, else any of its kind, else a new one in the place of an idle one of another. */
  function takeThread({
    file,
    processMb,
  }: {
    readonly file: string;
    readonly processMb?: number | undefined;
  }): Thread | undefined {
    const waiting = [...idle.keys()].filter((one) => one.processMb === processMb);
    const thread = waiting.find((one) => one.knows(file)) ?? waiting[0];
    if (thread === undefined) {
      if (busy.size >= most) return undefined;
      return processMb === undefined
        ? startThread({ memoryMb, loadingMs })
        : startProcess({ memoryMb: processMb, loadingMs });
    }
    clearTimeout(idle.get(thread));
    idle.delete(thread);
    return thread.isUsable() ? thread : takeThread({ file, processMb });
  }

  const countBusy = (counts: (call: Call) => boolean) => [...busy.values()].filter(counts).length;
  const runningOf = (caller: string) => countBusy((call) => call.caller === caller);

  function nextCall(): Call | undefined {
    const call = queues.request.next(runningOf);
    if (call !== undefined) return call;
    return countBusy(({ lane }) => lane === 'background') < mostInBackground
      ? queues.background.next(runningOf)
      : undefined;
  }

  function dispatch(): void {
    for (let call = nextCall(); call !== undefined && !isClosed; call = nextCall()) {
      const thread = takeThread(call.task);
      if (thread === undefined) return;
      queues[call.lane].serve(call);
      busy.set(thread, call);
      void call.start(thread).then(() => release(thread));
    }
  }

  function release(thread: Thread): void {
    busy.delete(thread);
    if (thread.isUsable()) {
      const timer = setTimeout(() => {
        idle.delete(thread);
        void thread.stop();
      }, idleMs);
      timer.unref();
      idle.set(thread, timer);
    }
    dispatch();
  }

  function enqueue(call: Call): void {
    if (queues[call.lane].length >= queued) {
      call.refuse(tooMany());
      return;
    }
    queues[call.lane].push(call);
    dispatch();
  }

  function leave(call: Call): void {
    if (queues[call.lane].leave(call)) call.refuse(tooMany());
  }

  return {
    run<Input, Output>(task: WorkerTask<Input, Output>, input: Input, how: CallOptions = {}) {
      const { lane = 'request', transfer = [] } = how;
      const begun = performance.now();
      const { promise, resolve, reject } = Promise.withResolvers<WorkerResult<Output>>();
      const report = (outcome: WorkerResult<Output>['status'] | 'refused') =>
        metrics?.ended(task.name, outcome, (performance.now() - begun) / 1_000);
      const { file, exported, deadlineMs } = task;
      let timer: NodeJS.Timeout | undefined;

      const key = transfer.length === 0 ? hardInputs.keyOf(task.name, input) : undefined;

      function settle(result: WorkerResult<Output>): void {
        report(result.status);
        resolve(result);
      }

      const call = {
        task,
        lane,
        caller: currentCaller(),
        async start(thread: Thread) {
          clearTimeout(timer);
          const result = await thread.run<Output>({ file, exported, input, deadlineMs, transfer });
          if (key !== undefined && result.status === 'done') hardInputs.forget(key);
          else if (key !== undefined && result.status !== 'done') hardInputs.note(key, result);
          settle(result);
        },
        refuse(error: ApplicationError) {
          clearTimeout(timer);
          report('refused');
          reject(error);
        },
      };
      const size = task.sizeOf(input);
      const hard = key === undefined || size > task.maximumSize ? undefined : hardInputs.find(key);
      if (isClosed) call.refuse(closed());
      else if (size > task.maximumSize) {
        settle({ status: 'too_large', detail: `it has ${size} of at most ${task.maximumSize}` });
      } else if (hard !== undefined) {
        settle({ ...hard, isKnown: true });
      } else {
        if (lane === 'request') timer = setTimeout(() => leave(call), longestWaitMs);
        enqueue(call);
      }
      return promise;
    },

    async close() {
      isClosed = true;
      for (const call of [...queues.request.clear(), ...queues.background.clear()]) call.refuse(closed());
      for (const timer of idle.values()) clearTimeout(timer);
      const all = [...idle.keys(), ...busy.keys()];
      idle.clear();
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}

const tooMany = () =>
  new ApplicationError('overloaded', {
    detail: 'Too many texts wait to be read.',
    extensions: { retry_after: retryAfterSeconds },
  });

const closed = () => new ApplicationError('unavailable', { extensions: { retry_after: retryAfterSeconds } });
