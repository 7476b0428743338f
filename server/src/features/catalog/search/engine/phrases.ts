import type { Collection } from './collection.ts';
import { headlineBits } from './fields.ts';
import { bytes, grown, words32 } from './growing.ts';
import { type Hits, isWalked, raiseBest, weighed } from './hits.ts';
import type { Marks } from './marks.ts';
import type { PhraseNode, WordNode } from './nodes.ts';
import { isExactPlace, mayFollow, unknownPlace } from './places-of-words.ts';

/** One word of a phrase, and the place that it has there. */
export interface PhraseWord {
  readonly word: WordNode;
  readonly at: number;
  readonly rarity: number;
  /** How many postings it has. */
  readonly cost: number;
}

/** Finds the documents that have the words of a phrase one behind another, using its memory again. */
export interface PhraseMatcher {
  /** Keeps in `hits`, which have no scores yet, those that have the phrase, and scores them. @param words the rarest first */
  match(hits: Hits, node: PhraseNode, words: readonly PhraseWord[]): void;
}

/** A bit each. */
export const mostPhraseWords = 16;

export function createPhraseMatcher(collection: Collection, marks: Marks): PhraseMatcher {
  /** Of each hit: what the word that is looked at counts, and where it stands. */
  let best = new Uint8Array(0);
  let places = new Uint8Array(0);
  /** Of each hit: where the first word stands whose place is known, which word that is, and how many are known exactly. */
  let origins = new Uint8Array(0);
  let originWords = new Uint8Array(0);
  let exact = new Uint8Array(0);
  let bitsOfTerms = new Uint32Array(0);

  function reserve(count: number): void {
    best = grown(best, count, bytes);
    places = grown(places, count, bytes);
    origins = grown(origins, count, bytes).fill(unknownPlace, 0, count);
    originWords = grown(originWords, count, bytes);
    exact = grown(exact, count, bytes).fill(0, 0, count);
  }

  /** Leaves the hits that have the word where the words before allow it. */
  function restrict(hits: Hits, { word, at: own, rarity, cost }: PhraseWord, wanted: number): void {
    if (isWalked(cost, hits.count)) {
      best.fill(0, 0, hits.count);
      for (const { term, weight } of word.variants) {
        raiseBest(collection.postings, term, weight, wanted, hits, best, places);
      }
    } else {
      marks.scatterPlaces(word, wanted);
      marks.lookUp(hits, best, places);
    }
    const { documents, scores } = hits;
    let kept = 0;
    for (let at = 0; at < hits.count; at += 1) {
      const impact = best[at] ?? 0;
      if (impact === 0) continue;
      const place = places[at] ?? unknownPlace;
      let origin = origins[at] ?? unknownPlace;
      let originWord = originWords[at] ?? 0;
      if (place !== unknownPlace) {
        if (origin === unknownPlace) {
          origin = place;
          originWord = own;
        } else {
          const fits =
            own > originWord
              ? mayFollow(origin, place, own - originWord)
              : mayFollow(place, origin, originWord - own);
          if (!fits) continue;
        }
      }
      documents[kept] = documents[at] ?? 0;
      scores[kept] = (scores[at] ?? 0) + impact * rarity;
      origins[kept] = origin;
      originWords[kept] = originWord;
      exact[kept] = (exact[at] ?? 0) + (isExactPlace(place) ? 1 : 0);
      kept += 1;
    }
    hits.count = kept;
  }

  return {
    match(hits, node, words) {
      reserve(hits.count);
      for (const word of words) {
        restrict(hits, word, node.fields << 7);
        if (hits.count === 0) return;
      }
      const { length } = node.words;
      const inHeadline = (node.fields & ~headlineBits) === 0;
      bitsOfTerms = grown(bitsOfTerms, collection.vocabulary.size, words32);
      for (const [place, forms] of node.words.entries()) {
        for (const term of forms) bitsOfTerms[term] = (bitsOfTerms[term] ?? 0) | (1 << place);
      }
      const { documents, scores } = hits;
      const { streams } = collection;
      let kept = 0;
      for (let at = 0; at < hits.count; at += 1) {
        const document = documents[at] ?? 0;
        // Where all places are known exactly they are right; where one is, the document is looked at there.
        if (exact[at] !== length) {
          const origin = origins[at] ?? unknownPlace;
          const stands = isExactPlace(origin)
            ? streams.hasPhraseAt(document, origin - 1 - (originWords[at] ?? 0), bitsOfTerms, length)
            : streams.hasPhrase(document, bitsOfTerms, length, inHeadline);
          if (!stands) continue;
        }
        documents[kept] = document;
        scores[kept] = weighed(scores[at] ?? 0, node.weight);
        kept += 1;
      }
      for (const forms of node.words) for (const term of forms) bitsOfTerms[term] = 0;
      hits.count = kept;
    },
  };
}
