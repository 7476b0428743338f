export interface DiffLine {
  readonly change: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond that many lines on a side only the whole is compared, since the work grows with their product. */
const mostLines = 600;

/** What has become of a text, line by line, by their longest common subsequence. */
export function diffLines(before: string, after: string): DiffLine[] {
  const [old, now] = [before.split('\n'), after.split('\n')];
  if (old.length > mostLines || now.length > mostLines) {
    return before === after
      ? now.map((text) => ({ change: 'same', text }))
      : [...old.map((text) => line('removed', text)), ...now.map((text) => line('added', text))];
  }
  const common = lengths(old, now);
  const lines: DiffLine[] = [];
  let [left, right] = [0, 0];
  while (left < old.length || right < now.length) {
    const [from, to] = [old[left], now[right]];
    if (from !== undefined && from === to) {
      lines.push(line('same', from));
      left += 1;
      right += 1;
    } else if (from !== undefined && at(common, left + 1, right) >= at(common, left, right + 1)) {
      lines.push(line('removed', from));
      left += 1;
    } else {
      lines.push(line('added', to ?? ''));
      right += 1;
    }
  }
  return lines;
}

const line = (change: DiffLine['change'], text: string): DiffLine => ({ change, text });
const at = (table: readonly (readonly number[])[], row: number, column: number) =>
  row < table.length ? (table[row]?.[column] ?? 0) : -1;

/** How many lines the rests from each pair of places have in common. */
function lengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  for (let row = old.length - 1; row >= 0; row -= 1) {
    const own = table[row];
    if (own === undefined) continue;
    for (let column = now.length - 1; column >= 0; column -= 1) {
      own[column] =
        old[row] === now[column]
          ? at(table, row + 1, column + 1) + 1
          : Math.max(at(table, row + 1, column), own[column + 1] ?? 0);
    }
  }
  return table;
}
