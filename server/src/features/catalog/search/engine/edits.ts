/** Which letters and digits a word has, a bit each: one edit changes two of them at most. */
export function signatureOf(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits >>> 0;
}

export function countBits(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Letters of a word are bits of a number. */
const longest = 31;
/** Letters below it are looked up in a table, others one by one. */
const tableSize = 128;
const letters = new Int32Array(tableSize);
const tooMany = 255;

/**
 * Counts how many insertions, deletions, replacements or swaps of neighbours lead from a word to others, all letters of the word at
 * once, as bits (Hyyrö 2002, "Explaining and extending the bit-parallel approximate string matching algorithm of Myers"). A word of
 * more than 31 letters is like no other one. Only the counter that was made last counts.
 */
export function createEditCounter(word: string): (other: string) => number {
  const { length } = word;
  if (length === 0 || length > longest) return () => tooMany;
  letters.fill(0);
  const rare = new Map<number, number>();
  for (let at = 0; at < length; at += 1) {
    const code = word.charCodeAt(at);
    if (code < tableSize) letters[code] = (letters[code] ?? 0) | (1 << at);
    else rare.set(code, (rare.get(code) ?? 0) | (1 << at));
  }
  const last = 1 << (length - 1);

  return (other) => {
    let increasing = -1;
    let decreasing = 0;
    let diagonal = 0;
    let before = 0;
    let edits = length;
    for (let at = 0; at < other.length; at += 1) {
      const code = other.charCodeAt(at);
      const matching = code < tableSize ? (letters[code] ?? 0) : (rare.get(code) ?? 0);
      const swapped = ((~diagonal & matching) << 1) & before;
      diagonal =
        ((((matching & increasing) + increasing) | 0) ^ increasing) | matching | decreasing | swapped;
      const up = decreasing | ~(diagonal | increasing);
      const down = diagonal & increasing;
      if ((up & last) !== 0) edits += 1;
      if ((down & last) !== 0) edits -= 1;
      const shifted = (up << 1) | 1;
      increasing = (down << 1) | ~(diagonal | shifted);
      decreasing = shifted & diagonal;
      before = matching;
    }
    return edits;
  };
}
