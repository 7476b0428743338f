import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaceWords, readSearchWords } from './words.ts';

const shapeOf = (text: string) =>
  readSearchWords(text).map((terms) =>
    terms.map(
      (term) =>
        `${term.excluded ? '-' : ''}${term.phrase ? `"${term.text}"` : term.text}${term.unfinished ? '*' : ''}`,
    ),
  );

describe('the words of a search', () => {
  it.each([
    ['backend engineer', [['backend', 'engineer*']]],
    ['"data engineer" -senior', [['"data engineer"', '-senior']]],
    ['java OR kotlin berlin', [['java'], ['kotlin', 'berlin*']]],
    ['c++ go', [['c++', 'go']]],
    ['-senior', []],
    ['??? !!', []],
    ['"unfinished phrase', [['"unfinished phrase"']]],
  ])('of %s', (text, expected) => {
    expect(shapeOf(text)).toEqual(expected);
  });

  it('are bounded and never throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        expect(readSearchWords(text).flat().length).toBeLessThanOrEqual(16);
        for (const word of readPlaceWords(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
      }),
    );
  });
});
