import { expect, test } from 'vitest';
import { randomFrom } from '../../../server/src/testing/random.ts';
import { compareRounds } from './healthy-requests.ts';

/** How much longer an answer takes: in which round, and so many milliseconds after its attack began. */
type Delay = (round: number, ms: number) => number;

/** A hundred rounds of half a second of calm and a second of attack, with a question every 25 ms. */
function ratioOf(server: Delay, machine: Delay): number {
  const random = randomFrom(1);
  const rounds = Array.from({ length: 100 }, (_, round) => {
    const calmFrom = round * 2_000;
    return { name: `attack ${round}`, calmFrom, attackFrom: calmFrom + 500, to: calmFrom + 1_500 };
  });
  const samples = rounds.flatMap(({ calmFrom, attackFrom }, round) =>
    Array.from({ length: 60 }, (_, n) => {
      const at = calmFrom + n * 25;
      const usual = 4 + random() * 6 + machine(round, at - attackFrom) * random();
      return { at, ms: at < attackFrom ? usual : usual + server(round, at - attackFrom) };
    }),
  );
  return compareRounds(rounds, samples).ratio;
}

const never: Delay = () => 0;
const busyForAWhile: Delay = (round) => (round % 50 < 4 ? 200 : 0);
/** It stands still for a fifth of a second. */
const stall = (ms: number) => (ms < 200 ? 200 - ms : 0);

test('a server that goes on passes, also beside a machine that is busy for a while', () => {
  expect(ratioOf(never, never)).toBeLessThan(2);
  expect(ratioOf(never, busyForAWhile)).toBeLessThan(2);
});

test('a server that stands still in each round, or in some of them, does not', () => {
  expect(ratioOf((_round, ms) => stall(ms), never)).toBeGreaterThan(15);
  expect(ratioOf((_round, ms) => stall(ms), busyForAWhile)).toBeGreaterThan(15);
  expect(ratioOf((round, ms) => (round % 4 === 0 ? stall(ms) : 0), never)).toBeGreaterThan(15);
});
