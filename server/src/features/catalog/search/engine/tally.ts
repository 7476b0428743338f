import { grown, words32 } from './growing.ts';

/** Counts of numbers that costs as much as there are different ones, however large they are. It is left clear. */
export interface Tally {
  counts: Uint32Array;
  /** The numbers that have been counted. */
  counted: Uint32Array;
  length: number;
}

export const newTally = (): Tally => ({
  counts: new Uint32Array(0),
  counted: new Uint32Array(0),
  length: 0,
});

/** Clears it, and makes room for numbers below `size`. */
export function beginTally(tally: Tally, size: number): void {
  const { counts, counted, length } = tally;
  for (let at = 0; at < length; at += 1) counts[counted[at] ?? 0] = 0;
  tally.length = 0;
  tally.counts = grown(counts, size, words32);
  tally.counted = grown(counted, size, words32);
}

export function countIn(tally: Tally, number: number, by: number): void {
  const { counts } = tally;
  const count = counts[number] ?? 0;
  if (count === 0) {
    tally.counted[tally.length] = number;
    tally.length += 1;
  }
  counts[number] = count + by;
}
