import { normalizeUnicode } from '../../../platform/text/index.ts';

/** What is read of a text; pay never stands behind it. */
const longestText = 60_000;

const entities: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['ndash', '-'],
  ['mdash', '-'],
  ['euro', '€'],
  ['pound', '£'],
  ['yen', '¥'],
  ['amp', '&'],
  ['rsquo', "'"],
  ['bull', '•'],
]);

/** Letters that lose their marks, a character for a character. */
const folded = new Map<string, string>();

function fold(letter: string): string {
  let plain = folded.get(letter);
  if (plain === undefined) {
    plain = normalizeUnicode(letter, 'NFD').slice(0, 1).toLowerCase();
    if (plain.length !== 1) plain = letter;
    if (folded.size < 5_000) folded.set(letter, plain);
  }
  return plain;
}

/** A text without markup, and the same text in lower case and without marks; each character stands at the same place in both. */
export interface PlainText {
  readonly plain: string;
  readonly folded: string;
}

/** Dashes of all kinds become '-', spaces of all kinds ' ', apostrophes of all kinds "'". */
export function plainText(text: string): PlainText {
  const plain = normalizeUnicode(text.slice(0, longestText), 'NFC')
    .replace(/<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|section)\b[^<>]{0,200}>/gi, '\n')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, ' ')
    .replace(/&([a-z]{3,5});/g, (whole, name: string) => entities.get(name) ?? whole)
    .replace(/&#(\d{2,5});/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g, '-')
    .replace(/[\u00A0\u2000-\u200A\u202F\u205F\u3000\t]/g, ' ')
    .replace(/[\u2018\u2019\u02BC\u00B4`]/g, "'")
    .replace(/[\u200B-\u200D\u2060\uFEFF\u00AD*_\\]/g, ' ')
    .replace(/\r/g, '\n')
    // Its small form is two characters.
    .replaceAll('İ', 'I');
  return {
    plain,
    folded: plain
      .toLowerCase()
      .replace(/[^ -~\n]/g, fold)
      .padEnd(plain.length),
  };
}
