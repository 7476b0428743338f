import { grown, words32 } from './growing.ts';

/**
 * Postings of all terms in one arena. A posting is one number: the document (21 bits), the fields that have the term (4) and
 * its impact there (7); beside it lies a byte that tells where the term stands (places-of-words.ts). Those of a term are a chain of blocks that double in size, so that adding a document is a few writes
 * and whoever reads can step over a block by its last posting.
 */
export interface Postings {
  /** Documents must be added in ascending order. @param place where the term stands in it, as `placeOf` tells it */
  add(term: number, document: number, fields: number, impact: number, place: number): void;
  /** How many there are, those of removed documents too. */
  length(term: number): number;
  /**
   * Calls for each block: the page that it lies on, where its postings begin and end there, and the page of their places;
   * `false` ends it.
   */
  readonly eachBlock: (
    term: number,
    visit: (page: Uint32Array, from: number, to: number, places: Uint8Array) => boolean,
  ) => void;
  cursor(term: number): PostingCursor;
  /** The same postings of the documents that are kept, by their new numbers; -1: it is gone. */
  compacted(terms: number, numberOf: Int32Array): Postings;
  readonly parts: PostingParts;
}

/** Walks through the postings of a term for ascending documents. */
export interface PostingCursor {
  /** The posting of the document; 0: it has none. */
  seek(document: number): number;
}

/** What makes it up, for a snapshot. */
export interface PostingParts {
  pages: Uint32Array[];
  /** A byte for each number of `pages`. */
  places: Uint8Array[];
  heads: Uint32Array;
  tails: Uint32Array;
  lengths: Uint32Array;
  used: number;
}

export const fieldsOf = (posting: number): number => (posting >>> 7) & 15;
export const impactOf = (posting: number): number => posting & 127;
/** Documents of one index, those that were removed since it was last compacted among them. */
export const mostDocuments = 1 << 21;

const pageBits = 20;
const pageSize = 1 << pageBits;
const pageMask = pageSize - 1;
/** In front of its postings: the address of the next block (0: none), its capacity, and how many it has. */
const header = 3;
const firstCapacity = 2;
const largestCapacity = 2_048;

export function createPostings(from?: PostingParts): Postings {
  const parts: PostingParts = from ?? {
    pages: [new Uint32Array(pageSize)],
    places: [new Uint8Array(pageSize)],
    heads: new Uint32Array(0),
    tails: new Uint32Array(0),
    lengths: new Uint32Array(0),
    // Address 0 stands for none.
    used: 1,
  };

  const pageOf = (address: number): Uint32Array => parts.pages[address >>> pageBits] ?? empty;
  const placesOf = (address: number): Uint8Array => parts.places[address >>> pageBits] ?? noPlaces;

  function allocate(capacity: number): number {
    const size = capacity + header;
    if ((parts.used & pageMask) + size > pageSize) parts.used = ((parts.used >>> pageBits) + 1) << pageBits;
    const address = parts.used;
    if (address >>> pageBits === parts.pages.length) {
      parts.pages.push(new Uint32Array(pageSize));
      parts.places.push(new Uint8Array(pageSize));
    }
    pageOf(address)[(address & pageMask) + 1] = capacity;
    parts.used += size;
    return address;
  }

  function reserve(term: number): void {
    parts.heads = grown(parts.heads, term + 1, words32);
    parts.tails = grown(parts.tails, term + 1, words32);
    parts.lengths = grown(parts.lengths, term + 1, words32);
  }

  const postings: Postings = {
    parts,

    add(term, document, fields, impact, place) {
      if (term >= parts.heads.length) reserve(term);
      let tail = parts.tails[term] ?? 0;
      if (tail === 0) {
        tail = allocate(firstCapacity);
        parts.heads[term] = tail;
        parts.tails[term] = tail;
      }
      let page = pageOf(tail);
      let at = tail & pageMask;
      let count = page[at + 2] ?? 0;
      const capacity = page[at + 1] ?? 0;
      if (count === capacity) {
        const next = allocate(Math.min(largestCapacity, capacity * 2));
        page[at] = next;
        parts.tails[term] = next;
        page = pageOf(next);
        at = next & pageMask;
        count = 0;
      }
      page[at + header + count] = (document << 11) | (fields << 7) | impact;
      placesOf(parts.tails[term] ?? 0)[at + header + count] = place;
      page[at + 2] = count + 1;
      parts.lengths[term] = (parts.lengths[term] ?? 0) + 1;
    },

    length: (term) => parts.lengths[term] ?? 0,

    eachBlock(term, visit) {
      let address = parts.heads[term] ?? 0;
      while (address !== 0) {
        const page = pageOf(address);
        const at = address & pageMask;
        const from = at + header;
        if (!visit(page, from, from + (page[at + 2] ?? 0), placesOf(address))) return;
        address = page[at] ?? 0;
      }
    },

    cursor(term) {
      let address = parts.heads[term] ?? 0;
      let page = pageOf(address);
      let at = address & pageMask;
      let low = at + header;
      let end = address === 0 ? low : low + (page[at + 2] ?? 0);
      return {
        seek(document) {
          const least = document * 2_048;
          // Blocks that end before it are stepped over.
          while (address !== 0 && (page[end - 1] ?? 0) < least) {
            address = page[at] ?? 0;
            page = pageOf(address);
            at = address & pageMask;
            low = at + header;
            end = address === 0 ? low : low + (page[at + 2] ?? 0);
          }
          if (address === 0) return 0;
          let high = end;
          let step = 1;
          while (low + step < end && (page[low + step] ?? 0) < least) {
            low += step;
            step *= 2;
          }
          high = Math.min(end, low + step + 1);
          while (low < high) {
            const middle = (low + high) >>> 1;
            if ((page[middle] ?? 0) < least) low = middle + 1;
            else high = middle;
          }
          const found = low < end ? (page[low] ?? 0) : 0;
          return found >>> 11 === document ? found : 0;
        },
      };
    },

    compacted(terms, numberOf) {
      const fresh = createPostings();
      for (let term = 0; term < terms; term += 1) {
        postings.eachBlock(term, (page, from, to, places) => {
          for (let at = from; at < to; at += 1) {
            const posting = page[at] ?? 0;
            const number = numberOf[posting >>> 11] ?? -1;
            if (number >= 0) fresh.add(term, number, fieldsOf(posting), impactOf(posting), places[at] ?? 0);
          }
          return true;
        });
      }
      return fresh;
    },
  };
  return postings;
}

const empty = new Uint32Array(header);
const noPlaces = new Uint8Array(header);
