import { unknownPlace } from './places-of-words.ts';
import type { Postings } from './postings.ts';

/** Documents in ascending order with what they score. It may hold removed ones. */
export interface Hits {
  documents: Uint32Array;
  scores: Int32Array;
  count: number;
}

export const noHits: Hits = { documents: new Uint32Array(0), scores: new Int32Array(0), count: 0 };

/** Memory for hits that is used again for each search. */
export interface HitPool {
  take(capacity: number): Hits;
  /** Takes back what was lent. */
  reclaim(): void;
}

const leastCapacity = 1_024;
const mostSpare = 16;

export function createHitPool(): HitPool {
  const spare: Hits[] = [];
  const lent: Hits[] = [];
  return {
    take(capacity) {
      const place = spare.findIndex(({ documents }) => documents.length >= capacity);
      const size = Math.max(leastCapacity, Math.ceil(capacity * 1.2));
      const hits = (place === -1 ? undefined : spare.splice(place, 1)[0]) ?? {
        documents: new Uint32Array(size),
        scores: new Int32Array(size),
        count: 0,
      };
      hits.count = 0;
      lent.push(hits);
      return hits;
    },
    reclaim() {
      spare.push(...lent.splice(0));
      // What a large search needed once is not kept for ever.
      spare.splice(mostSpare);
    },
  };
}

/** What a word counts in a document that it has this impact in. */
export const weighed = (impact: number, weight: number): number => Math.max(1, (impact * weight) >> 7);

const walkFactor = 12;

/**
 * Whether a list of postings is better walked beside the hits, in steps, than scattered over all documents and looked up: where it
 * is much longer.
 */
export const isWalked = (postings: number, hits: number): boolean => postings > hits * walkFactor;

/** Far and middle steps of a walk through sorted numbers. */
const far = 64;
const near = 8;

/**
 * Raises in `best`, a number for each hit, what the hits count that have a term. Both lists are sorted and walked together, in
 * long steps where one is much longer than the other.
 *
 * @param wanted bits of a posting of which it has to have one
 * @param standing gets where the term stands in each hit that it raises for the first time, and that this is unknown for others
 */
export function raiseBest(
  postings: Postings,
  term: number,
  weight: number,
  wanted: number,
  { documents, count }: Hits,
  best: Uint8Array,
  standing: Uint8Array | null = null,
): void {
  let at = 0;
  postings.eachBlock(term, (page, from, to, places) => {
    const last = (page[to - 1] ?? 0) >>> 11;
    let place = from;
    while (at < count) {
      const document = documents[at] ?? 0;
      if (document > last) return true;
      // The last posting of the block is no smaller, so that the walk ends inside of it.
      while (place + far < to && (page[place + far] ?? 0) >>> 11 < document) place += far;
      while (place + near < to && (page[place + near] ?? 0) >>> 11 < document) place += near;
      let posting = page[place] ?? 0;
      while (posting >>> 11 < document) {
        place += 1;
        posting = page[place] ?? 0;
      }
      const found = posting >>> 11;
      if (found === document) {
        if ((posting & wanted) !== 0) {
          const impact = weighed(posting & 127, weight);
          if (standing !== null)
            standing[at] = best[at] === 0 ? (places[place] ?? unknownPlace) : unknownPlace;
          if (impact > (best[at] ?? 0)) best[at] = impact;
        }
        at += 1;
        continue;
      }
      while (at + far < count && (documents[at + far] ?? 0) < found) at += far;
      while (at + near < count && (documents[at + near] ?? 0) < found) at += near;
      while (at < count && (documents[at] ?? 0) < found) at += 1;
    }
    return false;
  });
}

/** Keeps in `hits` what both have, with the score of both. */
export function intersect(hits: Hits, other: Hits): void {
  const { documents, scores } = hits;
  let kept = 0;
  let place = 0;
  for (let at = 0; at < hits.count; at += 1) {
    const document = documents[at] ?? 0;
    while (place + near < other.count && (other.documents[place + near] ?? 0) < document) place += near;
    while (place < other.count && (other.documents[place] ?? 0) < document) place += 1;
    if (place === other.count) break;
    if (other.documents[place] !== document) continue;
    documents[kept] = document;
    scores[kept] = (scores[at] ?? 0) + (other.scores[place] ?? 0);
    kept += 1;
  }
  hits.count = kept;
}

/** Takes out of `hits` what the other has. */
export function subtract(hits: Hits, other: Hits): void {
  const { documents, scores } = hits;
  let kept = 0;
  let place = 0;
  for (let at = 0; at < hits.count; at += 1) {
    const document = documents[at] ?? 0;
    while (place < other.count && (other.documents[place] ?? 0) < document) place += 1;
    if (place < other.count && other.documents[place] === document) continue;
    documents[kept] = document;
    scores[kept] = scores[at] ?? 0;
    kept += 1;
  }
  hits.count = kept;
}

/** What either has, with the better score. */
export function unite(one: Hits, other: Hits, into: Hits): Hits {
  let left = 0;
  let right = 0;
  let count = 0;
  while (left < one.count && right < other.count) {
    const first = one.documents[left] ?? 0;
    const second = other.documents[right] ?? 0;
    into.documents[count] = first < second ? first : second;
    into.scores[count] = Math.max(
      first <= second ? (one.scores[left] ?? 0) : 0,
      second <= first ? (other.scores[right] ?? 0) : 0,
    );
    if (first <= second) left += 1;
    if (second <= first) right += 1;
    count += 1;
  }
  const [rest, from] = left < one.count ? [one, left] : [other, right];
  into.documents.set(rest.documents.subarray(from, rest.count), count);
  into.scores.set(rest.scores.subarray(from, rest.count), count);
  into.count = count + rest.count - from;
  return into;
}
