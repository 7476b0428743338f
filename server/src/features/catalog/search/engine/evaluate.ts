import type { Collection } from './collection.ts';
import { allFieldBits } from './fields.ts';
import { bytes, grown } from './growing.ts';
import {
  createHitPool,
  type Hits,
  intersect,
  isWalked,
  noHits,
  raiseBest,
  subtract,
  unite,
  weighed,
} from './hits.ts';
import { createMarks } from './marks.ts';
import type { ParsedQuery, PhraseNode, QueryNode, WordNode } from './nodes.ts';
import { createPhraseMatcher, mostPhraseWords } from './phrases.ts';

/**
 * How much a word tells that so many of all documents have. It moves in steps, so that the scores of two pages agree while jobs
 * come and go.
 */
export function rarityOf(frequency: number, documents: number): number {
  const rarity = Math.log2(1 + (documents + 1) / (Math.min(frequency, documents) + 0.5));
  return Math.max(1, Math.round(rarity * 2) * 4);
}

/** Bits of a posting of which one that answers a word has to have one. */
const wantedOf = ({ fields }: WordNode): number => (fields ?? allFieldBits) << 7;

/** Finds what answers a search, using its memory again for each one. */
export interface Evaluator {
  /** Null: every document. What it gives is good until the next search. */
  evaluateQuery(query: ParsedQuery): Hits | null;
}

