/** A cell that a spreadsheet would take for a formula, or for one that has been guarded. */
const formula = /^'?[=+\-@\t\r]/;

/**
 * A line of CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe, which `withoutGuard`
 * takes off.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(cellOf).join(',')}\r\n`;
}

/** The first line of CSV for a spreadsheet, which needs a byte order mark to recognize UTF-8. */
export const csvHeader = (names: readonly string[]): string => `\uFEFF${csvLine(names)}`;

/** A cell as it was before it was written. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
}

function cellOf(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
