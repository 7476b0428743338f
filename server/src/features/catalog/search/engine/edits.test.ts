import fc from 'fast-check';
import { expect, it } from 'vitest';
import { numberOfCases } from '../../../../testing/cases.ts';
import { createEditCounter } from './edits.ts';

/** By the table that textbooks have. */
function editsByTable(left: string, right: string): number {
  const table = Array.from({ length: left.length + 1 }, (_, row) =>
    Array.from({ length: right.length + 1 }, (_, column) => (row === 0 ? column : column === 0 ? row : 0)),
  );
  const at = (row: number, column: number) => table[row]?.[column] ?? 0;
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      let least = Math.min(
        at(row - 1, column - 1) + (isSame ? 0 : 1),
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
      );
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        least = Math.min(least, at(row - 2, column - 2) + 1);
      }
      table[row]?.splice(column, 1, least);
    }
  }
  return at(left.length, right.length);
}

it('edits are counted as by the table of all beginnings', () => {
  const words = fc
    .array(fc.constantFrom('a', 'b', 'c', 'é'), { minLength: 1, maxLength: 31 })
    .map((list) => list.join(''));
  fc.assert(
    fc.property(words, words, (word, other) => {
      expect(createEditCounter(word)(other)).toBe(editsByTable(word, other));
    }),
    numberOfCases(5_000, 300),
  );
});

it.each([
  ['engineer', 'enginere', 1],
  ['engineer', 'engieer', 1],
  ['engineer', 'enginneer', 1],
  ['engineer', 'engimeer', 1],
  ['ab', 'bca', 3],
])('%s and %s are %i apart', (word, other, edits) => {
  expect(createEditCounter(word)(other)).toBe(edits);
});
