import { normalizeUnicode } from '../../../platform/text/index.ts';
import type { VocabularyLanguage } from './vocabulary.ts';

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

const decomposed = (text: string): string =>
  normalizeUnicode(text, 'NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßøłđæœı]/g, (letter) => undecomposed.get(letter) ?? letter);

/** The letters of Latin-1 and its extensions, which most texts need, without their marks. */
const latin: readonly string[] = Array.from({ length: 0x180 }, (_, code) =>
  decomposed(String.fromCharCode(code)),
);

/** A word in lower case and without diacritics. */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  let folded = '';
  let from = 0;
  for (let at = 0; at < lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    if (code < 128) continue;
    if (code >= latin.length) return decomposed(lower);
    folded += lower.slice(from, at) + (latin[code] ?? '');
    from = at + 1;
  }
  return from === 0 ? lower : folded + lower.slice(from);
}

/** Shorter words and those with digits or signs have no endings that could be taken off. */
const shortestInflected = 4;
const inflected = /^[a-z]+$/;

/** Takes the endings of number, gender and case from a folded word. */
export function stem(word: string, language: VocabularyLanguage): string {
  if (word.length < shortestInflected || !inflected.test(word)) return word;
  return stemmers[language](word);
}

const stemmers: Readonly<Record<VocabularyLanguage, (word: string) => string>> = {
  en: stemEnglish,
  de: stemGerman,
  fr: stemFrench,
  es: stemSpanish,
};

function stemEnglish(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ches|shes|sses|xes)$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !/(?:ss|us|is|ics)$/.test(word) ? word.slice(0, -1) : word;
}

function stemGerman(word: string): string {
  const base = /e[lr]n$/.test(word) && word.length > 5 ? word.slice(0, -1) : word;
  // An 'Elektroniker' is a person, 'Elektronik' a skill.
  if (base.endsWith('iker')) return base;
  if (base.length > 5 && /(?:en|er|es|em)$/.test(base)) return base.slice(0, -2);
  if (base.length > 4 && (base.endsWith('e') || (base.endsWith('s') && !base.endsWith('ss')))) {
    return base.slice(0, -1);
  }
  return base;
}

function stemFrench(word: string): string {
  const singular = word.endsWith('s') || word.endsWith('x') ? word.slice(0, -1) : word;
  return singular.length > 4 && singular.endsWith('e') ? singular.slice(0, -1) : singular;
}

/** A word of Spanish without its number and gender. @param word in lower case without accents */
export function stemSpanish(word: string): string {
  const singular =
    word.length > 5 && /[lnrdzjs]es$/.test(word)
      ? word.slice(0, -2)
      : word.endsWith('s')
        ? word.slice(0, -1)
        : word;
  return singular.length > 4 && /[aoe]$/.test(singular) ? singular.slice(0, -1) : singular;
}

/** Words that join others and that spellings may have or lack between them: 'soins de plaies' and 'soins des plaies'. */
export const joiningWords: ReadonlySet<string> = new Set(
  'and of the for und der die das des dem den von zur zum et de du la le les l d y e el los las del al'.split(
    ' ',
  ),
);

/** How two words of a text stand to each other. */
export const gap = {
  /** One after another: a space, a hyphen, a slash, a dot without a space, an apostrophe. */
  joined: 0,
  comma: 1,
  clause: 2,
  sentence: 3,
} as const;

/** The words of a text: where each begins and ends, and what stands before it. */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly gaps: Uint8Array;
  /** A number of the characters of each, by which equal words are found again. */
  readonly hashes: Int32Array;
}

const letter = 1;
const joint = 2;
const comma = 3;
const sentenceEnd = 4;
const blank = 5;
const lineEnd = 6;
const dot = 7;
const other = 0;

/** What a character is, for the first 1,024 of Unicode; later ones are looked at by a pattern. */
const classes = new Uint8Array(1024);
for (let code = 0; code < classes.length; code += 1) {
  const character = String.fromCharCode(code);
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) classes[code] = letter;
  else if ("-/&'_".includes(character)) classes[code] = joint;
  else if (character === ',') classes[code] = comma;
  else if (character === '.') classes[code] = dot;
  else if ('!?;|*·'.includes(character)) classes[code] = sentenceEnd;
  else if (character === '\n' || character === '\r') classes[code] = lineEnd;
  else if (/\s/.test(character)) classes[code] = blank;
}

