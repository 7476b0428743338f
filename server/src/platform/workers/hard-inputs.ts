import { createHash } from 'node:crypto';
import type { WorkerFailure } from './thread.ts';

interface Failure {
  readonly status: WorkerFailure;
  readonly detail: string;
}

interface Known extends Failure {
  readonly times: number;
  /** By the monotonic clock, in milliseconds. */
  readonly until: number;
}

/**
 * Remembers, by hashes, which inputs a parser could not bear, so that whoever sends one again, or a source that brings it with
 * each run, does not hold a thread up each time. The first failure may be that of a busy machine, so only the second in a row
 * counts; from then on the answer is given without trying, for an hour, and twice as long with each further failure, up to a day.
 */
export interface HardInputs {
  /** Names an input of a task; undefined for one that is not remembered. */
  keyOf(task: string, input: unknown): string | undefined;
  /** What an input that is too hard is answered without trying it. */
  find(key: string): Failure | undefined;
  note(key: string, failure: Failure): void;
  forget(key: string): void;
}

const mostKnown = 10_000;
const hourMs = 3_600_000;
const longestMs = 24 * hourMs;
/** The first failure is remembered for as long, waiting for the second. */
const firstMs = longestMs;

export function createHardInputs(now: () => number = () => performance.now()): HardInputs {
  const known = new Map<string, Known>();
  return {
    keyOf(task, input) {
      const text = textOf(input);
      return text === undefined
        ? undefined
        : createHash('sha256').update(`${task}\0${text}`).digest('base64');
    },

    find(key) {
      const found = known.get(key);
      if (found === undefined || found.times < 2 || found.until <= now()) return undefined;
      return { status: found.status, detail: found.detail };
    },

    note(key, { status, detail }) {
      const times = (known.get(key)?.times ?? 0) + 1;
      const lasts = times < 2 ? firstMs : Math.min(hourMs * 2 ** (times - 2), longestMs);
      known.delete(key);
      known.set(key, { status, detail, times, until: now() + lasts });
      const oldest = known.keys().next().value;
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    },

    forget(key) {
      known.delete(key);
    },
  };
}

/** Inputs are plain data; those with buffers change hands and are not read here. */
function textOf(input: unknown): string | undefined {
  if (typeof input === 'string') return input;
  if (typeof input !== 'object' || input === null) return undefined;
  if (Object.values(input).some((value) => ArrayBuffer.isView(value) || value instanceof ArrayBuffer))
    return undefined;
  return JSON.stringify(input);
}
