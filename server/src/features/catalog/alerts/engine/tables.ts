/** Typed arrays that grow, and hash tables over them: an object for each of a million alerts would take ten times the memory. */

export function grown<Numbers extends Uint32Array | Int32Array | Uint8Array>(
  numbers: Numbers,
  size: number,
  make: (size: number) => Numbers,
): Numbers {
  if (numbers.length >= size) return numbers;
  const larger = make(Math.max(size, Math.ceil(numbers.length * 1.5), 1_024));
  larger.set(numbers);
  return larger;
}

export const words32 = (size: number) => new Uint32Array(size);

/** Finds numbers of rows by what the rows hold, which it asks for: it keeps nothing but the numbers. */
export interface RowTable {
  find(hash: number, isSame: (row: number) => boolean): number | undefined;
  add(hash: number, row: number): void;
  remove(hash: number, row: number): void;
}

const empty = 0;
const removed = 0xffffffff;

export function createRowTable(hashOf: (row: number) => number): RowTable {
  /** The row and one. */
  let slots = new Uint32Array(1_024);
  let used = 0;
  let live = 0;

  function place(hash: number, row: number): void {
    let at = spread(hash) & (slots.length - 1);
    while (slots[at] !== empty) at = (at + 1) & (slots.length - 1);
    slots[at] = row + 1;
    used += 1;
  }

  function enlarge(): void {
    const old = slots;
    slots = new Uint32Array(live * 3 > old.length ? old.length * 2 : old.length);
    used = 0;
    for (const slot of old) if (slot !== empty && slot !== removed) place(hashOf(slot - 1), slot - 1);
  }

  return {
    find(hash, isSame) {
      for (
        let at = spread(hash) & (slots.length - 1);
        slots[at] !== empty;
        at = (at + 1) & (slots.length - 1)
      ) {
        const slot = slots[at] ?? empty;
        if (slot !== removed && isSame(slot - 1)) return slot - 1;
      }
      return undefined;
    },
    add(hash, row) {
      if (used * 3 > slots.length * 2) enlarge();
      place(hash, row);
      live += 1;
    },
    remove(hash, row) {
      for (
        let at = spread(hash) & (slots.length - 1);
        slots[at] !== empty;
        at = (at + 1) & (slots.length - 1)
      ) {
        if (slots[at] !== row + 1) continue;
        slots[at] = removed;
        live -= 1;
        return;
      }
    },
  };
}

export const mix = (hash: number, value: number): number =>
  Math.imul(hash ^ value, 0x9e3779b1) ^ (hash >>> 15);

function spread(hash: number): number {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> 0;
}
