import { grown, words32 } from './growing.ts';

/** Numbers that belong to named groups, which are counted by what their members count: names of companies, places of lists. */
export interface Groups {
  /** The groups that count most, of equal ones the first by name; none that counts nothing. @param counts by the number */
  mostFrequent(counts: Uint32Array, limit: number): GroupCount[];
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
  /** All groups in the order of their names. */
  let inOrder = new Uint32Array(0);
  let sums = new Uint32Array(0);

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
    if (inOrder.length < names.length) inOrder = mergeNew(inOrder);
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
    mostFrequent(counts, limit) {
      update();
      if (sums.length < names.length) sums = grown(sums, names.length, words32);
      sums.fill(0);
      for (let number = 0; number < read; number += 1) {
        const count = counts[number] ?? 0;
        if (count === 0) continue;
        const end = ends[number] ?? 0;
        for (let at = number === 0 ? 0 : (ends[number - 1] ?? 0); at < end; at += 1) {
          const group = belongs[at] ?? 0;
          sums[group] = (sums[group] ?? 0) + count;
        }
      }
      const best: number[] = [];
      /** What a group has to count more than to be among them: of equal ones the first by name came before. */
      let most = 0;
      for (const group of inOrder) {
        const sum = sums[group] ?? 0;
        if (sum <= most) continue;
        let place = best.length;
        while (place > 0 && (sums[best[place - 1] ?? 0] ?? 0) < sum) place -= 1;
        best.splice(place, 0, group);
        if (best.length > limit) best.pop();
        if (best.length === limit) most = sums[best[limit - 1] ?? 0] ?? 0;
      }
      return best.map((group) => ({
        value: names[group] ?? '',
        count: sums[group] ?? 0,
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
