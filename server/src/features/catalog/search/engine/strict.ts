import { readSearchWords, type SearchTerm } from '../words.ts';
import type { SearchDocument } from './document.ts';
import { isIdle, type Language, stopWordBits } from './languages.ts';
import { stem } from './stems.ts';
import { fold, readWords } from './words.ts';

/**
 * The strict reading of a search: a word is answered by itself and its forms, a phrase by its words in a row, and nothing is
 * guessed. Whether a document answers depends on the two alone and on no other document, so that it can be decided at any time,
 * in any order and from either side: a search over all documents, or a document that looks for searches.
 */
export interface StrictWords {
  /** All units of one of them have to be there; null: every document. */
  readonly alternatives: readonly (readonly StrictUnit[])[] | null;
  /** What answers one of them is left out. */
  readonly excluded: readonly StrictUnit[];
}

/** What a search asks for, all in folded words. */
export type StrictUnit =
  | { readonly kind: 'word'; readonly word: string }
  /** The words in a row. */
  | { readonly kind: 'phrase'; readonly words: readonly string[] }
  /** Bound together, as in 'Node.js': the words in a row, or joined to one. */
  | { readonly kind: 'either'; readonly words: readonly string[]; readonly joined: readonly string[] }
  | { readonly kind: 'all'; readonly words: readonly string[] }
  | { readonly kind: 'never' };

const mostWords = 16;
/** 'innen', with a vowel that is taken off too. */
const longestEnding = 7;
const shortestStem = 3;

export function readStrictWords(text: string): StrictWords {
  const alternatives: StrictUnit[][] = [];
  const excluded: StrictUnit[] = [];
  for (const terms of readSearchWords(text)) {
    const units: StrictUnit[] = [];
    for (const term of terms) {
      const unit = unitOf(term);
      if (term.excluded) excluded.push(unit);
      else if (!isSaid(term, unit)) continue;
      else if (unit.kind === 'all') units.push(...unit.words.map(wordUnit));
      else units.push(unit);
    }
    if (units.length > 0) alternatives.push(units);
  }
  return { alternatives: alternatives.length === 0 ? null : alternatives, excluded };
}

/** What an alert leaves out beside its search: a line each, as a word or as a phrase. */
export const readStrictExclusions = (lines: readonly string[]): StrictUnit[] =>
  lines.map((text) => unitOf({ text, phrase: true, excluded: true, unfinished: false }));

/** A word that every text has restricts nothing; in quotes it does. */
function isSaid(term: SearchTerm, unit: StrictUnit): boolean {
  const isPlain = unit.kind === 'word' && !term.phrase && unit.word === fold(term.text);
  return !isPlain || !isIdle(term.text, unit.word);
}

const wordUnit = (word: string): StrictUnit => (word === '' ? { kind: 'never' } : { kind: 'word', word });

function unitOf(term: SearchTerm): StrictUnit {
  const parts: string[] = [];
  const joined: string[] = [];
  readWords(term.text, {
    word: (raw) => {
      if (parts.length < mostWords) parts.push(fold(raw));
    },
    joined: (raw) => joined.push(fold(raw)),
  });
  const [first] = parts;
  if (first === undefined) return { kind: 'never' };
  if (parts.length === 1) return wordUnit(first);
  // A slash lists, whatever else binds.
  if (!term.phrase && term.text.includes('/')) return { kind: 'all', words: parts };
  if (term.phrase || joined.length === 0) return { kind: 'phrase', words: parts };
  return { kind: 'either', words: parts, joined };
}

/** Languages by whose endings words are compared: English, and those that the person reads. */
export const strictLanguages = (read: Iterable<Language>): ReadonlySet<Language> => new Set(['en', ...read]);

/** With what every form of a word begins; null: it has no forms in the language. */
export function strictPrefix(asked: string, language: Language): string | null {
  const base = stem(asked, language);
  // Endings change the last letter of the stem: 'technology', 'technologies'.
  return base.length < shortestStem ? null : base.slice(0, Math.max(shortestStem, base.length - 1));
}

/** Whether a word of a document answers a word of a search: it is the same, or another form of it in one of the languages. */
export function isStrictForm(asked: string, word: string, languages: ReadonlySet<Language>): boolean {
  if (asked === word) return asked !== '';
  for (const language of languages) if (isFormIn(asked, word, language)) return true;
  return false;
}

function isFormIn(asked: string, word: string, language: Language): boolean {
  const prefix = strictPrefix(asked, language);
  if (prefix === null || !word.startsWith(prefix)) return false;
  const base = stem(asked, language);
  return word.length <= base.length + longestEnding && stem(word, language) === base;
}

/** What of a document is searched, in folded words. */
export interface StrictDocument {
  /** Each once; without those that only say something in a row with others. */
  readonly words: ReadonlySet<string>;
  /** All in their order, with an empty one behind each text. */
  readonly sequence: readonly string[];
}

/** Long texts repeat themselves; what is behind so many characters is not searched. */
export const mostCharacters = { title: 400, company: 200, skills: 4_000, text: 20_000 } as const;

export function readStrictDocument(
  document: Pick<SearchDocument, 'title' | 'company' | 'skills' | 'text'>,
  foldWord: (raw: string) => string = fold,
): StrictDocument {
  const words = new Set<string>();
  const sequence: string[] = [];
  const read = (field: keyof typeof mostCharacters, texts: readonly string[]) => {
    let left: number = mostCharacters[field];
    for (const text of texts) {
      const part = text.slice(0, left);
      left -= part.length;
      readWords(part, {
        word(raw) {
          const word = foldWord(raw);
          if (word === '') return;
          sequence.push(word);
          if (field === 'text' && isFiller(raw, word)) return;
          words.add(word);
        },
        joined(raw) {
          const word = foldWord(raw);
          if (word !== '') words.add(word);
        },
      });
      sequence.push('');
    }
  };
  read('title', [document.title]);
  read('company', [document.company]);
  read('skills', document.skills);
  read('text', [document.text]);
  return { words, sequence };
}

/** In a text only a name in capitals counts: 'IT'. */
const isFiller = (raw: string, word: string): boolean =>
  stopWordBits.has(word) && (raw.length < 2 || raw !== raw.toUpperCase());

/** Whether a document answers, as a plain loop: what everything quicker is held against. */
export function answersStrictly(
  { alternatives, excluded }: StrictWords,
  document: StrictDocument,
  languages: ReadonlySet<Language>,
): boolean {
  const has = (word: string) => [...document.words].some((other) => isStrictForm(word, other, languages));
  const holds = (unit: StrictUnit): boolean => {
    switch (unit.kind) {
      case 'word':
        return has(unit.word);
      case 'all':
        return unit.words.every(has);
      case 'phrase':
        return unit.words.every(has) && stands(unit.words, document.sequence, languages);
      case 'either':
        return (
          unit.joined.some(has) || (unit.words.every(has) && stands(unit.words, document.sequence, languages))
        );
      case 'never':
        return false;
    }
  };
  if (excluded.some(holds)) return false;
  return alternatives === null || alternatives.some((units) => units.every(holds));
}

const stands = (
  words: readonly string[],
  sequence: readonly string[],
  languages: ReadonlySet<Language>,
): boolean =>
  sequence.some((_, begin) =>
    words.every((word, place) => isStrictForm(word, sequence[begin + place] ?? '', languages)),
  );
