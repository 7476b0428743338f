import type { Queries } from './queries.ts';
import { bucketOf, type HotAtoms, noRows, type RowColumns, reserveRows, writeRow } from './rows.ts';

/** Rows by the atom that finds them, and within an atom by bucket; rows of one bucket are a group. */
export interface SortedRows {
  readonly rows: RowColumns;
  readonly count: number;
  /** For each atom the first of its groups, and the end of the last. */
  readonly groupStarts: Uint32Array<ArrayBuffer>;
  readonly groupBuckets: Uint32Array<ArrayBuffer>;
  /** The first row of each group, and the end of the last. */
  readonly groupRows: Uint32Array<ArrayBuffer>;
  /** Queries that nobody asks any more, whose rows are left out. */
  readonly left: ReadonlySet<number>;
}

const rowsPerStep = 16_384;
/** A bucket and a row are one number while they are sorted. */
const rowLimit = 0x1_0000_0000;

/** Sorts the rows before `end`, a bit in each step; they may be searched meanwhile, and others may come in behind. */
export function* sortRows(
  rows: RowColumns,
  end: number,
  {
    queries,
    hot,
    atoms,
    isAsked,
    accessOf,
  }: {
    readonly queries: Queries;
    readonly hot: HotAtoms;
    readonly atoms: number;
    readonly isAsked: (query: number) => boolean;
    readonly accessOf: (conjunction: number) => number;
  },
): Generator<void, SortedRows, void> {
  // Columns of rows before the end stay as they are, also when larger ones take their place.
  const { query: queryOf, conjunction: conjunctionOf } = rows;
  const left = new Set<number>();
  /** The atom and one; 0: left out. */
  const accesses = new Uint32Array(end);
  const starts = new Uint32Array(atoms + 1);
  for (let row = 0; row < end; row += 1) {
    if (row % rowsPerStep === 0) yield;
    const query = queryOf[row] ?? 0;
    if (!isAsked(query)) {
      left.add(query);
      continue;
    }
    const access = accessOf(conjunctionOf[row] ?? 0);
    accesses[row] = access + 1;
    starts[access] = (starts[access] ?? 0) + 1;
  }
  let count = 0;
  for (let atom = 0; atom <= atoms; atom += 1) {
    const own = starts[atom] ?? 0;
    starts[atom] = count;
    count += own;
  }
  const order = new Uint32Array(count);
  const next = starts.slice();
  for (let row = 0; row < end; row += 1) {
    if (row % rowsPerStep === 0) yield;
    const access = accesses[row] ?? 0;
    if (access === 0) continue;
    const to = next[access - 1] ?? 0;
    order[to] = row;
    next[access - 1] = to + 1;
  }

  const fresh = noRows();
  reserveRows(fresh, count);
  const groupStarts = new Uint32Array(atoms + 1);
  const groupBuckets: number[] = [];
  const groupRows: number[] = [];
  let work = 0;
  for (let atom = 0; atom < atoms; atom += 1) {
    groupStarts[atom] = groupBuckets.length;
    const from = starts[atom] ?? 0;
    const own = Float64Array.from(
      order.subarray(from, starts[atom + 1] ?? count),
      (row) => bucketOf(queryOf[row] ?? 0, queries) * rowLimit + row,
    ).sort();
    for (const [place, key] of own.entries()) {
      const bucket = Math.floor(key / rowLimit);
      const row = key % rowLimit;
      if (groupBuckets.length === groupStarts[atom] || groupBuckets.at(-1) !== bucket) {
        groupBuckets.push(bucket);
        groupRows.push(from + place);
      }
      const context = { queries, hot, access: atom };
      writeRow(fresh, from + place, queryOf[row] ?? 0, conjunctionOf[row] ?? 0, context);
      work += 1;
      if (work % rowsPerStep === 0) yield;
    }
  }
  groupStarts[atoms] = groupBuckets.length;
  groupRows.push(count);
  return {
    rows: fresh,
    count,
    groupStarts,
    groupBuckets: Uint32Array.from(groupBuckets),
    groupRows: Uint32Array.from(groupRows),
    left,
  };
}
