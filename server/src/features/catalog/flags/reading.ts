import unhomoglyph from 'unhomoglyph';
import { normalizeUnicode } from '../../../platform/text/index.ts';

/** A word as it is compared: lower case, without accents, in Latin letters; with its place in the text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export type Sentence = readonly Word[];

/** A longer sentence is taken for several, so that what stands far apart has nothing to do with each other. */
const longestSentence = 100;
const longestWord = 40;

/** Letters that no decomposition takes apart. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['º', 'o'],
  ['ª', 'a'],
  ['ω', 'w'],
]);
const capitals = Array.from('abcdefghijklmnopqrstuvwxyz');
/** Small capitals and letters in boxes, which are in no list of confusables. */
const drawnLetters: ReadonlyMap<string, string> = new Map([
  ...Array.from('ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡ\u0000ʏᴢ', (drawn, place): [string, string] => [
    drawn,
    capitals[place] ?? '',
  ]),
  ...[0x1f130, 0x1f150, 0x1f170].flatMap((first) =>
    capitals.map((letter, place): [string, string] => [String.fromCodePoint(first + place), letter]),
  ),
]);

const marks = /\p{M}/gu;
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}\p{M}]/u;
const letterOrDigit = /[\p{L}\p{N}]/u;
const kept = /^[a-z0-9]+$/;
const pictograph = /\p{Extended_Pictographic}/u;

/** What of a character counts: letters and digits as they are compared, '' for what nobody sees, null for what parts words. */
function foldCharacter(character: string): string | null {
  if (invisible.test(character)) return '';
  const plain = normalizeUnicode(character, 'NFKD').replace(marks, '').toLowerCase();
  const latin = letters.get(plain) ?? plain;
  if (kept.test(latin)) return latin;
  const drawn = drawnLetters.get(character);
  if (drawn !== undefined) return drawn;
  if (!letterOrDigit.test(character)) return null;
  for (const form of [character, character.toUpperCase()]) {
    const alike = normalizeUnicode(unhomoglyph(form), 'NFKD').replace(marks, '').toLowerCase();
    if (kept.test(alike)) return alike === 'rn' ? 'm' : alike;
  }
  return plain;
}

interface Folded {
  readonly text: string | null;
  readonly isSpace: boolean;
  readonly isBreak: boolean;
}

/** Signs that are words of their own. */
const signs: ReadonlySet<string> = new Set('€$£¥₹@+%');
const sentenceEnds: ReadonlySet<string> = new Set('.!?…;');
const breaks: ReadonlySet<string> = new Set('\n\r•');
const wordJoints: ReadonlySet<string> = new Set(".,'’");

/** What stands for a letter inside of a word. */
const letterSigns: ReadonlyMap<string, string> = new Map([
  ['|', 'l'],
  ['!', 'i'],
  ['$', 's'],
]);
const dashes: ReadonlySet<string> = new Set('-–—');

/** German writes ä as ae where it has no ä; both are read as one. */
const withoutUmlauts = (text: string) => (text.length < 4 ? text : text.replace(/([aou])e/g, '$1'));

/** A sentence that is set over several lines is no longer than this, lest lists of a posting are one sentence. */
const mostOverLines = 12;
/** The end of a line, signs of lists and a small letter: what stands before goes on. */
const continuation = /^[\s•*·–—-]{0,8}\p{Ll}/u;

/** Whether a sentence goes on behind the end of a line. */
const goesOn = (text: string, next: number, words: number, ending: string) =>
  ending === '' && words > 0 && words < mostOverLines && continuation.test(text.slice(next, next + 10));

/**
 * Reads a text as sentences of comparable words. Each character is looked at once, so it takes time in proportion to the
 * length of the text, whatever it says. Characters that only look like letters are read as those, and letters that are
 * spaced or dotted out (`W.h.a.t.s A p p`) as the word that they make.
 */
