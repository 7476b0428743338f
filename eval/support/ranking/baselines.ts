import type { Query } from '../../../server/src/features/catalog/ranking/index.ts';

export interface RankedCandidate {
  readonly id: string;
  readonly title: string;
  readonly text?: string;
}

/** A score for each candidate in their order. */
export type Ranker = (query: Query) => Float64Array;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+(?:\+\+|#)?/gu) ?? [];
const gramsOf = (text: string): string[] =>
  wordsOf(text).flatMap((word) => {
    const bordered = ` ${word} `;
    return [3, 4, 5].flatMap((length) =>
      Array.from({ length: Math.max(0, bordered.length - length + 1) }, (_, at) =>
        bordered.slice(at, at + length),
      ),
    );
  });

function countsOf(terms: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}

const textOf = ({ title, text }: RankedCandidate) => `${title}\n${text ?? ''}`;
const queryText = ({ titles, skills, text }: Query) => [...titles, ...skills, text].join(' ');

/** Plain BM25 over words, character TF-IDF, and the predecessors' 70/30 scorer. */
export function baselineRankers(candidates: readonly RankedCandidate[]): [string, Ranker][] {
  const cosine = cosineRanker(
    candidates.map((candidate) => countsOf(gramsOf(textOf(candidate)))),
    (query) => countsOf(gramsOf(queryText(query))),
  );
  return [
    ['BM25', bm25Ranker(candidates)],
    ['character TF-IDF', cosine],
    ['70 % vector, 30 % skills', predecessorRanker(candidates)],
  ];
}

type Postings = Map<string, [number, number][]>;

function postingsOf(documents: readonly ReadonlyMap<string, number>[]): Postings {
  const postings: Postings = new Map();
  documents.forEach((document, place) => {
    for (const [term, count] of document) {
      const list = postings.get(term);
      if (list === undefined) postings.set(term, [[place, count]]);
      else list.push([place, count]);
    }
  });
  return postings;
}

const add = (scores: Float64Array, place: number, score: number) => {
  scores[place] = (scores[place] ?? 0) + score;
};

function bm25Ranker(candidates: readonly RankedCandidate[]): Ranker {
  const documents = candidates.map((candidate) => countsOf(wordsOf(textOf(candidate))));
  const lengths = documents.map((document) => [...document.values()].reduce((sum, count) => sum + count, 0));
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const postings = postingsOf(documents);
  return (query) => {
    const scores = new Float64Array(candidates.length);
    for (const term of wordsOf(queryText(query))) {
      const list = postings.get(term) ?? [];
      const idf = Math.log(1 + (candidates.length - list.length + 0.5) / (list.length + 0.5));
      for (const [place, count] of list) {
        const normal = 1.2 * (0.25 + (0.75 * (lengths[place] ?? 0)) / mean);
        add(scores, place, (idf * count * 2.2) / (count + normal));
      }
    }
    return scores;
  };
}

function cosineRanker(
  documents: readonly ReadonlyMap<string, number>[],
  ofQuery: (query: Query) => ReadonlyMap<string, number>,
): Ranker {
  const postings = postingsOf(documents);
  const idf = (term: string) =>
    Math.log((documents.length + 1) / ((postings.get(term)?.length ?? 0) + 1)) + 1;
  const norms = documents.map((document) =>
    Math.sqrt(
      [...document].reduce((sum, [term, count]) => sum + ((1 + Math.log(count)) * idf(term)) ** 2, 0),
    ),
  );
  return (query) => {
    const scores = new Float64Array(documents.length);
    for (const [term, count] of ofQuery(query)) {
      for (const [place, there] of postings.get(term) ?? []) {
        const weight = (1 + Math.log(count)) * (1 + Math.log(there)) * idf(term) ** 2;
        add(scores, place, weight / (norms[place] || 1));
      }
    }
    return scores;
  };
}

const dimensions = 384;

/** A vector of hashed runs of characters, where no embedding is at hand. */
function vectorOf(text: string): Float64Array {
  const vector = new Float64Array(dimensions);
  for (const gram of gramsOf(text)) {
    let hash = 0x811c9dc5;
    for (let at = 0; at < gram.length; at += 1) hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
    add(vector, (hash >>> 1) % dimensions, (hash & 1) === 0 ? 1 : -1);
  }
  const norm = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0)) || 1;
  return vector.map((each) => each / norm);
}

/** What is left below its threshold of 0.85 is ranked behind what reaches it, in the order of the same score. */
function predecessorRanker(candidates: readonly RankedCandidate[]): Ranker {
  const vectors = candidates.map((candidate) => vectorOf(textOf(candidate)));
  const texts = candidates.map((candidate) => ` ${wordsOf(textOf(candidate)).join(' ')} `);
  return (query) => {
    const own = vectorOf(queryText(query));
    const skills = query.skills.map((skill) => ` ${wordsOf(skill).join(' ')} `);
    return Float64Array.from(vectors, (vector, place) => {
      const cosine = vector.reduce((sum, each, at) => sum + each * (own[at] ?? 0), 0);
      const had = skills.filter((skill) => texts[place]?.includes(skill)).length / Math.max(1, skills.length);
      return 0.7 * cosine + 0.3 * had;
    });
  };
}
