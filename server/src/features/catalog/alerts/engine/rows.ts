import type { Queries } from './queries.ts';
import { grown, words32 } from './tables.ts';
import { isRemoteOnly } from './traits.ts';

/**
 * The rows of the index: 32 bytes for each alternative of each query. Most lie sorted by the word that finds them and by the
 * bucket of their place, so that what a vacancy looks at lies together; what came in since then lies behind, and is found by a map.
 */
export interface RowColumns {
  /** Bits of the atoms that most searches have: 63, and above them whether there are others too. */
  low: Uint32Array;
  high: Uint32Array;
  mask: Uint32Array;
  pay: Uint32Array;
  place: Uint32Array;
  conjunction: Uint32Array;
  details: Uint32Array;
  query: Uint32Array;
}

export const noRows = (): RowColumns => ({
  low: new Uint32Array(0),
  high: new Uint32Array(0),
  mask: new Uint32Array(0),
  pay: new Uint32Array(0),
  place: new Uint32Array(0),
  conjunction: new Uint32Array(0),
  details: new Uint32Array(0),
  query: new Uint32Array(0),
});

export function reserveRows(rows: RowColumns, size: number): void {
  rows.low = grown(rows.low, size, words32);
  rows.high = grown(rows.high, size, words32);
  rows.mask = grown(rows.mask, size, words32);
  rows.pay = grown(rows.pay, size, words32);
  rows.place = grown(rows.place, size, words32);
  rows.conjunction = grown(rows.conjunction, size, words32);
  rows.details = grown(rows.details, size, words32);
  rows.query = grown(rows.query, size, words32);
}

/** The row has atoms that its signature does not tell. */
export const incomplete = 0x8000_0000;
export const hotAtoms = 63;

/** Atoms that have a bit of their own in signatures, by their numbers: the place of the bit. */
export type HotAtoms = ReadonlyMap<number, number>;

/** Writes a row for an alternative of a query. */
export function writeRow(
  rows: RowColumns,
  row: number,
  query: number,
  conjunction: number,
  { queries, hot, access }: { readonly queries: Queries; readonly hot: HotAtoms; readonly access: number },
): void {
  let low = 0;
  let high = 0;
  const end = queries.atomStarts[conjunction + 1] ?? 0;
  for (let at = queries.atomStarts[conjunction] ?? 0; at < end; at += 1) {
    const atom = queries.atomPool[at] ?? 0;
    const bit = hot.get(atom);
    if (bit === undefined) {
      if (atom !== access) high |= incomplete;
    } else if (bit < 32) low |= 1 << bit;
    else high |= 1 << (bit - 32);
  }
  rows.low[row] = low;
  rows.high[row] = high;
  rows.mask[row] = queries.maskOf(query);
  rows.pay[row] = queries.payOf(query);
  rows.place[row] = queries.placeOf(query);
  rows.conjunction[row] = conjunction;
  rows.details[row] = queries.detailsOf(query);
  rows.query[row] = query;
}

/** The bucket of a query: the place that it asks for, and whether it only wants remote work. */
export const bucketOf = (query: number, queries: Queries): number =>
  queries.placeOf(query) * 2 + (isRemoteOnly(queries.maskOf(query)) ? 1 : 0);
