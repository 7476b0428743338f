import { createForms } from './forms.ts';
import { bytes, grown, words32 } from './growing.ts';
import { languages, stopWordBits } from './languages.ts';
import { createSpellings } from './spellings.ts';
import { firstTerm } from './streams.ts';
import { detached } from './words.ts';

/** The words of all documents by their numbers, and the ways to find them. */
export interface Vocabulary {
  readonly size: number;
  textOf(term: number): string;
  find(word: string): number | undefined;
  /** The number of a folded word, which it gets when it is new; undefined: there is no room for more words. */
  intern(word: string): number | undefined;
  /** Bits of the languages in which it says nothing. */
  stopBits(term: number): number;
  /** A document has it, or has it no more. @param language its place, `languages.length`: unknown */
  count(term: number, by: 1 | -1, language: number, isInHeadline: boolean): void;
  /** How many documents have it. */
  frequency(term: number): number;
  /** How many have it in title, company or skills. */
  headlineFrequency(term: number): number;
  /** The place of the language whose documents have it most often; `languages.length`: none. */
  languageOf(term: number): number;
  /** Words that begin so, at most so many are visited, in their order. */
  eachWithPrefix(prefix: string, most: number, visit: (term: number) => void): void;
  /** Words of nine letters and more that end so. */
  eachWithSuffix(suffix: string, most: number, visit: (term: number) => void): void;
  /** Words that have this stem in some language, and maybe a few others. */
  eachForm(base: string, visit: (term: number) => void): void;
  /** Words that so many edits lead to, with how many it takes. */
  similar(word: string, most: number): { readonly term: number; readonly edits: number }[];
  readonly parts: VocabularyParts;
}

export interface VocabularyParts {
  texts: string[];
  frequencies: Uint32Array;
  headlineFrequencies: Uint32Array;
  /** Five for each term: documents of each language, and of an unknown one. */
  byLanguage: Uint32Array;
}

const mostTerms = 4_000_000;
const shortestCompound = 9;
const kindsOfText = languages.length + 1;
/** Words that came in since the order was made are looked at one by one. */
const mostUnsorted = 256;

export function createVocabulary(from?: VocabularyParts): Vocabulary {
  const parts: VocabularyParts = from ?? {
    // The first numbers are marks of streams.
    texts: Array.from({ length: firstTerm }, () => ''),
    frequencies: new Uint32Array(0),
    headlineFrequencies: new Uint32Array(0),
    byLanguage: new Uint32Array(0),
  };
  const { texts } = parts;
  const numbers = new Map<string, number>();
  const forms = createForms();
  const spellings = createSpellings((term) => texts[term] ?? '');
  let stops = new Uint8Array(0);
  const forwards = createOrder(texts, comparePlain, () => true);
  const backwards = createOrder(texts, compareFromEnd, (text) => text.length >= shortestCompound);

  function describe(term: number, word: string): void {
    numbers.set(word, term);
    forms.add(term, word);
    spellings.add(term, word);
    stops = grown(stops, term + 1, bytes);
    stops[term] = stopWordBits.get(word) ?? 0;
  }

  for (let term = firstTerm; term < texts.length; term += 1) describe(term, texts[term] ?? '');

  return {
    parts,
    get size() {
      return texts.length;
    },
    textOf: (term) => texts[term] ?? '',
    find: (word) => numbers.get(word),

    intern(word) {
      const known = numbers.get(word);
      if (known !== undefined) return known;
      const term = texts.length;
      if (term >= mostTerms) return undefined;
      const own = detached(word);
      texts.push(own);
      describe(term, own);
      parts.frequencies = grown(parts.frequencies, term + 1, words32);
      parts.headlineFrequencies = grown(parts.headlineFrequencies, term + 1, words32);
      parts.byLanguage = grown(parts.byLanguage, (term + 1) * kindsOfText, words32);
      return term;
    },

    stopBits: (term) => stops[term] ?? 0,

    count(term, by, language, isInHeadline) {
      const { frequencies, headlineFrequencies, byLanguage } = parts;
      frequencies[term] = (frequencies[term] ?? 0) + by;
      if (isInHeadline) headlineFrequencies[term] = (headlineFrequencies[term] ?? 0) + by;
      const place = term * kindsOfText + language;
      byLanguage[place] = (byLanguage[place] ?? 0) + by;
    },

    frequency: (term) => parts.frequencies[term] ?? 0,
    headlineFrequency: (term) => parts.headlineFrequencies[term] ?? 0,

    languageOf(term) {
      let best: number = languages.length;
      let most = 0;
      for (let language = 0; language < languages.length; language += 1) {
        const count = parts.byLanguage[term * kindsOfText + language] ?? 0;
        if (count <= most) continue;
        most = count;
        best = language;
      }
      return best;
    },

    eachWithPrefix: (prefix, most, visit) =>
      forwards.each(
        (text) => text.startsWith(prefix),
        (text) => comparePlain(text, prefix) < 0,
        most,
        visit,
      ),
    eachWithSuffix: (suffix, most, visit) =>
      backwards.each(
        (text) => text.endsWith(suffix),
        (text) => compareFromEnd(text, suffix) < 0,
        most,
        visit,
      ),

    eachForm: forms.each,
    similar: (word, most) => spellings.similar(word, most, (term) => (parts.frequencies[term] ?? 0) > 0),
  };
}

type Compare = (left: string, right: string) => number;

const comparePlain: Compare = (left, right) => (left < right ? -1 : left > right ? 1 : 0);

/** As if both were written backwards. */
const compareFromEnd: Compare = (left, right) => {
  const least = Math.min(left.length, right.length);
  for (let at = 1; at <= least; at += 1) {
    const difference = left.charCodeAt(left.length - at) - right.charCodeAt(right.length - at);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
};

/** An order over words that come in all the time: a sorted list, and the newest ones beside it. */
function createOrder(texts: readonly string[], compare: Compare, belongs: (text: string) => boolean) {
  let sorted = new Uint32Array(0);
  let seen = firstTerm;
  const textOf = (term: number) => texts[term] ?? '';

  function merge(): void {
    const fresh: number[] = [];
    for (let term = seen; term < texts.length; term += 1) if (belongs(textOf(term))) fresh.push(term);
    fresh.sort((one, other) => compare(textOf(one), textOf(other)));
    const merged = new Uint32Array(sorted.length + fresh.length);
    let from = 0;
    let at = 0;
    for (const term of fresh) {
      let low = from;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (compare(textOf(sorted[middle] ?? 0), textOf(term)) < 0) low = middle + 1;
        else high = middle;
      }
      merged.set(sorted.subarray(from, low), at);
      at += low - from;
      from = low;
      merged[at] = term;
      at += 1;
    }
    merged.set(sorted.subarray(from), at);
    sorted = merged;
    seen = texts.length;
  }

  return {
    each(
      fits: (text: string) => boolean,
      isBefore: (text: string) => boolean,
      most: number,
      visit: (term: number) => void,
    ): void {
      if (texts.length - seen > mostUnsorted) merge();
      let low = 0;
      let high = sorted.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (isBefore(textOf(sorted[middle] ?? 0))) low = middle + 1;
        else high = middle;
      }
      let left = most;
      for (; low < sorted.length && left > 0; low += 1, left -= 1) {
        const term = sorted[low] ?? 0;
        if (!fits(textOf(term))) break;
        visit(term);
      }
      for (let term = seen; term < texts.length && left > 0; term += 1) {
        const text = textOf(term);
        if (!fits(text) || !belongs(text)) continue;
        left -= 1;
        visit(term);
      }
    },
  };
}
