import unhomoglyph from 'unhomoglyph';
import { normalizeUnicode } from '../../../platform/text/index.ts';
import { legalForms } from './normalized-name.ts';

/** Characters that a reader takes for another, beside the confusables of Unicode: digits for letters. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['i', 'l'],
  ['|', 'l'],
  ['5', 's'],
]);

/** Names are short; nothing longer is read. */
const mostCharacters = 200;

/** Characters that nobody sees. */
const invisible = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const marks = /\p{M}/gu;

/** The skeleton of UTS 39 without accents, the same for both cases: a Cyrillic 'С' is a 'C', its 'с' a 'c'. */
function fold(text: string): string {
  let folded = text;
  for (const _ of ['as it is written', 'in lower case']) {
    folded = normalizeUnicode(unhomoglyph(normalizeUnicode(folded, 'NFKD').replace(marks, '')), 'NFKD')
      .replace(marks, '')
      .toLowerCase();
  }
  const letters = Array.from(folded, (character) => lookalikes.get(character) ?? character).join('');
  // 'rn' is what the confusables make of an 'm'; two v's are a 'w' to many.
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

const foldedForms: ReadonlySet<string> = new Set([...legalForms].map(fold));

/**
 * What stays of a name for somebody who reads it in a hurry: the skeleton of UTS 39 (confusable characters are one), without
 * case, accents, legal form, spaces and punctuation. Two names with one skeleton look alike.
 */
export function skeletonOf(name: string): string {
  const visible = normalizeUnicode(name.replace(invisible, '').slice(0, mostCharacters), 'NFKC');
  const written = visible
    .replace(/['’.]/g, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}\p{M}]+/u);
  // A legal form may be written with characters that only look like it, so each word is folded first.
  const words = written.map(fold).filter((word) => word !== '');
  for (let isForm = false; words.length > 1; words.pop()) {
    const last = words.at(-1) ?? '';
    if (!foldedForms.has(last) && !(isForm && last === 'and')) break;
    isForm = true;
  }
  return words.join('').replace(/[^\p{L}\p{N}]/gu, '') || fold(visible.trim());
}
