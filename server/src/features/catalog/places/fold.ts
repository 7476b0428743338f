import { normalizeUnicode } from '../../../platform/text/index.ts';

/** Letters that Unicode does not decompose, as people without them on their keyboard write them. */
const undecomposed: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ı', 'i'],
]);

/** Words that names have in a long and in a short form. */
const shortForms: ReadonlyMap<string, string> = new Map([
  ['saint', 'st'],
  ['sankt', 'st'],
  ['sainte', 'ste'],
  ['mount', 'mt'],
  ['fort', 'ft'],
]);

/** One word of a name in lower case, without diacritics, and in its short form. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  const plain = /^[a-z0-9]*$/.test(lower)
    ? lower
    : normalizeUnicode(lower, 'NFKD')
        .replace(/\p{M}+/gu, '')
        .replace(/[ßøłđðþæœı]/g, (letter) => undecomposed.get(letter) ?? letter);
  return shortForms.get(plain) ?? plain;
}

/** Runs of letters and digits: an apostrophe parts words, so that "L'Aquila" is two. */
export const wordPattern = /[\p{L}\p{N}\p{M}]+/gu;

/** A name as the gazetteer knows it: 'Aix-en-Provence' is 'aix en provence'. */
export function keyOf(name: string): string {
  return (name.match(wordPattern) ?? []).map(foldWord).join(' ');
}