export function readSentences(text: string): Sentence[] {
  const folds = new Map<string, Folded>();
  const fold = (character: string) => {
    let folded = folds.get(character);
    if (folded === undefined) {
      const text = foldCharacter(character);
      folded = {
        text,
        isSpace: text === null && /\s/.test(character),
        isBreak: breaks.has(character) || (text === null && pictograph.test(character)),
      };
      folds.set(character, folded);
    }
    return folded;
  };

  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let word = '';
  let start = 0;
  let end = 0;

  const endWord = () => {
    if (word !== '') words.push({ text: word.slice(0, longestWord), start, end });
    word = '';
  };
  const endSentence = () => {
    endWord();
    if (words.length > 0) sentences.push(joined(words));
    words = [];
  };

  let at = 0;
  let ending = '';
  for (const character of text) {
    const { text: folded, isSpace, isBreak } = fold(character);
    const next = at + character.length;
    if (ending !== '') {
      // A dot ends a sentence where a space follows, unless it stands behind an abbreviation.
      const last = words.at(-1)?.text ?? '';
      if (isSpace && (ending !== '.' || last.length > 2)) endSentence();
      ending = '';
    }
    if (folded === null) {
      const joins =
        wordJoints.has(character) && /[0-9]$/.test(word.slice(-1)) && /[0-9]/.test(text[next] ?? '');
      const letter = letterSigns.get(character);
      if (joins) word += '.';
      else if (letter !== undefined && /[a-z]$/.test(word.slice(-1)) && letterOrDigit.test(text[next] ?? ''))
        word += letter;
      else {
        const isWhole =
          (character === ',' || character === '.') && dashes.has(text[next] ?? '') && /^[0-9.]+$/.test(word);
        endWord();
        // '149,-' is an amount.
        if (isWhole) words.push({ text: '€', start: at, end: next + 1 });
        if (signs.has(character)) words.push({ text: character, start: at, end: next });
        if (sentenceEnds.has(character)) ending = character;
        if (isBreak && !goesOn(text, next, words.length, ending)) endSentence();
      }
    } else if (folded !== '') {
      if (word === '') start = at;
      if (word.length < longestWord) word += folded;
      end = next;
    }
    if (words.length >= longestSentence) endSentence();
    at = next;
  }
  endSentence();
  return sentences;
}

const isLetter = ({ text }: Word) => text.length === 1 && text >= 'a' && text <= 'z';
/** How few letters one by one are a word that was taken apart, and how far they may be from each other. */
const fewestLetters = 4;
const widestGap = 3;

/** Puts together what was spaced out, and takes digits for the letters that they look like. */
function joined(words: readonly Word[]): Word[] {
  const result: Word[] = [];
  let run: Word[] = [];
  const endRun = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (run.length >= fewestLetters && first !== undefined && last !== undefined) {
      result.push({ text: run.map(({ text }) => text).join(''), start: first.start, end: last.end });
    } else result.push(...run);
    run = [];
  };
  for (const word of words) {
    const before = run.at(-1);
    if (before !== undefined && word.start - before.end > widestGap) endRun();
    if (isLetter(word)) run.push(word);
    else {
      endRun();
      result.push(word);
    }
  }
  endRun();
  return result.map((word) => ({ ...word, text: plainWord(word.text) }));
}

const digitsAsLetters: ReadonlyMap<string, string> = new Map([
  ['0', 'o'],
  ['1', 'i'],
  ['3', 'e'],
  ['4', 'a'],
  ['5', 's'],
  ['7', 't'],
]);

/** A word of letters with few digits in it is one whose letters were replaced. */
function plainWord(word: string): string {
  const digits = word.replace(/[^0-9]/g, '').length;
  const isMixed = digits > 0 && word.length >= 5 && digits * 2 < word.length && /^[a-z0-9]+$/.test(word);
  return withoutUmlauts(
    isMixed ? Array.from(word, (character) => digitsAsLetters.get(character) ?? character).join('') : word,
  );
}
