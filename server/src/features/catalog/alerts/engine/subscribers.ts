import { createRowTable, grown, mix, words32 } from './tables.ts';

/** Which alerts ask which query: equal ones share it. An alert is a number, and its id 16 bytes. */
export interface Subscribers {
  readonly count: number;
  /** Lets an alert ask a query, instead of the one that it has asked. @returns that one, if nobody asks it any more */
  put(id: string, query: number): number | undefined;
  remove(id: string): number | undefined;
  queryOf(id: string): number | undefined;
  isAsked(query: number): boolean;
  /** Writes the numbers of those who ask a query behind `at`, and answers where it ended. */
  collect(query: number, into: { numbers: Uint32Array }, at: number): number;
  idOf(number: number): string;
}

const none = 0xffffffff;

export function createSubscribers(): Subscribers {
  let ids = new Uint32Array(0);
  let queries = new Uint32Array(0);
  let next = new Uint32Array(0);
  /** The first who asks a query. */
  let heads = new Uint32Array(0);
  let size = 0;
  let count = 0;
  const free: number[] = [];
  const parts = new Uint32Array(4);

  const hashOfRow = (row: number) =>
    mix(mix(mix(ids[row * 4] ?? 0, ids[row * 4 + 1] ?? 0), ids[row * 4 + 2] ?? 0), ids[row * 4 + 3] ?? 0);
  const table = createRowTable(hashOfRow);

  function read(id: string): number {
    const digits = id.replaceAll('-', '');
    for (let at = 0; at < 4; at += 1) parts[at] = Number.parseInt(digits.slice(at * 8, at * 8 + 8), 16);
    return mix(mix(mix(parts[0] ?? 0, parts[1] ?? 0), parts[2] ?? 0), parts[3] ?? 0);
  }

  const isRead = (row: number) =>
    ids[row * 4] === parts[0] &&
    ids[row * 4 + 1] === parts[1] &&
    ids[row * 4 + 2] === parts[2] &&
    ids[row * 4 + 3] === parts[3];

  function unlink(row: number): number | undefined {
    const query = queries[row] ?? 0;
    const after = next[row] ?? none;
    if (heads[query] === row) heads[query] = after;
    else {
      let at = heads[query] ?? none;
      while (at !== none && next[at] !== row) at = next[at] ?? none;
      if (at !== none) next[at] = after;
    }
    return heads[query] === none ? query : undefined;
  }

  function link(row: number, query: number): void {
    if (query >= heads.length) {
      const before = heads.length;
      heads = grown(heads, query + 1, words32);
      heads.fill(none, before);
    }
    queries[row] = query;
    next[row] = heads[query] ?? none;
    heads[query] = row;
  }

  return {
    get count() {
      return count;
    },
    put(id, query) {
      const hash = read(id);
      const known = table.find(hash, isRead);
      if (known !== undefined) {
        if (queries[known] === query) return undefined;
        const left = unlink(known);
        link(known, query);
        return left;
      }
      const row = free.pop() ?? size++;
      ids = grown(ids, (row + 1) * 4, words32);
      queries = grown(queries, row + 1, words32);
      next = grown(next, row + 1, words32);
      ids.set(parts, row * 4);
      table.add(hash, row);
      link(row, query);
      count += 1;
      return undefined;
    },
    remove(id) {
      const hash = read(id);
      const known = table.find(hash, isRead);
      if (known === undefined) return undefined;
      table.remove(hash, known);
      free.push(known);
      count -= 1;
      return unlink(known);
    },
    queryOf(id) {
      const row = table.find(read(id), isRead);
      return row === undefined ? undefined : queries[row];
    },
    isAsked: (query) => (heads[query] ?? none) !== none,
    collect(query, into, at) {
      let end = at;
      for (let row = heads[query] ?? none; row !== none; row = next[row] ?? none) {
        if (end >= into.numbers.length) into.numbers = grown(into.numbers, end + 1, words32);
        into.numbers[end] = row;
        end += 1;
      }
      return end;
    },
    idOf(number) {
      let digits = '';
      for (let at = 0; at < 4; at += 1) digits += (ids[number * 4 + at] ?? 0).toString(16).padStart(8, '0');
      return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-${digits.slice(12, 16)}-${digits.slice(16, 20)}-${digits.slice(20)}`;
    },
  };
}
