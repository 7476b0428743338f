import { fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { reasonOf } from '../errors/index.ts';
import type { ThreadAnswer, ThreadRequest } from './protocol.ts';
import type { Thread, ThreadCall, ThreadLimits, WorkerResult } from './thread.ts';

interface Current {
  readonly call: ThreadCall;
  resolve(result: WorkerResult<unknown>): void;
  timer: NodeJS.Timeout;
  readonly memoryCheck: NodeJS.Timeout | undefined;
}

const pageBytes = 4_096;
const bytesPerMb = 1_048_576;
/** Unpacking takes some 300 MB a second: what is taken between two looks is a few MB. */
const memoryCheckMs = 15;
/** A process that holds so much of its limit after a call is not used again. */
const worn = 0.8;

/**
 * A process that runs one call at a time, and is killed at its limits. Other than a thread it can be held to all memory that it
 * takes, buffers outside of the heap among it; where the kernel does not tell that (it is Linux that does), to its heap alone.
 */
export function startProcess({ memoryMb, loadingMs }: ThreadLimits): Thread {
  const child = fork(fileURLToPath(new URL('./process.worker.ts', import.meta.url)), {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${Math.floor(memoryMb * 0.6)}`, '--max-semi-space-size=4'],
    // The environment of this process holds secrets.
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const known = new Set<string>();
  let current: Current | undefined;
  let usable = true;

  function hold(isHeld: boolean): void {
    if (isHeld) {
      child.ref();
      child.channel?.ref();
    } else {
      child.unref();
      child.channel?.unref();
    }
  }

  function finish(result: WorkerResult<unknown>): void {
    if (current === undefined) return;
    const { resolve, timer, memoryCheck } = current;
    clearTimeout(timer);
    clearInterval(memoryCheck);
    current = undefined;
    hold(false);
    resolve(result);
  }

  function end(result: WorkerResult<unknown>): void {
    usable = false;
    finish(result);
    child.kill('SIGKILL');
  }

  async function residentMb(): Promise<number> {
    const pages = (await readFile(`/proc/${child.pid}/statm`, 'utf8')).split(' ')[1];
    return (Number(pages) * pageBytes) / bytesPerMb;
  }

  async function checkMemory(call: ThreadCall): Promise<void> {
    const used = await residentMb();
    if (current?.call !== call || used <= memoryMb) return;
    end({ status: 'out_of_memory', detail: `it needed more than ${memoryMb} MiB` });
  }

  const deadline = (milliseconds: number, detail: string): NodeJS.Timeout =>
    setTimeout(() => end({ status: 'too_slow', detail }), milliseconds);
  const runningDeadline = ({ deadlineMs }: ThreadCall) =>
    deadline(deadlineMs, `it did not end within ${deadlineMs} ms`);

  async function settle(result: WorkerResult<unknown>): Promise<void> {
    if (process.platform === 'linux') {
      const used = await residentMb().catch(() => 0);
      if (used > memoryMb * worn) {
        end(result);
        return;
      }
    }
    finish(result);
  }

  hold(false);
  child.on('message', (answer: ThreadAnswer) => {
    if (current === undefined) return;
    if (answer.kind === 'begun') {
      known.add(current.call.file);
      clearTimeout(current.timer);
      current.timer = runningDeadline(current.call);
    } else if (answer.kind === 'done') void settle({ status: 'done', output: answer.output });
    else void settle({ status: 'failed', detail: answer.detail });
  });
  child.on('error', (error) => end({ status: 'failed', detail: reasonOf(error) }));
  child.on('exit', (code, signal) => {
    // The engine ends the process where its heap is full.
    const isMemory = signal === 'SIGABRT' || signal === 'SIGTRAP' || code === 134;
    end(
      isMemory
        ? { status: 'out_of_memory', detail: `it needed more than ${memoryMb} MiB` }
        : { status: 'failed', detail: `its process ended with ${signal ?? `status ${code}`}` },
    );
  });

  return {
    processMb: memoryMb,
    isUsable: () => usable,
    knows: (file) => known.has(file),

    run<Output>(call: ThreadCall) {
      const { promise, resolve } = Promise.withResolvers<WorkerResult<Output>>();
      const timer = known.has(call.file)
        ? runningDeadline(call)
        : deadline(loadingMs, `its code was not loaded within ${loadingMs} ms`);
      const memoryCheck =
        process.platform === 'linux'
          ? setInterval(() => {
              // A process that has ended meanwhile tells nothing, and its call has an end already.
              checkMemory(call).catch(() => {});
            }, memoryCheckMs)
          : undefined;
      current = { call, resolve: (result: WorkerResult<Output>) => resolve(result), timer, memoryCheck };
      hold(true);
      const { file, exported, input } = call;
      child.send({ file, exported, input } satisfies ThreadRequest, (error) => {
        if (error !== null) end({ status: 'failed', detail: reasonOf(error) });
      });
      return promise;
    },

    async stop() {
      end({ status: 'failed', detail: 'its process was stopped' });
      if (child.exitCode !== null || child.signalCode !== null) return;
      // Where nothing else is left to do, its end is waited for all the same.
      child.ref();
      await new Promise<void>((resolve) => {
        child.once('exit', () => resolve());
      });
    },
  };
}
