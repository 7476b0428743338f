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
  ['ʟ', 'l'],
  ['ƨ', 's'],
]);

/** Names are short; nothing longer is read. */
const mostCharacters = 200;

/** Characters that nobody sees. */
const invisible = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const marks = /\p{M}/gu;

/** The skeleton of UTS 39 without accents, the same for both cases: a Cyrillic 'С' is a 'C', its 'с' a 'c'. */
export function fold(text: string): string {
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

/** Words of legal forms that stand at the end of a name, beside those by which companies of sources are told apart. */
const moreForms = [
  'haftungsbeschränkt',
  'pvt',
  'private',
  'lda',
  'ltda',
  'oü',
  'eg',
  'aps',
  'sp',
  'z',
  'oo',
  'zoo',
];
const foldedForms: ReadonlySet<string> = new Set([...legalForms, ...moreForms].map(fold));
const formsInFront: ReadonlySet<string> = new Set(
  ['株式会社', '有限会社', 'ооо', 'оао', 'зао', 'the'].map(fold),
);
/** 'Müller & Söhne', 'Müller und Söhne' and 'Müller Söhne' are one to a reader. */
const joiningWords: ReadonlySet<string> = new Set(['and', 'und', 'et', 'og', 'en'].map(fold));
/** German vowels as they are written where there are no dots: 'Mueller' is 'Müller'. */
const writtenOut = /([aou])e/g;

/** A name as it is shown: without what nobody sees, and with one form for characters that have several. */
export function visibleOf(name: string): string {
  const shown = name.replace(invisible, '').replace(/[™℠®©]/g, '');
  return normalizeUnicode(shown.slice(0, mostCharacters), 'NFKC');
}

/** The words of a visible text, folded. A legal form may be written with characters that only look like it. */
export function foldedWords(visible: string): readonly string[] {
  const written = visible
    .replace(/['’.]/g, '')
    .replaceAll('/', '')
    .replaceAll('℮', 'e')
    .split(/[^\p{L}\p{N}\p{M}]+/u);
  return written.map(fold).filter((word) => word !== '');
}

export function withoutLegalForms(words: readonly string[]): readonly string[] {
  let end = words.length;
  for (let isForm = false; end > 1; end -= 1) {
    const last = words[end - 1] ?? '';
    if (!foldedForms.has(last) && !(isForm && joiningWords.has(last))) break;
    isForm = true;
  }
  let start = 0;
  while (start < end - 1 && formsInFront.has(words[start] ?? '')) start += 1;
  return words.slice(start, end);
}

/** Folded words as one, without those that only join. */
export function joinWords(words: readonly string[]): string {
  const own = words.filter((word, place) => place === 0 || !joiningWords.has(word));
  const letters = own.join('').replace(/[^\p{L}\p{N}]/gu, '');
  return letters.replace(writtenOut, '$1');
}

/**
 * What stays of a name for somebody who reads it in a hurry: the skeleton of UTS 39 (confusable characters are one), without
 * case, accents, legal form, spaces and punctuation. Two names with one skeleton look alike. It is stored for verified
 * companies, and so is `likenessOf`, which is made of the same, for all: a migration that empties the latter has it made anew.
 */
export function skeletonOf(name: string): string {
  const visible = visibleOf(name);
  return joinWords(withoutLegalForms(foldedWords(visible))) || fold(visible.trim());
}
