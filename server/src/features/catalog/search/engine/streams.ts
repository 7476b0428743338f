import { grown, words32 } from './growing.ts';

/**
 * The words of each document in their order, as numbers of one to four bytes. It tells phrases, what a removed document had,
 * and what makes a document like another.
 */
export interface Streams {
  /** Documents are added one after another. @param length of what `terms` holds */
  add(document: number, terms: Uint32Array, length: number): void;
  /** Calls for each term; `false` ends it. */
  each(document: number, visit: (term: number) => boolean | undefined): void;
  /**
   * Whether a term of each place of a phrase stands behind one of the place before.
   *
   * @param places by the term, a bit for each place where it fits
   * @param inHeadline whether it has to stand before the text
   */
  hasPhrase(document: number, places: Uint32Array, length: number, inHeadline: boolean): boolean;
  /** Whether a phrase begins at this place. */
  hasPhraseAt(document: number, place: number, places: Uint32Array, length: number): boolean;
  /** The same of the documents that are kept, by their new numbers; -1: it is gone. */
  compacted(documents: number, numberOf: Int32Array): Streams;
  /** Adds a document as it is stored. */
  copy(document: number, source: Uint8Array): void;
  readonly parts: StreamParts;
}

export interface StreamParts {
  pages: Uint8Array[];
  /** By the document: the page and the place on it, as one number. */
  starts: Uint32Array;
  /** In bytes. */
  sizes: Uint32Array;
  used: number;
}

/** Stands between two fields, or two skills: no phrase goes over it. */
export const gapTerm = 0;
/** Behind it stand terms that have no place in the text: words that are bound together. */
export const extrasTerm = 1;
/** Stands before the text, behind title, company and skills. */
export const textTerm = 2;
export const firstTerm = 3;

const pageBits = 20;
const pageSize = 1 << pageBits;
const pageMask = pageSize - 1;

export function createStreams(from?: StreamParts): Streams {
  const parts: StreamParts = from ?? {
    pages: [new Uint8Array(pageSize)],
    starts: new Uint32Array(0),
    sizes: new Uint32Array(0),
    used: 0,
  };
  const scratch = new Uint8Array(pageSize);

  function append(document: number, source: Uint8Array): void {
    if ((parts.used & pageMask) + source.length > pageSize) {
      parts.used = ((parts.used >>> pageBits) + 1) << pageBits;
    }
    if (parts.used >>> pageBits === parts.pages.length) parts.pages.push(new Uint8Array(pageSize));
    parts.pages[parts.used >>> pageBits]?.set(source, parts.used & pageMask);
    parts.starts = grown(parts.starts, document + 1, words32);
    parts.sizes = grown(parts.sizes, document + 1, words32);
    parts.starts[document] = parts.used;
    parts.sizes[document] = source.length;
    parts.used += source.length;
  }

  function bytesOf(document: number): Uint8Array {
    const start = parts.starts[document] ?? 0;
    const at = start & pageMask;
    return (parts.pages[start >>> pageBits] ?? scratch).subarray(at, at + (parts.sizes[document] ?? 0));
  }

  return {
    parts,

    add(document, terms, length) {
      let size = 0;
      for (let place = 0; place < length && size < pageSize - 4; place += 1) {
        let rest = terms[place] ?? 0;
        while (rest >= 128) {
          scratch[size] = (rest & 127) | 128;
          size += 1;
          rest >>>= 7;
        }
        scratch[size] = rest;
        size += 1;
      }
      append(document, scratch.subarray(0, size));
    },

    each(document, visit) {
      const source = bytesOf(document);
      let term = 0;
      let shift = 0;
      for (let place = 0; place < source.length; place += 1) {
        const byte = source[place] ?? 0;
        term |= (byte & 127) << shift;
        if (byte >= 128) {
          shift += 7;
          continue;
        }
        if (visit(term) === false) return;
        term = 0;
        shift = 0;
      }
    },

    hasPhrase(document, places, length, inHeadline) {
      const start = parts.starts[document] ?? 0;
      const source = parts.pages[start >>> pageBits] ?? scratch;
      const begin = start & pageMask;
      const end = begin + (parts.sizes[document] ?? 0);
      const last = inHeadline ? textTerm : extrasTerm;
      const whole = 1 << (length - 1);
      let begun = 0;
      let term = 0;
      let shift = 0;
      for (let place = begin; place < end; place += 1) {
        const byte = source[place] ?? 0;
        term |= (byte & 127) << shift;
        if (byte >= 128) {
          shift += 7;
          continue;
        }
        if (term === last) return false;
        begun = (places[term] ?? 0) & ((begun << 1) | 1);
        if ((begun & whole) !== 0) return true;
        term = 0;
        shift = 0;
      }
      return false;
    },

    hasPhraseAt(document, place, places, length) {
      if (place < 0) return false;
      const start = parts.starts[document] ?? 0;
      const source = parts.pages[start >>> pageBits] ?? scratch;
      const end = (start & pageMask) + (parts.sizes[document] ?? 0);
      let at = start & pageMask;
      for (let left = place; left > 0 && at < end; at += 1) if ((source[at] ?? 0) < 128) left -= 1;
      let term = 0;
      let shift = 0;
      let found = 0;
      for (; at < end; at += 1) {
        const byte = source[at] ?? 0;
        term |= (byte & 127) << shift;
        if (byte >= 128) {
          shift += 7;
          continue;
        }
        if (((places[term] ?? 0) & (1 << found)) === 0) return false;
        found += 1;
        if (found === length) return true;
        term = 0;
        shift = 0;
      }
      return false;
    },

    compacted(documents, numberOf) {
      const fresh = createStreams();
      for (let document = 0; document < documents; document += 1) {
        const number = numberOf[document] ?? -1;
        if (number < 0) continue;
        fresh.copy(number, bytesOf(document));
      }
      return fresh;
    },

    copy: append,
  };
}
