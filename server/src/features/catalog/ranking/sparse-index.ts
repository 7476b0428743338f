/** Terms of a document with their weights. */
export type Weights = ReadonlyMap<string, number>;

/** An inverted index in typed arrays: for each term the documents that have it. */
export interface SparseIndex {
  readonly documents: number;
  /** The number of a term; -1 where no document has it. */
  termOf(term: string): number;
  /** How rare a term is: ln(1 + (n - df + 0.5) / (df + 0.5)). */
  idf(term: number): number;
  /** What a term that no document has would weigh. */
  readonly rarest: number;
  /** Hears of the documents of a term with the weight that it has there. */
  each(term: number, hear: (document: number, weight: number) => void): void;
  /** Adds `factor × weight` of each document that has the term to its place in `scores`. */
  addTo(scores: Float64Array, term: number, factor: number): void;
}

/** What is known of all documents when the weights of one are decided. */
export interface Collection {
  readonly meanLength: number;
  idfOf(term: string): number;
}

/**
 * @param read counts the terms of a document; it is asked twice for each, so that the counts of one are in memory at a time
 * @param weigh turns the counts of a document into what is kept, once the rarity of each term is known
 */
export function createSparseIndex(
  documents: number,
  read: (place: number) => Weights,
  weigh: (document: Weights, collection: Collection) => Weights,
): SparseIndex {
  const numbers = new Map<string, number>();
  const counts: number[] = [];
  let entries = 0;
  let length = 0;
  for (let place = 0; place < documents; place += 1) {
    for (const [term, count] of read(place)) {
      length += count;
      const number = numbers.get(term) ?? numbers.size;
      if (number === counts.length) {
        numbers.set(term, number);
        counts.push(0);
      }
      counts[number] = (counts[number] ?? 0) + 1;
      entries += 1;
    }
  }
  const rarityOf = (frequency: number) => Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  const idfs = Float64Array.from(counts, rarityOf);
  const idfOf = (term: string) => idfs[numbers.get(term) ?? -1] ?? rarityOf(0);

  const offsets = new Int32Array(counts.length + 1);
  counts.forEach((count, term) => {
    offsets[term + 1] = (offsets[term] ?? 0) + count;
  });
  const next = offsets.slice();
  const places = new Int32Array(entries);
  const weights = new Float32Array(entries);
  const collection: Collection = { meanLength: length / Math.max(1, documents), idfOf };
  for (let place = 0; place < documents; place += 1) {
    for (const [term, weight] of weigh(read(place), collection)) {
      const number = numbers.get(term);
      if (number === undefined) continue;
      const at = next[number] ?? 0;
      next[number] = at + 1;
      places[at] = place;
      weights[at] = weight;
    }
  }

  return {
    documents,
    termOf: (term) => numbers.get(term) ?? -1,
    idf: (term) => idfs[term] ?? rarityOf(0),
    rarest: rarityOf(0),
    each(term, hear) {
      const end = offsets[term + 1] ?? 0;
      for (let at = offsets[term] ?? 0; at < end; at += 1) hear(places[at] ?? 0, weights[at] ?? 0);
    },
    addTo(scores, term, factor) {
      const end = offsets[term + 1] ?? 0;
      for (let at = offsets[term] ?? 0; at < end; at += 1) {
        const place = places[at] ?? 0;
        scores[place] = (scores[place] ?? 0) + factor * (weights[at] ?? 0);
      }
    },
  };
}

/** The share that BM25 gives a term of a document, from 0 to 1: often is little more than once, and less in a long one. */
export function saturated(k1: number, b: number) {
  return (document: Weights, { meanLength }: Collection): Weights => {
    let length = 0;
    for (const count of document.values()) length += count;
    const normal = k1 * (1 - b + (b * length) / Math.max(meanLength, 1e-9));
    return new Map(Array.from(document, ([term, count]) => [term, count / (count + normal)]));
  };
}

/** TF-IDF of length 1, for cosines. */
export function unitTfIdf(document: Weights, { idfOf }: Collection): Weights {
  const weights = Array.from(document, ([term, count]): [string, number] => [
    term,
    (1 + Math.log(count)) * idfOf(term),
  ]);
  const norm = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return new Map(weights.map(([term, weight]) => [term, weight / norm]));
}
