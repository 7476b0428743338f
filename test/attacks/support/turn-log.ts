import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';

const lineSchema = z.object({
  at: z.number(),
  turn_ms: z.number().optional(),
  garbage_ms: z.number().default(0),
  requests: z.array(z.string()).default([]),
  rss: z.number().optional(),
  heap: z.number().optional(),
  longest_ms: z.number().optional(),
  cpu_ms: z.number().optional(),
});

/** A turn of the main thread that took long, with the requests that were under way. */
export interface LongTurn {
  readonly at: number;
  readonly ms: number;
  /** What a collection of garbage took of the processor beside that. */
  readonly garbageMs: number;
  readonly requests: readonly string[];
}

/** What turns.ts has written of a process. */
export interface TurnLog {
  /** Turns of at least so many ms of CPU since this moment. */
  longTurns(since: number, ms: number): readonly LongTurn[];
  longest(since: number): number;
  /** Most memory since this moment, in MB. */
  peakMemory(since: number): number;
}

export function readTurnLog(file: string): TurnLog {
  const lines = (since: number) =>
    (existsSync(file) ? readFileSync(file, 'utf8') : '')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => lineSchema.parse(JSON.parse(line)))
      .filter(({ at }) => at >= since);
  return {
    longTurns: (since, least) =>
      lines(since).flatMap(({ at, turn_ms: ms, garbage_ms: garbageMs, requests }) =>
        ms !== undefined && ms >= least ? [{ at, ms, garbageMs, requests }] : [],
      ),
    longest: (since) =>
      Math.max(0, ...lines(since).map(({ longest_ms = 0, turn_ms = 0 }) => Math.max(longest_ms, turn_ms))),
    peakMemory: (since) => Math.round(Math.max(0, ...lines(since).map(({ rss = 0 }) => rss)) / 1e6),
  };
}
