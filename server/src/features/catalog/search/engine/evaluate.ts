import { allFieldBits, type Collection } from './collection.ts';
import { grown, words32 } from './growing.ts';
import type { PhraseNode, QueryNode, WordNode } from './nodes.ts';
import { fieldsOf, impactOf, mostImpact, type PostingCursor } from './postings.ts';

/** Documents in ascending order with what they score. It may hold removed ones. */
export interface Hits {
  documents: Uint32Array;
  scores: Int32Array;
  count: number;
}

/**
 * How much a word tells that so many of all documents have. It moves in steps, so that the scores of two pages agree while jobs
 * come and go.
 */
export function rarityOf(frequency: number, documents: number): number {
  const rarity = Math.log2(1 + (documents + 1) / (Math.min(frequency, documents) + 0.5));
  return Math.max(1, Math.round(rarity * 2) * 4);
}

/** Finds what answers a node, using its memory again for each search. */
export interface Evaluator {
  evaluate(node: QueryNode): Hits;
  /** Marks what answers a node with 1, in memory that is cleared by the next search. */
  mark(node: QueryNode): Uint8Array;
  /** Begins a search: what was lent to the one before is taken back. */
  begin(): void;
}

/** A list is looked up document by document where it is that much longer than what is left. */
const seekFactor = 12;
/** A bit each. */
const mostPhraseWords = 16;
const nothing: Hits = { documents: new Uint32Array(0), scores: new Int32Array(0), count: 0 };