export function createEvaluator(collection: Collection): Evaluator {
  const pool = createHitPool();
  const marks = createMarks(collection);
  const phrases = createPhraseMatcher(collection, marks);
  /** Of each hit, what the word that is looked at counts. */
  let best = new Uint8Array(0);
  const postingsOf = ({ variants }: WordNode): number => {
    let sum = 0;
    for (const { term } of variants) sum += collection.postings.length(term);
    return sum;
  };
  const rarityOfNode = ({ variants }: WordNode): number => {
    let sum = 0;
    for (const { term } of variants) sum += collection.vocabulary.frequency(term);
    return rarityOf(sum, collection.live);
  };

  /** How many postings a node is found by at most. */
  function costOf(node: QueryNode): number {
    switch (node.kind) {
      case 'word':
        return postingsOf(node);
      case 'phrase':
        return Math.min(...wordsOf(node).map(postingsOf));
      case 'all':
        return Math.min(...node.nodes.map(costOf));
      case 'any':
        return node.nodes.reduce((sum, each) => sum + costOf(each), 0);
    }
  }

  function evaluateWord(node: WordNode): Hits {
    const [only] = node.variants;
    if (only === undefined) return noHits;
    if (node.variants.length > 1) return evaluateVariants(node);
    const rarity = rarityOfNode(node);
    const hits = pool.take(collection.postings.length(only.term));
    const { documents, scores } = hits;
    const { weight } = only;
    const wanted = wantedOf(node);
    let count = 0;
    collection.postings.eachBlock(only.term, (page, from, to) => {
      for (let at = from; at < to; at += 1) {
        const posting = page[at] ?? 0;
        if ((posting & wanted) === 0) continue;
        documents[count] = posting >>> 11;
        scores[count] = weighed(posting & 127, weight) * rarity;
        count += 1;
      }
      return true;
    });
    hits.count = count;
    return hits;
  }

  /** By a mark for each document: the best of the variants that it has. */
  function evaluateVariants(node: WordNode): Hits {
    const hits = pool.take(Math.min(postingsOf(node), collection.size));
    marks.scatter(node, wantedOf(node));
    marks.collect(hits, rarityOfNode(node));
    return hits;
  }

  /** Tells of each hit what it counts by the word; 0: it does not answer it. */
  function weighHits(hits: Hits, node: WordNode): Uint8Array {
    best = grown(best, hits.count, bytes);
    if (isWalked(postingsOf(node), hits.count)) {
      best.fill(0, 0, hits.count);
      for (const { term, weight } of node.variants) {
        raiseBest(collection.postings, term, weight, wantedOf(node), hits, best);
      }
    } else {
      marks.scatter(node, wantedOf(node));
      marks.lookUp(hits, best, null);
    }
    return best;
  }

  /** Leaves in `hits` what answers the word too, with the score of both. */
  function restrictByWord(hits: Hits, node: WordNode): void {
    const { documents, scores } = hits;
    const rarity = rarityOfNode(node);
    const impacts = weighHits(hits, node);
    let kept = 0;
    for (let at = 0; at < hits.count; at += 1) {
      const impact = impacts[at] ?? 0;
      documents[kept] = documents[at] ?? 0;
      scores[kept] = (scores[at] ?? 0) + impact * rarity;
      kept += impact === 0 ? 0 : 1;
    }
    hits.count = kept;
  }

  /** The same documents with no score yet. */
  function withoutScores({ documents, count }: Hits): Hits {
    const hits = pool.take(count);
    hits.documents.set(documents.subarray(0, count));
    hits.scores.fill(0, 0, count);
    hits.count = count;
    return hits;
  }

  function evaluateAll(nodes: readonly QueryNode[], within: Hits | null): Hits {
    const [first, ...rest] = nodes
      .map((node) => ({ node, cost: costOf(node) }))
      .toSorted((one, other) => one.cost - other.cost);
    if (first === undefined) return noHits;
    const isNarrower = within !== null && within.count < first.cost;
    const hits = isNarrower ? withoutScores(within) : evaluate(first.node, within);
    if (hits === noHits) return noHits;
    for (const { node } of isNarrower ? [first, ...rest] : rest) {
      if (hits.count === 0) break;
      if (node.kind === 'word') restrictByWord(hits, node);
      else intersect(hits, evaluate(node, hits));
    }
    return hits;
  }

  function evaluatePhrase(node: PhraseNode, within: Hits | null): Hits {
    if (node.words.length > mostPhraseWords) return noHits;
    const words = wordsOf(node)
      .map((word, at) => ({ word, at, rarity: rarityOfNode(word), cost: postingsOf(word) }))
      .toSorted((one, other) => one.cost - other.cost);
    const [first] = words;
    if (first === undefined || first.cost === 0) return noHits;
    const hits =
      within !== null && within.count < first.cost
        ? withoutScores(within)
        : withoutScores(evaluateWord(first.word));
    phrases.match(hits, node, words);
    return hits;
  }

  /** @param within only documents among these matter; it may find others, too */
  function evaluate(node: QueryNode, within: Hits | null): Hits {
    switch (node.kind) {
      case 'word': {
        if (within === null || within.count >= postingsOf(node)) return evaluateWord(node);
        const hits = withoutScores(within);
        restrictByWord(hits, node);
        return hits;
      }
      case 'phrase':
        return evaluatePhrase(node, within);
      case 'all':
        return evaluateAll(node.nodes, within);
      case 'any': {
        let hits = noHits;
        for (const each of node.nodes) {
          const own = evaluate(each, within);
          if (own.count === 0) continue;
          hits = hits.count === 0 ? own : unite(hits, own, pool.take(hits.count + own.count));
        }
        return hits;
      }
    }
  }

  function everything(): Hits {
    const hits = pool.take(collection.size);
    for (let document = 0; document < collection.size; document += 1) hits.documents[document] = document;
    hits.scores.fill(0, 0, collection.size);
    hits.count = collection.size;
    return hits;
  }

  return {
    evaluateQuery({ root, excluded }) {
      pool.reclaim();
      if (root === null && excluded.length === 0) return null;
      const hits = root === null ? everything() : evaluate(root, null);
      if (hits === noHits) return hits;
      for (const node of excluded) subtract(hits, evaluate(node, hits));
      return hits;
    },
  };
}

/** The words of a phrase, each for itself. */
export const wordsOf = (node: PhraseNode): WordNode[] =>
  node.words.map((forms) => ({
    kind: 'word',
    asked: node.asked,
    variants: forms.map((term) => ({ term, weight: 128, kind: node.match })),
    fields: node.fields,
  }));
