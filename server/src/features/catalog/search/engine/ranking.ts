import type { ColumnParts } from './columns.ts';
import type { SearchPosition } from './request.ts';

export interface RankedHit {
  readonly document: number;
  readonly rank: number;
}

/** Keeps the best hits behind a position: those of the highest rank, of equal ones the newest. */
export interface Best {
  /** Hits of a lower rank need not be offered. */
  readonly least: number;
  offer(document: number, rank: number): void;
  hits(): readonly RankedHit[];
}

export function createBest(columns: ColumnParts, limit: number, after: SearchPosition | null): Best {
  const documents = new Uint32Array(limit);
  const ranks = new Float64Array(limit);
  let count = 0;

  /** Whether a hit comes before the one at a place. */
  function isBefore(document: number, rank: number, place: number): boolean {
    const other = ranks[place] ?? 0;
    if (rank !== other) return rank > other;
    const rival = documents[place] ?? 0;
    const difference = (columns.published[document] ?? 0) - (columns.published[rival] ?? 0);
    if (difference !== 0) return difference > 0;
    return (columns.ids[document] ?? '') > (columns.ids[rival] ?? '');
  }

  function isBehind(document: number, rank: number, position: SearchPosition): boolean {
    if (rank !== position.rank) return rank < position.rank;
    const published = columns.published[document] ?? 0;
    if (published !== position.publishedAt) return published < position.publishedAt;
    return (columns.ids[document] ?? '') < position.id;
  }

  const best = {
    least: Number.NEGATIVE_INFINITY,

    offer(document: number, rank: number): void {
      if (after !== null && !isBehind(document, rank, after)) return;
      if (count === limit && !isBefore(document, rank, limit - 1)) return;
      let low = 0;
      let high = count;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (isBefore(document, rank, middle)) high = middle;
        else low = middle + 1;
      }
      documents.copyWithin(low + 1, low, count);
      ranks.copyWithin(low + 1, low, count);
      documents[low] = document;
      ranks[low] = rank;
      if (count < limit) count += 1;
      if (count === limit) best.least = ranks[limit - 1] ?? 0;
    },

    hits: () =>
      Array.from({ length: count }, (_, place) => ({
        document: documents[place] ?? 0,
        rank: ranks[place] ?? 0,
      })),
  };
  return best;
}
