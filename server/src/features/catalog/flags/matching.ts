import type { Concept } from './concepts.ts';
import { readSentences, type Sentence } from './reading.ts';

/**
 * The words of one language for each concept, separated by commas or line ends. `fee*` is a beginning, `*gebühr` an end and
 * `*kosten*` any part of a word; `..` stands for up to three words of any kind.
 */
export type Vocabulary = readonly (readonly [Concept, string])[];

interface Pattern {
  readonly concept: Concept;
  readonly elements: readonly Element[];
}

type Element =
  | { readonly kind: 'word' | 'start' | 'end' | 'part'; readonly text: string }
  | { readonly kind: 'gap' };

const widestGap = 3;
const shortestStart = 2;
const longestStart = 14;
const partLength = 3;
const mostKnownWords = 20_000;

/** Where a concept was found: the words from `first` to `last` of a sentence. */
export interface Finding {
  readonly concept: Concept;
  readonly first: number;
  readonly last: number;
}

export type FindConcepts = (sentence: Sentence) => Finding[];

/** Makes a finder of what the words of these languages stand for. Its time is in proportion to the number of words. */
export function createFindConcepts(vocabularies: readonly Vocabulary[]): FindConcepts {
  const patterns = vocabularies.flatMap((vocabulary) =>
    vocabulary.flatMap(([concept, phrases]) =>
      phrases
        .split(/[,\n]/)
        .map((phrase) => phrase.trim())
        .filter((phrase) => phrase !== '')
        .map((phrase) => ({ concept, elements: elementsOf(phrase) })),
    ),
  );
  const byWord = new Map<string, Pattern[]>();
  const byStart = new Map<string, Pattern[]>();
  const others: { readonly text: string; readonly kind: 'end' | 'part'; readonly pattern: Pattern }[] = [];
  for (const pattern of patterns) {
    const [first] = pattern.elements;
    if (first === undefined || first.kind === 'gap') throw new Error('a phrase begins with a word');
    if (first.kind === 'word') add(byWord, first.text, pattern);
    else if (first.kind === 'start') add(byStart, first.text, pattern);
    else others.push({ text: first.text, kind: first.kind, pattern });
  }
  const byPart = Map.groupBy(others, ({ text }) => text.slice(0, partLength));

  // Few words make up most of a text.
  const known = new Map<string, readonly Pattern[]>();
  const candidatesOf = (word: string): readonly Pattern[] => {
    let candidates = known.get(word);
    if (candidates === undefined) {
      candidates = [
        ...(byWord.get(word) ?? []),
        ...startsOf(word).flatMap((start) => byStart.get(start) ?? []),
        ...partsOf(word)
          .flatMap(([part, from]) =>
            (byPart.get(part) ?? []).filter(({ kind, text }) =>
              kind === 'end' ? word.slice(from) === text : word.startsWith(text, from),
            ),
          )
          .map(({ pattern }) => pattern),
      ];
      if (known.size >= mostKnownWords) known.clear();
      known.set(word, candidates);
    }
    return candidates;
  };

  return (sentence) => {
    const found: Finding[] = [];
    for (const [at, { text }] of sentence.entries()) {
      for (const { concept, elements } of candidatesOf(text)) {
        const last = lastOf(sentence, at + 1, elements, 1);
        if (last !== null) found.push({ concept, first: at, last });
      }
    }
    return found;
  };
}

const startsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, Math.min(word.length, longestStart) - shortestStart + 1) }, (_, place) =>
    word.slice(0, shortestStart + place),
  );

/** Three letters of a word and where they begin, from each place. */
const partsOf = (word: string): [string, number][] =>
  Array.from({ length: Math.max(0, word.length - partLength + 1) }, (_, from) => [
    word.slice(from, from + partLength),
    from,
  ]);

function add(map: Map<string, Pattern[]>, key: string, pattern: Pattern): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [pattern]);
  else list.push(pattern);
}

/** The place of the last word of a phrase whose next element is expected at `at`; null when it does not stand there. */
function lastOf(sentence: Sentence, at: number, elements: readonly Element[], next: number): number | null {
  const element = elements[next];
  if (element === undefined) return at - 1;
  if (element.kind === 'gap') {
    for (let skipped = 0; skipped <= widestGap; skipped++) {
      const last = lastOf(sentence, at + skipped, elements, next + 1);
      if (last !== null) return last;
    }
    return null;
  }
  const word = sentence[at];
  if (word === undefined || !fitsElement(word.text, element)) return null;
  return lastOf(sentence, at + 1, elements, next + 1);
}

function fitsElement(word: string, element: Exclude<Element, { kind: 'gap' }>): boolean {
  switch (element.kind) {
    case 'word':
      return word === element.text;
    case 'start':
      return word.startsWith(element.text);
    case 'end':
      return word.endsWith(element.text);
    case 'part':
      return word.includes(element.text);
  }
}

/** Phrases are read like texts, so that both are compared in one form. */
function elementsOf(phrase: string): Element[] {
  return phrase.split(/\s+/).flatMap((part): Element[] => {
    if (part === '..') return [{ kind: 'gap' }];
    const opens = part.startsWith('*');
    const closes = part.endsWith('*');
    const words = readSentences(part.replaceAll('*', '')).flat();
    return words.map(({ text }, place) => {
      const isFirst = place === 0 && opens;
      const isLast = place === words.length - 1 && closes;
      return {
        kind: isFirst && isLast ? 'part' : isFirst ? 'end' : isLast ? 'start' : 'word',
        text,
      };
    });
  });
}