export function createEvaluator(collection: Collection): Evaluator {
  const spare: Hits[] = [];
  const lent: Hits[] = [];
  const spareMarks: Uint8Array[] = [];
  const lentMarks: Uint8Array[] = [];
  let placesOfTerms = new Uint32Array(0);

  function takeHits(capacity: number): Hits {
    const place = spare.findIndex(({ documents }) => documents.length >= capacity);
    const size = Math.max(1_024, Math.ceil(capacity * 1.2));
    const hits = (place === -1 ? undefined : spare.splice(place, 1)[0]) ?? {
      documents: new Uint32Array(size),
      scores: new Int32Array(size),
      count: 0,
    };
    hits.count = 0;
    lent.push(hits);
    return hits;
  }

  /** Clear, with a byte for each document and some more, so that it can be read by fours. */
  function takeMarks(): Uint8Array {
    const needed = (collection.size + 7) & ~3;
    let marks = spareMarks.pop();
    if (marks === undefined || marks.length < needed) marks = new Uint8Array(Math.ceil(needed * 1.2) & ~3);
    else marks.fill(0);
    lentMarks.push(marks);
    return marks;
  }

  const frequencyOf = (node: WordNode): number =>
    node.variants.reduce((sum, { term }) => sum + collection.vocabulary.frequency(term), 0);
  const postingsOf = (node: WordNode): number =>
    node.variants.reduce((sum, { term }) => sum + collection.postings.length(term), 0);

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

  /** Writes the best impact of each document into the marks. */
  function scatter(node: WordNode, marks: Uint8Array): void {
    const wanted = (node.fields ?? allFieldBits) << 7;
    for (const { term, weight } of node.variants) {
      collection.postings.eachBlock(term, (page, from, to) => {
        for (let at = from; at < to; at += 1) {
          const posting = page[at] ?? 0;
          if ((posting & wanted) === 0) continue;
          const impact = Math.max(1, ((posting & 127) * weight) >> 7);
          const document = posting >>> 11;
          if (impact > (marks[document] ?? 0)) marks[document] = impact;
        }
      });
    }
  }

  function evaluateWord(node: WordNode): Hits {
    const [only] = node.variants;
    if (only === undefined) return nothing;
    const rarity = rarityOf(frequencyOf(node), collection.live);
    if (node.variants.length > 1) {
      const marks = takeMarks();
      scatter(node, marks);
      return collect(marks, rarity, postingsOf(node));
    }
    const hits = takeHits(collection.postings.length(only.term));
    const { documents, scores } = hits;
    const wanted = (node.fields ?? allFieldBits) << 7;
    let { count } = hits;
    collection.postings.eachBlock(only.term, (page, from, to) => {
      for (let at = from; at < to; at += 1) {
        const posting = page[at] ?? 0;
        if ((posting & wanted) === 0) continue;
        documents[count] = posting >>> 11;
        scores[count] = Math.max(1, ((posting & 127) * only.weight) >> 7) * rarity;
        count += 1;
      }
    });
    hits.count = count;
    return hits;
  }

  function collect(marks: Uint8Array, rarity: number, atMost: number): Hits {
    const hits = takeHits(Math.min(atMost, collection.size));
    const { documents, scores } = hits;
    const fours = new Uint32Array(marks.buffer, marks.byteOffset, (collection.size + 3) >>> 2);
    let count = 0;
    for (let four = 0; four < fours.length; four += 1) {
      if (fours[four] === 0) continue;
      for (let document = four * 4; document < four * 4 + 4; document += 1) {
        const impact = marks[document] ?? 0;
        if (impact === 0) continue;
        documents[count] = document;
        scores[count] = impact * rarity;
        count += 1;
      }
    }
    hits.count = count;
    return hits;
  }

  /** Keeps what answers the word too, with the score of both. */
  function restrictByWord(hits: Hits, node: WordNode): void {
    const { documents, scores } = hits;
    const rarity = rarityOf(frequencyOf(node), collection.live);
    let kept = 0;
    if (postingsOf(node) > hits.count * seekFactor) {
      const wanted = (node.fields ?? allFieldBits) << 7;
      const cursors = node.variants.map(({ term, weight }) => ({
        cursor: collection.postings.cursor(term),
        weight,
      }));
      for (let at = 0; at < hits.count; at += 1) {
        const document = documents[at] ?? 0;
        const impact = bestImpact(cursors, document, wanted);
        if (impact === 0) continue;
        documents[kept] = document;
        scores[kept] = (scores[at] ?? 0) + impact * rarity;
        kept += 1;
      }
    } else {
      const marks = takeMarks();
      scatter(node, marks);
      for (let at = 0; at < hits.count; at += 1) {
        const document = documents[at] ?? 0;
        const impact = marks[document] ?? 0;
        if (impact === 0) continue;
        documents[kept] = document;
        scores[kept] = (scores[at] ?? 0) + impact * rarity;
        kept += 1;
      }
    }
    hits.count = kept;
  }

  function restrict(hits: Hits, node: QueryNode): void {
    if (node.kind === 'word') restrictByWord(hits, node);
    else intersect(hits, evaluate(node));
  }

  function evaluateAll(nodes: readonly QueryNode[]): Hits {
    const [first, ...rest] = nodes
      .map((node) => ({ node, cost: costOf(node) }))
      .toSorted((one, other) => one.cost - other.cost);
    if (first === undefined) return nothing;
    const hits = evaluate(first.node);
    for (const { node } of rest) {
      if (hits.count === 0) break;
      restrict(hits, node);
    }
    return hits;
  }

  function evaluatePhrase(node: PhraseNode): Hits {
    const hits = evaluateAll(wordsOf(node));
    const { documents, scores } = hits;
    if (node.words.length > mostPhraseWords) return nothing;
    placesOfTerms = grown(placesOfTerms, collection.vocabulary.size, words32);
    for (const [place, forms] of node.words.entries()) {
      for (const term of forms) placesOfTerms[term] = (placesOfTerms[term] ?? 0) | (1 << place);
    }
    let kept = 0;
    for (let at = 0; at < hits.count; at += 1) {
      const document = documents[at] ?? 0;
      if (collection.columns.isLive[document] !== 1) continue;
      if (!collection.streams.hasPhrase(document, placesOfTerms, node.words.length)) continue;
      documents[kept] = document;
      scores[kept] = Math.max(1, ((scores[at] ?? 0) * node.weight) >> 7);
      kept += 1;
    }
    for (const forms of node.words) for (const term of forms) placesOfTerms[term] = 0;
    hits.count = kept;
    return hits;
  }

  function evaluate(node: QueryNode): Hits {
    if (node.kind === 'word') return evaluateWord(node);
    if (node.kind === 'phrase') return evaluatePhrase(node);
    if (node.kind === 'all') return evaluateAll(node.nodes);
    let hits = nothing;
    for (const each of node.nodes) {
      const own = evaluate(each);
      hits =
        hits.count === 0 ? own : own.count === 0 ? hits : unite(hits, own, takeHits(hits.count + own.count));
    }
    return hits;
  }

  return {
    evaluate,

    mark(node) {
      const marks = takeMarks();
      const { documents, count } = evaluate(node);
      for (let at = 0; at < count; at += 1) marks[documents[at] ?? 0] = 1;
      return marks;
    },

    begin() {
      spare.push(...lent.splice(0));
      spareMarks.push(...lentMarks.splice(0));
      // What a large search needed once is not kept for ever.
      spare.splice(mostSpare);
      spareMarks.splice(mostSpare);
    },
  };
}

