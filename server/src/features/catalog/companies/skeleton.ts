import unhomoglyph from 'unhomoglyph';
import { normalizeUnicode } from '../../../platform/text/index.ts';
import { formsInFront, gluedForms, moreLegalForms } from './legal-forms.ts';
import { legalForms } from './normalized-name.ts';

/** Characters that a reader takes for another, beside the confusables of Unicode: digits for letters. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'l'],
  ['i', 'l'],
  ['|', 'l'],
  ['5', 's'],
  ['ƨ', 's'],
  ['!', 'l'],
  // What the confusables make of letters of other alphabets that are a Latin one to a reader.
  ['π', 'n'],
  ['η', 'n'],
  ['ʍ', 'm'],
  ['τ', 't'],
  ['κ', 'k'],
  ['ĸ', 'k'],
  ['β', 'b'],
  ['ʜ', 'h'],
  ['λ', 'a'],
  ['ε', 'e'],
  ['ǝ', 'e'],
  ['ɜ', 'e'],
  ['ω', 'w'],
  ['μ', 'u'],
  ['χ', 'x'],
  // Small capitals.
  ...Array.from('ᴀʙᴄᴅᴇꜰɢɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ', (character, place): [string, string] => [
    character,
    'abcdefgijklmnopqrstuvwyz'.charAt(place),
  ]),
]);
/** Cyrillic letters whose capitals and small letters the confusables take for different ones, or for none. */
const cyrillic: ReadonlyMap<string, string> = new Map(
  Array.from('бвгджзиклмнптцчшщъьэєюя', (letter, place) => [letter, 'bbraxenknmhntuuwwbbeeor'.charAt(place)]),
);
/** Signs that stand in for a letter beside one: 'Nordl!cht', and not 'Yahoo!'. */
const signsInWords = /[!|¡$€£@℮](?=\p{L})|(?<=\p{L})[$€£@℮]/gu;
const lettersBySign: ReadonlyMap<string, string> = new Map([
  ['!', 'l'],
  ['|', 'l'],
  ['¡', 'l'],
  ['$', 's'],
  ['€', 'e'],
  ['£', 'l'],
  ['@', 'a'],
  ['℮', 'e'],
]);
/** Digits that stand in for a letter in a word, each for itself; 0, 1 and 5 do everywhere. */
const lettersByDigit: ReadonlyMap<string, string> = new Map([
  ['3', 'e'],
  ['4', 'a'],
  ['7', 't'],
  ['8', 'b'],
  ['9', 'g'],
]);

/** Names are short; nothing longer is read. */
const mostCharacters = 200;

