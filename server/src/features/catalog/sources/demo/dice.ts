/** Numbers that look like chance and are the same each time (mulberry32). */
export function createDice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    /** True in so many of a hundred cases. */
    chance: (percent: number) => next() * 100 < percent,
    /** Some of these in the order in which they stand. */
    pick(items: readonly string[], count: number): string[] {
      const left = new Set(items.keys());
      while (left.size > count) left.delete([...left][below(left.size)] ?? 0);
      return items.filter((_item, index) => left.has(index));
    },
  };
}

export type Dice = ReturnType<typeof createDice>;
