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

const longest = 48;
const rows = [new Uint8Array(longest), new Uint8Array(longest), new Uint8Array(longest)] as const;

/**
 * How many insertions, deletions, replacements or swaps of neighbours lead from one word to the other, as far as it is not more
 * than `most`; `most + 1` where it is.
 */
export function editsWithin(left: string, right: string, most: number): number {
  if (Math.abs(left.length - right.length) > most || left.length >= longest || right.length >= longest) {
    return most + 1;
  }
  let [beforePrevious, previous, current]: [Uint8Array, Uint8Array, Uint8Array] = [...rows];
  for (let column = 0; column <= right.length; column += 1) previous[column] = column;
  for (let row = 1; row <= left.length; row += 1) {
    current[0] = row;
    let least = row;
    const from = left.charCodeAt(row - 1);
    for (let column = 1; column <= right.length; column += 1) {
      const to = right.charCodeAt(column - 1);
      let cost = (previous[column - 1] ?? 0) + (from === to ? 0 : 1);
      cost = Math.min(cost, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const isSwapped =
        row > 1 && column > 1 && from === right.charCodeAt(column - 2) && left.charCodeAt(row - 2) === to;
      if (isSwapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
  }
  return Math.min(most + 1, previous[right.length] ?? 0);
}