/** Characters that nobody sees. */
const invisible = /[\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const marks = /\p{M}/gu;

/** The skeleton of UTS 39 without accents, the same for both cases: a Cyrillic 'С' is a 'C', its 'с' a 'c'. */
export function fold(text: string): string {
  const bare = normalizeUnicode(text, 'NFKD').replace(marks, '');
  let folded = Array.from(bare, (letter) => cyrillic.get(letter.toLowerCase()) ?? letter).join('');
  for (const _ of ['as it is written', 'in lower case']) {
    folded = normalizeUnicode(unhomoglyph(normalizeUnicode(folded, 'NFKD').replace(marks, '')), 'NFKD')
      .replace(marks, '')
      .toLowerCase();
  }
  const letters = Array.from(folded, (character) => lookalikes.get(character) ?? character).join('');
  // 'rn' is what the confusables make of an 'm'; two v's are a 'w' to many.
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

/** Forms as they are found: folded, without what parts their words. Capitals of other alphabets look like other letters. */
function foldedForms(forms: readonly string[]): ReadonlySet<string> {
  const both = forms.flatMap((form) => [form, form.toUpperCase()]);
  return new Set(both.map((form) => partsOf(form).map(fold).join('')));
}
/** All that are known, beside those by which companies of sources are told apart. */
const endForms = foldedForms([...legalForms, ...moreLegalForms]);
const frontForms = foldedForms(formsInFront);
/** A form has no more words, and no more letters. */
const mostWordsOfForm = 8;
const mostLettersOfForm = 60;
/** 'Müller & Söhne', 'Müller und Söhne' and 'Müller Söhne' are one to a reader. */
const joiningWords: ReadonlySet<string> = new Set(['and', 'und', 'et', 'og', 'en'].map(fold));
/** German vowels as they are written where there are no dots: 'Mueller' is 'Müller'. */
const writtenOut = /([aou])e/g;

/** A name as it is shown: without what nobody sees, and with one form for characters that have several. */
export function visibleOf(name: string): string {
  const shown = name.replace(invisible, '').replace(/[™℠®©]/g, '');
  return normalizeUnicode(lettersOfSigns(shown.slice(0, mostCharacters)), 'NFKC');
}

/** Squared and circled letters that Unicode does not take for letters: '🅽', '🅝', '🇳'. */
function lettersOfSigns(text: string): string {
  return text.replace(/[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const first = code >= 0x1f1e6 ? 0x1f1e6 : code >= 0x1f170 ? 0x1f170 : 0x1f150;
    return String.fromCodePoint(0x41 + code - first);
  });
}

function partsOf(visible: string): string[] {
  const written = visible
    .replace(gluedForms, ' $& ')
    .replace(/['’.]/g, '')
    .replaceAll('/', '')
    .replace(signsInWords, (sign) => lettersBySign.get(sign) ?? sign);
  return written.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** The words of a visible text, folded. A legal form may be written with characters that only look like it. */
export function foldedWords(visible: string): readonly string[] {
  return withoutGaps(partsOf(visible))
    .map((word) => fold(withoutDigits(word)))
    .filter((word) => word !== '');
}

/** Words whose letters stand apart are one each: 'N o r d l i c h t'. A few behind a name may be a legal form, as in 's. r. o.'. */
function withoutGaps(words: readonly string[]): string[] {
  const found: string[] = [];
  let start = 0;
  while (start < words.length) {
    let end = start;
    while (end < words.length && isOneLetter(words[end] ?? '')) end += 1;
    const isSpaced = end - start >= (start === 0 ? 3 : 6);
    if (isSpaced) found.push(words.slice(start, end).join(''));
    else found.push(...words.slice(start, Math.max(end, start + 1)));
    start = Math.max(end, start + 1);
  }
  return found;
}

const isOneLetter = (word: string): boolean => word.replace(marks, '').length === 1;

/** A word with letters for digits that stand in for them: '3nergie' is 'energie', and 'Check24' is what it was. */
function withoutDigits(word: string): string {
  const letters = word.replace(/[^\p{L}]/gu, '').length;
  if (letters < 3) return word;
  return word.replace(/(?<!\d)[34789](?!\d)/g, (digit) => lettersByDigit.get(digit) ?? digit);
}

/** How many words at the end, or at the front, are a legal form; 0: none. */
function wordsOfForm(words: readonly string[], forms: ReadonlySet<string>, side: 'front' | 'end'): number {
  let joined = '';
  let found = 0;
  for (let count = 1; count < words.length && count <= mostWordsOfForm; count += 1) {
    const word = (side === 'end' ? words.at(-count) : words[count - 1]) ?? '';
    joined = side === 'end' ? word + joined : joined + word;
    if (joined.length > mostLettersOfForm) break;
    if (forms.has(joined)) found = count;
  }
  return found;
}

export function withoutLegalForms(words: readonly string[]): readonly string[] {
  let rest = words;
  for (let isForm = false; rest.length > 1; isForm = true) {
    const count = wordsOfForm(rest, endForms, 'end');
    if (count > 0) rest = rest.slice(0, -count);
    else if (isForm && joiningWords.has(rest.at(-1) ?? '')) rest = rest.slice(0, -1);
    else break;
  }
  for (;;) {
    const count = wordsOfForm(rest, frontForms, 'front');
    if (count === 0) return rest;
    rest = rest.slice(count);
  }
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
