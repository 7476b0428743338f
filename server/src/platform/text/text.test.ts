import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalizeUnicode } from './index.ts';

describe('normalising', () => {
  it('is that of JavaScript for what people write', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', 'é', '\u0301', '\u0323', 'ﬁ', '한', '😀', ' ', '\ud800'),
    });
    fc.assert(
      fc.property(text, fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (words, form) => {
        const short = words.slice(0, 30);
        expect(normalizeUnicode(short, form)).toBe(short.normalize(form));
      }),
    );
  });

  it('leaves a letter its first 30 marks', () => {
    expect(normalizeUnicode(`a${'\u0323\u0301'.repeat(30_000)}b`, 'NFC')).toBe(
      `a${'\u0323'.repeat(15)}${'\u0301'.repeat(15)}b`.normalize('NFC'),
    );
  });
});