function classOf(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 1024) return classes[code] ?? other;
  if (code === 0x2019 || code === 0x2010 || code === 0x2011) return joint;
  if (code === 0x2022 || code === 0x2023 || code === 0x25cf || code === 0x25aa) return sentenceEnd;
  if (/[\p{L}\p{N}\p{M}]/u.test(text.charAt(at))) return letter;
  return code === 0x2009 || code === 0x202f || code === 0x200b ? blank : other;
}

const plus = 43;
const hash = 35;
const longestWord = 80;

/**
 * Takes a text apart, into memory of its own or that of the buffer. A word is a run of letters and digits with the signs that belong to a name: the '#' of 'C#', the pluses
 * of 'C++', the dot of '.NET' wherever it stands.
 */
export function readWords(text: string, buffer: WordBuffer = createWordBuffer()): Words {
  let count = 0;
  let between: number = gap.sentence;
  let joints = 0;
  let at = 0;

  while (at < text.length) {
    const kind = classOf(text, at);
    if (kind === letter) {
      const start = at;
      const end = Math.min(text.length, start + longestWord);
      let hash = 0;
      while (at < end && (classOf(text, at) === letter || isSign(text.charCodeAt(at)))) {
        hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
        at += 1;
      }
      if (count === buffer.gaps.length) grow(buffer);
      buffer.starts[count] = isDotNet(text, start, at) ? start - 1 : start;
      buffer.ends[count] = at;
      buffer.gaps[count] = between;
      buffer.hashes[count] = hash;
      count += 1;
      between = gap.joined;
      joints = 0;
      continue;
    }
    at += 1;
    if (kind === blank) continue;
    if (kind === joint) {
      joints += 1;
      if (joints > 1) between = Math.max(between, gap.clause);
    } else if (kind === dot) {
      const next = at < text.length ? classOf(text, at) : lineEnd;
      if (next === letter) joints += 1;
      else between = gap.sentence;
    } else if (kind === lineEnd || kind === sentenceEnd) between = gap.sentence;
    else between = Math.max(between, kind === comma ? gap.comma : gap.clause);
  }
  return { count, ...buffer };
}

const isSign = (code: number): boolean => code === plus || code === hash;

function isDotNet(text: string, start: number, end: number): boolean {
  return (
    end - start === 3 && text.charAt(start - 1) === '.' && text.slice(start, end).toLowerCase() === 'net'
  );
}

/** Memory for the words of one text after another; the next text overwrites those of the last one. */
interface WordBuffer {
  starts: Int32Array;
  ends: Int32Array;
  gaps: Uint8Array;
  hashes: Int32Array;
}

export const createWordBuffer = (): WordBuffer => ({
  starts: new Int32Array(64),
  ends: new Int32Array(64),
  gaps: new Uint8Array(64),
  hashes: new Int32Array(64),
});

function grow(buffer: WordBuffer): void {
  const capacity = buffer.gaps.length * 2;
  const grown = {
    starts: new Int32Array(capacity),
    ends: new Int32Array(capacity),
    gaps: new Uint8Array(capacity),
    hashes: new Int32Array(capacity),
  };
  grown.starts.set(buffer.starts);
  grown.ends.set(buffer.ends);
  grown.gaps.set(buffer.gaps);
  grown.hashes.set(buffer.hashes);
  Object.assign(buffer, grown);
}

const ofSpellings = createWordBuffer();

/** The folded words of a spelling, without those that join. */
export function spellingWords(spelling: string): { readonly raw: string; readonly folded: string }[] {
  const { count, starts, ends } = readWords(spelling, ofSpellings);
  const words = Array.from({ length: count }, (_, place) => {
    const raw = spelling.slice(starts[place], ends[place]);
    return { raw, folded: fold(raw) };
  });
  // In capitals they are part of a name: the 'D' of 'R&D'.
  const told = words.filter(({ raw }, place) => place === 0 || !joiningWords.has(raw));
  return told.length > 0 ? told : words;
}
