import { normalizeUnicode } from '../../../../platform/text/index.ts';

const languages = ['en', 'de', 'fr', 'es'] as const;
export type ResumeLanguage = (typeof languages)[number];

/** A word as tables have it: lower case, without diacritics. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\x20-\x7e]*$/.test(lower)) return lower;
  return normalizeUnicode(lower, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[’‘`´]/g, "'");
}

export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}+#]+/gu) ?? [];
}

const functionWords: Readonly<Record<ResumeLanguage, ReadonlySet<string>>> = {
  en: new Set('the and of with for to in from on at by an is as work experience skills education'.split(' ')),
  de: new Set(
    'der die das und mit fur von im in bei zur zum des den als eine auf berufserfahrung kenntnisse ausbildung'.split(
      ' ',
    ),
  ),
  fr: new Set(
    'le la les et de des du avec pour dans en un une au aux sur experience competences formation'.split(' '),
  ),
  es: new Set(
    'el la los las y de del con para en un una por al se experiencia habilidades formacion educacion'.split(
      ' ',
    ),
  ),
};

/** The language of a text by its small words; English where nothing tells. */
export function languageOf(words: readonly string[]): ResumeLanguage {
  let best: ResumeLanguage = 'en';
  let most = 0;
  for (const language of languages) {
    const count = words.filter((word) => functionWords[language].has(word)).length;
    if (count > most) [best, most] = [language, count];
  }
  return best;
}
