import { Worker } from 'node:worker_threads';
import type { CompiledMjml, MjmlRequest, MjmlResponse } from './protocol.ts';
import { MjmlError } from './structure.ts';

/** Compiles what operators write, in a thread that is started when it is first needed. */
export interface MjmlService {
  /** Answers within ten seconds. @throws {MjmlError} when it does not compile, or not in time */
  compile(source: string): Promise<CompiledMjml>;
  /** Ends the thread; what is under way is refused. */
  close(): Promise<void>;
}

/** In milliseconds. A body takes about ten; the first one waits for the library as well. */
const longest = 10_000;
/** The thread holds some 80 MB, so it ends when nobody has written for this long. */
const idle = 120_000;
/** Characters; the contract has a narrower limit. */
const largest = 100_000;
/** Compilations that may wait. */
const most = 50;
const memoryMb = 256;

interface Waiting {
  readonly resolve: (compiled: CompiledMjml) => void;
  readonly reject: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

export function createMjmlService(): MjmlService {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let idleTimer: NodeJS.Timeout | undefined;
  let lastId = 0;

  function failAll(error: Error): void {
    for (const [id, { reject, timer }] of waiting) {
      clearTimeout(timer);
      waiting.delete(id);
      reject(error);
    }
  }

  async function stop(error: Error): Promise<void> {
    const stopped = worker;
    worker = undefined;
    clearTimeout(idleTimer);
    failAll(error);
    await stopped?.terminate();
  }

  function start(): Worker {
    const started = new Worker(new URL('./mjml-worker.ts', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    started.unref();
    started.on('message', (response: MjmlResponse) => {
      const one = waiting.get(response.id);
      if (one === undefined) return;
      waiting.delete(response.id);
      clearTimeout(one.timer);
      if ('compiled' in response) one.resolve(response.compiled);
      else one.reject(new MjmlError(response.problems));
    });
    started.on('error', (error) => {
      if (worker === started) void stop(error instanceof Error ? error : new Error(String(error)));
    });
    return started;
  }

  return {
    async compile(source) {
      if (source.length > largest) throw tooMuch('it is too long');
      if (waiting.size >= most) throw tooMuch('too many mails are being compiled; try again');
      worker ??= start();
      clearTimeout(idleTimer);
      idleTimer = setTimeout(() => void stop(tooMuch('it was not compiled in time')), idle);
      idleTimer.unref();
      const { promise, resolve, reject } = Promise.withResolvers<CompiledMjml>();
      lastId += 1;
      const request: MjmlRequest = { id: lastId, source };
      // Whatever holds the thread up holds up all that wait for it.
      const timer = setTimeout(() => void stop(tooMuch('it was not compiled in time')), longest);
      waiting.set(request.id, { resolve, reject, timer });
      worker.postMessage(request);
      return promise;
    },
    close: () => stop(tooMuch('this process is stopping')),
  };
}

const tooMuch = (message: string) => new MjmlError([{ line: null, message }]);
