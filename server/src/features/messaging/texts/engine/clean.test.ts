import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toLine, toLines } from './clean.ts';

describe('a line', () => {
  test.each([
    ['several lines', 'one\ntwo\r\nthree', 'one two three'],
    ['the separators of other systems', 'one\u2028two\u2029three\u0085four', 'one two three four'],
    ['spaces around a break', 'one  \n  two', 'one two'],
    ['several spaces', 'one   two', 'one two'],
    ['spaces at its ends', '  one ', 'one'],
    ['a bell and an escape', 'a\u0007b\u001b[31mc', 'a b [31mc'],
    ['a name that would turn around the rest', 'invoice\u202egpj.exe', 'invoicegpj.exe'],
    ['isolates of direction', '\u2066one\u2069', 'one'],
    ['a word in Arabic', 'شركة ميناء', 'شركة ميناء'],
    ['a flag and a family of several signs', '🇩🇪 👩‍👧', '🇩🇪 👩‍👧'],
    ['a space that may not break', '84\u00a0%', '84\u00a0%'],
  ])('of %s', (_what, text, expected) => {
    expect(toLine(text, 100)).toBe(expected);
  });

  test('is cut with a mark, and not inside of a character', () => {
    expect(toLine('abcdef', 4)).toBe('abc…');
    expect(toLine('abcd', 4)).toBe('abcd');
    expect(toLine('ab🚢cd', 4)).toBe('ab…');
    expect(toLine('ab🚢cd', 5)).toBe('ab🚢…');
  });

  test('never has a break, a control character, or more than is allowed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.integer({ min: 1, max: 50 }),
        (text, longest) => {
          const line = toLine(text, longest);
          expect(line.length).toBeLessThanOrEqual(longest);
          expect(line).not.toMatch(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u);
          if (text.isWellFormed()) expect(line.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});

describe('lines', () => {
  test('keep their breaks and tabs, and lose what cannot be seen', () => {
    expect(toLines(' a\r\nb\tc\u0000\u200b\u202ed \n', 100)).toBe('a\nb\tc\u200bd');
    expect(toLines('plain\n\ntext', 100)).toBe('plain\n\ntext');
    expect(toLines('abcdef', 3)).toBe('ab…');
  });
});
