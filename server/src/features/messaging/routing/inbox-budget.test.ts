import { kindNames, kinds } from '@rolecall/contract';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberOfCases } from '../../../testing/cases.ts';
import { type Arrival, chooseForInbox, compareImportance } from './index.ts';

const tries = numberOfCases(10_000, 300);
const arrival: fc.Arbitrary<Arrival> = fc.record({
  kind: fc.constantFrom(...kindNames),
  rank: fc.integer({ min: 0, max: 3 }),
  payload: fc.record({ score: fc.option(fc.integer({ min: 0, max: 100 })) }),
});
const cases = fc.record({
  items: fc.array(arrival, { maxLength: 14 }),
  perDay: fc.integer({ min: 1, max: 6 }),
  reached: fc.integer({ min: 0, max: 8 }),
});
const mayWait = ({ kind, rank }: Arrival) => kinds[kind].digestible && !kinds[kind].mandatory && rank > 0;

describe('the inbox under a cap of a day', () => {
  test('takes no more than the day has left, besides what may not wait, and uses it up', () => {
    fc.assert(
      fc.property(cases, ({ items, perDay, reached }) => {
        const over = chooseForInbox(items, perDay, reached);
        expect([...over].every(mayWait)).toBe(true);
        const counted = items.filter(({ kind }) => !kinds[kind].mandatory);
        const waiting = counted.filter(mayWait);
        const free = Math.max(0, perDay - reached - (counted.length - waiting.length));
        expect(waiting.length - over.size).toBe(Math.min(free, waiting.length));
      }),
      tries,
    );
  });

  test('keeps nothing out that is worth more than what it takes', () => {
    fc.assert(
      fc.property(cases, ({ items, perDay, reached }) => {
        const over = chooseForInbox(items, perDay, reached);
        const taken = items.filter((item) => mayWait(item) && !over.has(item));
        for (const out of over) {
          expect(taken.every((item) => compareImportance(item, out) <= 0)).toBe(true);
        }
      }),
      tries,
    );
  });
});
