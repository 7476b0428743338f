import { countBits, createEditCounter, signatureOf } from './edits.ts';
import { grown, words32 } from './growing.ts';

/** Finds words that are spelled much like another one. */
export interface Spellings {
  add(term: number, word: string): void;
  /** Words that so many edits lead to, with how many it takes; the word itself is none of them. */
  similar(
    word: string,
    most: number,
    isWanted: (term: number) => boolean,
  ): { readonly term: number; readonly edits: number }[];
}

/** Words of one length, with the letters that each has. */
interface Shelf {
  terms: Uint32Array;
  signatures: Uint32Array;
  count: number;
}

/** @param textOf the word of a term */
export function createSpellings(textOf: (term: number) => string): Spellings {
  const shelves: Shelf[] = [];

  return {
    add(term, word) {
      while (shelves.length <= word.length) {
        shelves.push({ terms: new Uint32Array(0), signatures: new Uint32Array(0), count: 0 });
      }
      const shelf = shelves[word.length];
      if (shelf === undefined) return;
      shelf.terms = grown(shelf.terms, shelf.count + 1, words32);
      shelf.signatures = grown(shelf.signatures, shelf.count + 1, words32);
      shelf.terms[shelf.count] = term;
      shelf.signatures[shelf.count] = signatureOf(word);
      shelf.count += 1;
    },

    similar(word, most, isWanted) {
      const found: { term: number; edits: number }[] = [];
      const signature = signatureOf(word);
      const editsTo = createEditCounter(word);
      for (let length = Math.max(1, word.length - most); length <= word.length + most; length += 1) {
        const shelf = shelves[length];
        if (shelf === undefined) break;
        const { terms, signatures, count } = shelf;
        for (let at = 0; at < count; at += 1) {
          // One edit changes two letters at most.
          const difference = (signatures[at] ?? 0) ^ signature;
          if (difference !== 0 && countBits(difference) > most * 2) continue;
          const term = terms[at] ?? 0;
          if (!isWanted(term)) continue;
          const edits = editsTo(textOf(term));
          if (edits > 0 && edits <= most) found.push({ term, edits });
        }
      }
      return found.sort((one, other) => one.term - other.term);
    },
  };
}
