import { expect, test } from 'vitest';
import { FairLine } from './fair-line.ts';

const call = (caller: string | null, name: string) => ({ caller, name });

/** The names in the order in which they are served, while so many of each caller run all the time. */
function drain(line: FairLine<{ caller: string | null; name: string }>, running = 0): string[] {
  const served: string[] = [];
  for (let next = line.next(() => running); next !== undefined; next = line.next(() => running)) {
    line.serve(next);
    served.push(next.name);
  }
  return served;
}

test('callers are served in turns, however many calls each has, and one of nobody at once', () => {
  const line = new FairLine<{ caller: string | null; name: string }>(1);
  for (const name of ['a1', 'a2', 'a3']) line.push(call('a', name));
  for (const name of ['b1', 'b2']) line.push(call('b', name));
  line.push(call('c', 'c1'));
  expect(drain(line)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  line.push(call('a', 'a4'));
  line.push(call(null, 'of nobody'));
  line.push(call('d', 'of a new one'));
  expect(drain(line)).toEqual(['of nobody', 'of a new one', 'a4']);
});

test('whoever has as many calls under way as one may have waits', () => {
  const line = new FairLine<{ caller: string | null; name: string }>(2);
  line.push(call('a', 'a1'));
  line.push(call(null, 'of nobody'));
  expect(drain(line, 2)).toEqual(['of nobody']);
  expect(line.length).toBe(1);
  expect(drain(line, 1)).toEqual(['a1']);
});
