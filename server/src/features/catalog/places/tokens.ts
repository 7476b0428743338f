import { foldWord, wordPattern } from './fold.ts';

/** A word of a text, with what stands between it and the word before. */
export interface Token {
  readonly text: string;
  readonly key: string;
  readonly before: string;
}

/** A part of a text that stands for itself: a line, a sentence. */
export type Sentence = readonly Token[];

/** Short forms whose dot ends no sentence. */
const abbreviations: ReadonlySet<string> = new Set(
  'st ft mt str ste no nr dr inc ave blvd rd ca co corp ee uu approx incl inkl bzw ggf z b i e m w d usa'.split(
    ' ',
  ),
);

/** The words of a text in its sentences, at most so many words. */
export function sentencesOf(text: string, mostWords: number): Sentence[] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  let end = 0;
  let count = 0;
  for (const match of text.matchAll(wordPattern)) {
    const [word] = match;
    const before = text.slice(end, match.index);
    const previous = current.at(-1);
    if (previous !== undefined && endsSentence(before, previous, word)) {
      sentences.push(current);
      current = [];
    }
    current.push({ text: word, key: foldWord(word), before });
    end = match.index + word.length;
    count += 1;
    if (count >= mostWords) break;
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

function endsSentence(between: string, { key }: Token, next: string): boolean {
  if (/[\n\r]/.test(between)) return true;
  if (/[!?…]/.test(between)) return true;
  if (!/\.\s/.test(between) || key.length < 2 || abbreviations.has(key)) return false;
  return /^\p{Lu}/u.test(next);
}

/** What stands between two words, as far as it matters to a name that goes over both. */
export type Gap = 'soft' | 'bracket' | 'tight' | 'list';

/**
 * `soft`: a name may go over it; `bracket`: a name that is known with it may; `tight`: it joins a place and what it lies
 * in, as a comma does; `list`: it parts places.
 */
export function gapOf({ before, text }: Token): Gap {
  const signs = before.trim();
  if (signs === '' || signs === '.' || signs === "'" || signs === '’') return 'soft';
  if (/^[-‐‑]$/.test(before)) return /^\p{N}/u.test(text) ? 'tight' : 'soft';
  if (/[;|•·/&+¦\\]/.test(signs)) return signs === '/' ? 'bracket' : 'list';
  if (signs === '(' || signs === ')') return 'bracket';
  return 'tight';
}
