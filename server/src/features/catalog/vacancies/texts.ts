import { decodeEntities, fold, foldUmlauts, hashOf, mendMisread, mix } from './folding.ts';
import { boilerplateCues, commonWords, type Language, languageOf } from './text-words.ts';

/** A sentence of a text, as hashes. */
export interface Sentence {
  readonly hash: number;
  /** The parts of its words that say something, each once, as `partsOf` gives them. */
  readonly words: readonly number[];
  readonly language: Language;
  /** Whether it says what all employers say, such as that they give everybody the same chance. */
  readonly isGeneral: boolean;
}

export interface TextFacts {
  readonly sentences: readonly Sentence[];
  /** A few hashes of sequences of words, by which copies find each other whatever stands above them. */
  readonly sketch: readonly number[];
}

const longestText = 20_000;
const mostSentences = 400;
const sketchSize = 3;
const sequence = 4;

const tag = /<\/?[a-z][^<>]*>/gi;
const uncased = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** @param ownWords folded words of the places and the company of the posting, which copies replace */
export function readText(text: string, ownWords: ReadonlySet<string>): TextFacts {
  // Folded at once, since that costs most; sentences are told apart by marks that it keeps.
  const plain = fold(decodeEntities(mendMisread(text.slice(0, longestText))).replace(tag, '\n'));
  const sentences: Sentence[] = [];
  const sequences = new Set<number>();
  for (const written of plain.split(/\n|[.!?;•·]\s|\s[-*–]\s/)) {
    if (sentences.length === mostSentences) break;
    const words = wordsOfSentence(written);
    if (words.length < 2) continue;
    const sentence = readSentence(words, ownWords);
    if (sentence.words.length === 0) continue;
    sentences.push(sentence);
    if (!sentence.isGeneral) addSequences(sentence.words, sequences);
  }
  const sketch = [...sequences].sort((a, b) => a - b).slice(0, sketchSize);
  return { sentences, sketch };
}

