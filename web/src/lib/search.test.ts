import { describe, expect, it } from 'vitest';
import { day, flag, id, listOf, oneOf, searchOf, text, wholeNumber, words } from './search.ts';

describe('an address', () => {
  const read = searchOf({ q: text(5), state: oneOf(['open', 'closed']), from: day, of: id, shown: flag });

  it('gives what fits, and leaves out the rest and what nobody asked for', () => {
    const of = '0190a000-0000-7000-8000-000000000001';
    expect(read({ q: 'cook', state: 'open', from: '2026-02-28', of, shown: 'true' })).toEqual({
      ...{ q: 'cook', state: 'open', from: '2026-02-28', of, shown: true },
    });
    expect(read({ q: 'longer', state: ['open'], from: '2026-02-30', of: '7', shown: 'no', x: 1 })).toEqual(
      {},
    );
  });

  it('has no parts of the objects that hold it', () => {
    expect(searchOf({ constructor: text() })({})).toEqual({});
  });

  it('reads a list of what fits, each once', () => {
    expect(listOf(oneOf(['a', 'b']))(['b', 'c', 'b', 'a'])).toEqual(['b', 'a']);
    expect(listOf(oneOf(['a', 'b']))('a')).toEqual(['a']);
    expect(listOf(oneOf(['a', 'b']))('c')).toBeUndefined();
  });

  it.each([
    ['7', 7],
    ['0', undefined],
    ['1.5', undefined],
    ['', undefined],
    ['many', undefined],
  ])('reads %j as a number from 1 to 9', (given, read) => {
    expect(wholeNumber(1, 9)(given)).toBe(read);
  });

  it('takes the space around words away', () => {
    expect(words(4)(' cook ')).toBe('cook');
    expect(words(4)('   ')).toBeUndefined();
  });
});