const mostSpare = 16;

function bestImpact(
  cursors: readonly { readonly cursor: PostingCursor; readonly weight: number }[],
  document: number,
  wanted: number,
): number {
  let best = 0;
  for (const { cursor, weight } of cursors) {
    const posting = cursor.seek(document);
    if ((posting & wanted) === 0) continue;
    const impact = Math.max(1, (impactOf(posting) * weight) >> 7);
    if (impact > best) best = impact;
    if (best === mostImpact) break;
  }
  return best;
}

/** The words of a phrase, each for itself. */
export const wordsOf = (node: PhraseNode): WordNode[] =>
  node.words.map((forms) => ({
    kind: 'word',
    asked: node.asked,
    variants: forms.map((term) => ({ term, weight: 128, kind: node.match })),
    fields: node.fields,
  }));

/** Keeps in `hits` what both have, with the score of both. */
function intersect(hits: Hits, other: Hits): void {
  let kept = 0;
  let place = 0;
  for (let at = 0; at < hits.count; at += 1) {
    const document = hits.documents[at] ?? 0;
    while (place < other.count && (other.documents[place] ?? 0) < document) place += 1;
    if (place === other.count) break;
    if (other.documents[place] !== document) continue;
    hits.documents[kept] = document;
    hits.scores[kept] = (hits.scores[at] ?? 0) + (other.scores[place] ?? 0);
    kept += 1;
  }
  hits.count = kept;
}

/** What either has, with the better score. */
function unite(one: Hits, other: Hits, into: Hits): Hits {
  let left = 0;
  let right = 0;
  let count = 0;
  while (left < one.count || right < other.count) {
    const first = left < one.count ? (one.documents[left] ?? 0) : Number.POSITIVE_INFINITY;
    const second = right < other.count ? (other.documents[right] ?? 0) : Number.POSITIVE_INFINITY;
    into.documents[count] = Math.min(first, second);
    into.scores[count] = Math.max(
      first <= second ? (one.scores[left] ?? 0) : 0,
      second <= first ? (other.scores[right] ?? 0) : 0,
    );
    if (first <= second) left += 1;
    if (second <= first) right += 1;
    count += 1;
  }
  into.count = count;
  return into;
}

/** Where and how a document answers a word: its fields, and the variant that counts. */
export function explainWord(
  collection: Collection,
  node: WordNode,
  document: number,
): { readonly variant: WordNode['variants'][number]; readonly fields: number } | null {
  const wanted = (node.fields ?? allFieldBits) << 7;
  let best: { variant: WordNode['variants'][number]; fields: number; impact: number } | null = null;
  for (const variant of node.variants) {
    const posting = collection.postings.cursor(variant.term).seek(document);
    if ((posting & wanted) === 0) continue;
    const impact = Math.max(1, (impactOf(posting) * variant.weight) >> 7);
    if (best === null || impact > best.impact) best = { variant, fields: fieldsOf(posting), impact };
  }
  return best;
}