function wordsOfSentence(text: string): string[] {
  const words: string[] = [];
  for (const word of text.split(/[^\p{L}\p{N}\p{M}+#]+/u)) {
    if (word === '') continue;
    if (uncased.test(word)) {
      for (let at = 0; at + 1 < word.length; at++) words.push(word.slice(at, at + 2));
    } else words.push(word);
  }
  return words;
}

function readSentence(words: readonly string[], ownWords: ReadonlySet<string>): Sentence {
  const kept = new Set<number>();
  const plain: string[] = [];
  for (const word of words) {
    const weight = ownWords.has(word) ? null : commonWords.get(word);
    if (weight === null || weight === 0) continue;
    plain.push(stemOf(word));
    for (const part of partsOf(word, weight === undefined && word.length > 2)) kept.add(part);
  }
  const joined = ` ${words.join(' ')} `;
  return {
    hash: hashOf(plain.join(' ')),
    words: [...kept],
    language: languageOf(words),
    isGeneral: boilerplateCues.test(joined),
  };
}

/** Endings differ by gender and number, and umlauts by how a feed writes them. */
function stemOf(word: string): string {
  const folded = foldUmlauts(word);
  return folded.length > 5 && folded.endsWith('s') ? folded.slice(0, -1) : folded;
}

const wordLength = 7;
const partLength = 4;

/**
 * A long word is its beginning and its end, so that a copy in which it is mistyped still has one of both; together they weigh
 * as much as a short word. The lowest two bits tell the weight.
 */
export function partsOf(word: string, isTelling = true): readonly number[] {
  const form = stemOf(word);
  if (form.length < wordLength) return [withWeight(hashOf(form), isTelling ? 1 : 3)];
  const [weight, beginning] = [isTelling ? 2 : 3, form.slice(0, partLength)];
  const end = `${form.charAt(0)}~${form.slice(-partLength)}`;
  return [withWeight(hashOf(`${beginning}~`), weight), withWeight(hashOf(end), weight)];
}

const withWeight = (hash: number, weight: number): number => ((hash & ~3) | weight) >>> 0;
const weights: readonly number[] = [0, 1, 0.5, 0.2];

function addSequences(words: readonly number[], sequences: Set<number>): void {
  for (let at = 0; at + sequence <= words.length; at++) {
    let hash = 0;
    for (const word of words.slice(at, at + sequence)) hash = mix(Math.imul(hash, 31) + word);
    sequences.add(hash);
  }
}

/** The words of a text that say what is particular to the vacancy. */
export interface Core {
  readonly all: WeightedWords;
  readonly byLanguage: ReadonlyMap<Language, WeightedWords>;
}

export interface WeightedWords {
  readonly words: ReadonlySet<number>;
  readonly weight: number;
}

const weightOf = (part: number): number => weights[part & 3] ?? 0;

function weigh(sentences: Iterable<Sentence>): WeightedWords {
  const words = new Set<number>();
  let weight = 0;
  for (const sentence of sentences) {
    for (const word of sentence.words) {
      if (words.has(word)) continue;
      words.add(word);
      weight += weightOf(word);
    }
  }
  return { words, weight };
}

/** Tells whether a sentence is of those that stand in most postings of an employer. */
export type IsBoilerplate = (sentence: Sentence) => boolean;

export function coreOf(text: TextFacts, isBoilerplate: IsBoilerplate): Core {
  const own = text.sentences.filter((sentence) => !sentence.isGeneral && !isBoilerplate(sentence));
  const byLanguage = new Map<Language, WeightedWords>();
  for (const [language, sentences] of Map.groupBy(own, (sentence) => sentence.language)) {
    byLanguage.set(language, weigh(sentences));
  }
  return { all: weigh(own), byLanguage };
}

/** How much two texts have in common. */
export interface TextRelation {
  /** Weighted share of all words that both have. */
  readonly shared: number;
  /** Share of the words of the shorter one that the other has, too: 1 for a text that was cut. */
  readonly contained: number;
  /** Weight of the shorter one: of a few words nothing follows. */
  readonly weight: number;
}

export function compareTexts(a: Core, b: Core): TextRelation {
  const all = compareWords(a.all, b.all);
  if (all.shared > 0.8) return all;
  const languages = commonLanguages(a, b);
  if (languages === null) return all;
  return compareWords(selectWords(a, languages), selectWords(b, languages));
}

/** Where one text says things in a language that the other has not, only what both languages say is compared. */
function commonLanguages(a: Core, b: Core): readonly Language[] | null {
  const share = (core: Core, language: Language) =>
    (core.byLanguage.get(language)?.weight ?? 0) / Math.max(core.all.weight, 1);
  const languages: readonly Language[] = ['en', 'de', 'fr', 'es'];
  const common = languages.filter((language) => share(a, language) > 0.2 && share(b, language) > 0.2);
  const foreign = languages.some((language) =>
    [share(a, language), share(b, language)].some(
      (one, index, both) => one > 0.15 && (both[1 - index] ?? 0) < 0.03,
    ),
  );
  return common.length > 0 && foreign ? common : null;
}

function selectWords(core: Core, languages: readonly Language[]): WeightedWords {
  const words = new Set<number>();
  let weight = 0;
  for (const language of [...languages, '' as const]) {
    for (const word of core.byLanguage.get(language)?.words ?? []) {
      if (words.has(word)) continue;
      words.add(word);
      weight += weightOf(word);
    }
  }
  return { words, weight };
}

function compareWords(a: WeightedWords, b: WeightedWords): TextRelation {
  const [small, large] = a.words.size <= b.words.size ? [a, b] : [b, a];
  let common = 0;
  for (const word of small.words) if (large.words.has(word)) common += weightOf(word);
  const weight = Math.min(a.weight, b.weight);
  const union = a.weight + b.weight - common;
  return { shared: union === 0 ? 0 : common / union, contained: weight === 0 ? 0 : common / weight, weight };
}
