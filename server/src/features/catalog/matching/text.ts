import { normalizeUnicode } from '../../../platform/text/index.ts';

/** Letters that Unicode does not decompose, as people without them on their keyboard write them. */
const undecomposed: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

/** In lower case and without diacritics, so that 'München' and 'munchen' are the same. */
export function normalizeText(text: string): string {
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the whole of ASCII needs nothing more
  if (/^[\u0000-\u007f]*$/.test(lower)) return lower;
  return normalizeUnicode(lower, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøłđæœı]/g, (letter) => undecomposed.get(letter) ?? letter);
}

const word = /\p{L}&\p{L}(?![\p{L}\p{N}])|[\p{L}\p{N}]+(?:\+\+|#)?/gu;

/**
 * Words of a text in their order, normalized. What belongs to a name stays with it: 'c++', 'c#' and 'r&d' are one
 * word, '.NET' is 'dotnet'.
 */
export function wordsOf(text: string): string[] {
  const named = normalizeText(text).replace(/(^|[^\p{L}\p{N}])\.net(?![\p{L}\p{N}])/gu, '$1 dotnet');
  return named.match(word) ?? [];
}

/** Whether the words of the phrase stand one after another in the text. An empty phrase stands nowhere. */
export function hasPhrase(text: readonly string[], phrase: readonly string[]): boolean {
  const [first, ...rest] = phrase;
  if (first === undefined) return false;
  for (let at = text.indexOf(first); at !== -1; at = text.indexOf(first, at + 1)) {
    if (rest.every((next, offset) => text[at + 1 + offset] === next)) return true;
  }
  return false;
}

/** Takes the plural's ending from an English word: 'engineers' and 'engineer', 'companies' and 'company'. */
export function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 3 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word)) return word.slice(0, -1);
  return word;
}
