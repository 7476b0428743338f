import { contextForms } from './speech.ts';
import type { Concept, Spelling, VocabularyLanguage } from './vocabulary.ts';
import { spellingWords, stem } from './words.ts';

/** A spelling at the end of its path. */
export interface Entry {
  /** Place of the concept in the list. */
  readonly concept: number;
  readonly spelling: Spelling;
  /** A German noun alone counts only with its capital: 'Messen' are fairs, 'messen' is a verb. */
  readonly needsCapital: boolean;
  /** An English name alone counts in other languages only with its capital: the French 'vite' is no Vite. */
  readonly needsCapitalAbroad: boolean;
}

/**
 * The spellings as a trie over numbered words. A word has a number for each way to compare it: as it stands (names that are
 * written with a capital in English), without English endings, without those of another language; the numbers of each way are
 * its own, so a path never mixes languages by chance.
 */
export interface Dictionary {
  readonly concepts: readonly Concept[];
  /** The number of a folded word as it stands. */
  asWritten(word: string): number;
  /** The number of a stem of a language. */
  asStem(word: string, language: VocabularyLanguage): number;
  /** The node behind a word, or -1. */
  next(node: number, word: number): number;
  entriesAt(node: number): readonly Entry[];
  /** Bits of the trades for which a word is context. */
  contextOf(form: string): number;
  tradeBit(concept: number): number;
  /** The place of a concept in the list. */
  placeOf(id: string): number | undefined;
}

export const root = 0;
const none = -1;
/** Numbers of words stay below it, so that a node and a word make one integer. */
const mostWords = 1 << 15;
const mostNodes = 1 << 16;

export function createDictionary(concepts: readonly Concept[]): Dictionary {
  const numbers = new Map<string, number>();
  const edges = createEdges();
  const entries: (readonly Entry[])[] = [[]];
  const nothing: readonly Entry[] = [];
  const trades = new Map(concepts.map(({ trade }) => [trade.name, trade]));
  const bits = new Map([...trades.keys()].map((name, place) => [name, 1 << place]));
  const contexts = new Map<string, number>();
  for (const { name, context } of trades.values()) {
    for (const form of context.flatMap(contextForms)) {
      contexts.set(form, (contexts.get(form) ?? 0) | (bits.get(name) ?? 0));
    }
  }

  function numberOf(key: string): number {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = numbers.size;
    if (number >= mostWords) throw new Error('the vocabulary of skills has too many words');
    numbers.set(key, number);
    return number;
  }

  function add(concept: number, spelling: Spelling): void {
    const words = spellingWords(spelling.text);
    if (words.length === 0) return;
    let node: number = root;
    for (const { raw, folded } of words) {
      const number = numberOf(keyOf(raw, folded, spelling.language));
      let following = edges.get(node, number);
      if (following === none) {
        if (entries.length === mostNodes) throw new Error('the vocabulary of skills has too many spellings');
        following = entries.length;
        entries.push(nothing);
        edges.set(node, number, following);
      }
      node = following;
    }
    const isCapitalAlone = words.length === 1 && /^\p{Lu}/u.test(spelling.text);
    const needsCapital = isCapitalAlone && spelling.language === 'de';
    const needsCapitalAbroad = isCapitalAlone && spelling.language === 'en';
    entries[node] = [...(entries[node] ?? []), { concept, spelling, needsCapital, needsCapitalAbroad }];
  }

  concepts.forEach(({ spellings }, concept) => {
    for (const spelling of spellings) add(concept, spelling);
  });

  const places = new Map(concepts.map(({ id }, place) => [id, place]));
  return {
    concepts,
    placeOf: (id) => places.get(id),
    asWritten: (word) => numbers.get(`=${word}`) ?? none,
    asStem: (word, language) => numbers.get(`${language}${word}`) ?? none,
    next: (node, word) => edges.get(node, word),
    entriesAt: (node) => entries[node] ?? nothing,
    contextOf: (form) => contexts.get(form) ?? 0,
    tradeBit: (concept) => bits.get(concepts[concept]?.trade.name ?? '') ?? 0,
  };
}

/** How a word of a spelling is compared. */
function keyOf(raw: string, folded: string, language: VocabularyLanguage): string {
  const isName = language === 'en' && /^[\p{Lu}.]|\d/u.test(raw);
  return isName ? `=${folded}` : `${language}${stem(folded, language)}`;
}

interface Edges {
  get(node: number, word: number): number;
  set(node: number, word: number, next: number): void;
}

/** A hash table with open addressing from a node and a word to the next node. */
function createEdges(): Edges {
  let bits = 16;
  let size = 1 << bits;
  let keys = new Int32Array(size).fill(none);
  let values = new Int32Array(size);
  let count = 0;

  function placeOf(key: number): number {
    let place = Math.imul(key, 0x9e3779b1) >>> (32 - bits);
    while (keys[place] !== none && keys[place] !== key) place = (place + 1) & (size - 1);
    return place;
  }

  function grow(): void {
    const [oldKeys, oldValues] = [keys, values];
    bits += 1;
    size = 1 << bits;
    keys = new Int32Array(size).fill(none);
    values = new Int32Array(size);
    oldKeys.forEach((key, at) => {
      if (key === none) return;
      const place = placeOf(key);
      keys[place] = key;
      values[place] = oldValues[at] ?? none;
    });
  }

  return {
    get(node, word) {
      const place = placeOf(node * mostWords + word);
      return keys[place] === none ? none : (values[place] ?? none);
    },
    set(node, word, next) {
      if (count * 2 >= size) grow();
      const key = node * mostWords + word;
      const place = placeOf(key);
      keys[place] = key;
      values[place] = next;
      count += 1;
    },
  };
}
