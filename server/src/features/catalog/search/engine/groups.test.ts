import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberOfCases } from '../../../../testing/cases.ts';
import { createGroups } from './groups.ts';
import { beginTally, countIn, newTally } from './tally.ts';

const numbers = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { maxLength: 3 }), {
  maxLength: 12,
});
const counted = fc.array(fc.nat(11), { maxLength: 40 });

it('the groups that count most are those that sorting all of them gives, while numbers come in', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.array(counted, { maxLength: 3 }),
      fc.integer({ min: 1, max: 4 }),
      (names, rounds, limit) => {
        let known = 0;
        const groups = createGroups(
          () => known,
          (number) => names[number] ?? [],
        );
        const tally = newTally();
        for (const [round, hits] of rounds.entries()) {
          known = Math.min(names.length, (round + 1) * 5);
          beginTally(tally, known);
          const expected = new Map<string, number>();
          for (const number of hits.filter((hit) => hit < known)) {
            countIn(tally, number, 1);
            for (const name of names[number] ?? []) expected.set(name, (expected.get(name) ?? 0) + 1);
          }
          const sorted = [...expected]
            .toSorted(([one, ones], [other, others]) => others - ones || (one < other ? -1 : 1))
            .slice(0, limit);
          expect(groups.mostFrequent(tally, limit).map(({ value, count }) => [value, count])).toEqual(sorted);
        }
      },
    ),
    numberOfCases(2_000, 100),
  );
});
