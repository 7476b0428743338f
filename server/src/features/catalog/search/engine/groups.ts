import { grown, words32 } from './growing.ts';
import { beginTally, countIn, newTally, type Tally } from './tally.ts';

/** Numbers that belong to named groups, which are counted by what their members count: names of companies, places of lists. */
export interface Groups {
  /** The groups that count most, of equal ones the first by name; none that counts nothing. */
  mostFrequent(tally: Tally, limit: number): GroupCount[];
  /** By the number, 1 where it belongs to one of the groups of these names. */
  membersOf(names: ReadonlySet<string>): Uint8Array;
}

export interface GroupCount {
  readonly value: string;
  readonly count: number;
  /** The numbers of its members. */
  readonly members: readonly number[];
}

/**
 * @param size how many numbers there are; it only grows
 * @param namesOf the groups that a number belongs to; it counts once for each
 */
export function createGroups(size: () => number, namesOf: (number: number) => readonly string[]): Groups {
  const names: string[] = [];
  const members: number[][] = [];
  const groups = new Map<string, number>();
  /** The groups of number n stand in `belongs` between `ends[n - 1]` and `ends[n]`. */
  let ends = new Uint32Array(0);
  let belongs = new Uint32Array(0);
  let read = 0;
  /** All groups in the order of their names, and the place of each in it. */
  let inOrder = new Uint32Array(0);
  let order = new Uint32Array(0);
  const sums = newTally();

  function groupOf(name: string): number {
    const known = groups.get(name);
    if (known !== undefined) return known;
    groups.set(name, names.length);
    names.push(name);
    members.push([]);
    return names.length - 1;
  }

  /** Reads the numbers that came in since. */
  function update(): void {
    const all = size();
    if (read === all) return;
    ends = grown(ends, all, words32);
    for (; read < all; read += 1) {
      let end = read === 0 ? 0 : (ends[read - 1] ?? 0);
      for (const group of new Set(namesOf(read).map(groupOf))) {
        belongs = grown(belongs, end + 1, words32);
        belongs[end] = group;
        members[group]?.push(read);
        end += 1;
      }
      ends[read] = end;
    }
    if (inOrder.length === names.length) return;
    inOrder = mergeNew(inOrder);
    order = grown(order, names.length, words32);
    for (let place = 0; place < inOrder.length; place += 1) order[inOrder[place] ?? 0] = place;
  }

  function mergeNew(old: Uint32Array): Uint32Array<ArrayBuffer> {
    const nameOf = (group: number | undefined) => names[group ?? 0] ?? '';
    const fresh = Array.from({ length: names.length - old.length }, (_, at) => old.length + at);
    fresh.sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
    const merged = new Uint32Array(names.length);
    let at = 0;
    let from = 0;
    for (const group of fresh) {
      let low = from;
      let high = old.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (nameOf(old[middle]) < nameOf(group)) low = middle + 1;
        else high = middle;
      }
      merged.set(old.subarray(from, low), at);
      at += low - from;
      from = low;
      merged[at] = group;
      at += 1;
    }
    merged.set(old.subarray(from), at);
    return merged;
  }

  return {
    mostFrequent({ counts, counted, length }, limit) {
      update();
      beginTally(sums, names.length);
      for (let at = 0; at < length; at += 1) {
        const number = counted[at] ?? 0;
        const count = counts[number] ?? 0;
        const end = ends[number] ?? 0;
        for (let place = number === 0 ? 0 : (ends[number - 1] ?? 0); place < end; place += 1) {
          countIn(sums, belongs[place] ?? 0, count);
        }
      }
      const sumOf = sums.counts;
      const best: number[] = [];
      /** What a group has to count at least to be among them. */
      let least = 1;
      for (let at = 0; at < sums.length; at += 1) {
        const group = sums.counted[at] ?? 0;
        const sum = sumOf[group] ?? 0;
        if (sum < least) continue;
        const before = order[group] ?? 0;
        let place = best.length;
        for (; place > 0; place -= 1) {
          const other = best[place - 1] ?? 0;
          const difference = sum - (sumOf[other] ?? 0);
          if (difference < 0 || (difference === 0 && before > (order[other] ?? 0))) break;
        }
        if (place === limit) continue;
        best.splice(place, 0, group);
        if (best.length > limit) best.pop();
        if (best.length === limit) least = sumOf[best[limit - 1] ?? 0] ?? 0;
      }
      return best.map((group) => ({
        value: names[group] ?? '',
        count: sumOf[group] ?? 0,
        members: members[group] ?? [],
      }));
    },

    membersOf(wanted) {
      update();
      const flags = new Uint8Array(read);
      for (const name of wanted) {
        const group = groups.get(name);
        for (const number of group === undefined ? [] : (members[group] ?? [])) flags[number] = 1;
      }
      return flags;
    },
  };
}
