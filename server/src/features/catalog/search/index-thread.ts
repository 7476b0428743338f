import { Worker } from 'node:worker_threads';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { IndexAnswer, IndexCall, InputOf, Operation, OutputOf } from './engine/protocol.ts';

/** The index cannot answer; PostgreSQL can. */
export class IndexUnavailableError extends Error {}

/** The thread that owns the index. It is of no use any more once it has ended, or a call has outlasted its time. */
export interface IndexThread {
  /**
   * @throws {ApplicationError} `overloaded` when too many wait already
   * @throws {IndexUnavailableError} when it has ended, fails, or needs too long
   */
  ask<Name extends Operation>(
    operation: Name,
    input: InputOf<Name>,
    deadlineMs?: number,
  ): Promise<OutputOf<Name>>;
  readonly waiting: () => number;
  stop(): Promise<void>;
}

export interface IndexThreadOptions {
  /** Called once, when it ends of itself. */
  readonly onEnd: (reason: string) => void;
  /** Of each call that was answered: how long the thread worked on it. */
  readonly onAnswer?: (operation: Operation, milliseconds: number) => void;
}

interface Waiting {
  readonly operation: Operation;
  readonly timer: NodeJS.Timeout;
  resolve(output: unknown): void;
  reject(error: Error): void;
}

/** Searches that wait at a time; at a millisecond each the last one waits for half a second. */
const mostWaiting = 512;
const usualDeadlineMs = 10_000;
const retryAfterSeconds = 1;
/** Far beyond what two million jobs need of the heap; columns lie outside of it. */
const heapMb = 4_096;

export function startIndexThread({ onEnd, onAnswer }: IndexThreadOptions): IndexThread {
  const worker = new Worker(new URL('./engine/index.worker.ts', import.meta.url), {
    name: 'search index',
    // The flags of this process may make no sense to the thread, and its environment holds secrets.
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
  });
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let calls = 0;
  let ended: string | null = null;

  function end(reason: string): void {
    if (ended !== null) return;
    ended = reason;
    for (const { timer, reject } of waiting.values()) {
      clearTimeout(timer);
      reject(new IndexUnavailableError(reason));
    }
    waiting.clear();
    void worker.terminate();
    onEnd(reason);
  }

  worker.on('message', (answer: IndexAnswer) => {
    const call = waiting.get(answer.call);
    if (call === undefined) return;
    waiting.delete(answer.call);
    clearTimeout(call.timer);
    if ('problem' in answer) {
      call.reject(new IndexUnavailableError(answer.problem));
      return;
    }
    onAnswer?.(call.operation, answer.milliseconds);
    call.resolve(answer.output);
  });
  worker.on('error', (error) => end(error instanceof Error ? error.message : String(error)));
  worker.on('messageerror', (error) => end(error.message));
  worker.on('exit', (code) => end(`its thread ended with status ${code}`));

  return {
    waiting: () => waiting.size,

    ask<Name extends Operation>(operation: Name, input: InputOf<Name>, deadlineMs = usualDeadlineMs) {
      const { promise, resolve, reject } = Promise.withResolvers<OutputOf<Name>>();
      if (ended !== null) {
        reject(new IndexUnavailableError(ended));
        return promise;
      }
      if (waiting.size >= mostWaiting) {
        reject(
          new ApplicationError('overloaded', {
            detail: 'Too many searches wait.',
            extensions: { retry_after: retryAfterSeconds },
          }),
        );
        return promise;
      }
      calls += 1;
      const timer = setTimeout(() => end(`${operation} did not end within ${deadlineMs} ms`), deadlineMs);
      timer.unref();
      waiting.set(calls, {
        operation,
        timer,
        resolve: (output: OutputOf<Name>) => resolve(output),
        reject,
      });
      worker.postMessage({ call: calls, operation, input } satisfies IndexCall);
      return promise;
    },

    async stop() {
      end('it was stopped');
      await worker.terminate();
    },
  };
}
