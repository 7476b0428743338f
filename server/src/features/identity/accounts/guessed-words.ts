import { normalizeUnicode } from '../../../platform/text/index.ts';

/** Words in their order, in one text: as many strings would take ten times the memory. */
export interface WordList {
  readonly text: string;
  /** Where each begins in the text, and where the last one ends. */
  readonly starts: Uint32Array;
}

/**
 * As words are compared: accents, case and ways to write a character tell no words apart that are guessed, nor does a
 * keyboard without ñ or ß.
 */
export const foldWord = (word: string): string =>
  normalizeUnicode(word, 'NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');

export function toWordList(words: Iterable<string>): WordList {
  const sorted = [...new Set(words)].sort();
  const starts = new Uint32Array(sorted.length + 1);
  let end = 0;
  for (const [index, word] of sorted.entries()) {
    end += word.length;
    starts[index + 1] = end;
  }
  return { text: sorted.join(''), starts };
}

export function hasWord({ text, starts }: WordList, word: string): boolean {
  let low = 0;
  let high = starts.length - 2;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = text.slice(starts[middle], starts[middle + 1]);
    if (found === word) return true;
    if (found < word) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}
