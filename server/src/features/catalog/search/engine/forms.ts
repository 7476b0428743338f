import { grown, words32 } from './growing.ts';
import { languages } from './languages.ts';
import { stem } from './stems.ts';

/** Finds words by their stems. */
export interface Forms {
  add(term: number, word: string): void;
  /** Words that have this stem in some language; they may be others with the same number, too, so that they have to be looked at. */
  each(base: string, visit: (term: number) => void): void;
}

/** Other words are their own stem, and have no other form. */
const inflected = /^[a-z]{3,40}$/;
const leastHeads = 1_024;

/**
 * Each word is entered once for every different stem that it has in one of the languages, in a table of chains: `heads` by a
 * number that is made of the stem, `following` by the entry.
 */
export function createForms(): Forms {
  let heads = new Uint32Array(leastHeads);
  let terms = new Uint32Array(0);
  let numbers = new Uint32Array(0);
  let following = new Uint32Array(0);
  /** Entry 0 stands for none. */
  let entries = 1;

  function link(entry: number): void {
    const head = (numbers[entry] ?? 0) & (heads.length - 1);
    following[entry] = heads[head] ?? 0;
    heads[head] = entry;
  }

  function enter(term: number, number: number): void {
    if (entries === heads.length) {
      heads = new Uint32Array(heads.length * 2);
      for (let entry = 1; entry < entries; entry += 1) link(entry);
    }
    terms = grown(terms, entries + 1, words32);
    numbers = grown(numbers, entries + 1, words32);
    following = grown(following, entries + 1, words32);
    terms[entries] = term;
    numbers[entries] = number;
    link(entries);
    entries += 1;
  }

  return {
    add(term, word) {
      if (!inflected.test(word)) return;
      const own = new Set<number>();
      for (const language of languages) own.add(numberOf(stem(word, language)));
      for (const number of own) enter(term, number);
    },

    each(base, visit) {
      const number = numberOf(base);
      let entry = heads[number & (heads.length - 1)] ?? 0;
      while (entry !== 0) {
        if (numbers[entry] === number) visit(terms[entry] ?? 0);
        entry = following[entry] ?? 0;
      }
    },
  };
}

function numberOf(text: string): number {
  let number = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
  return (number ^ (number >>> 15)) >>> 0;
}
