import { ApplicationError } from '../errors/index.ts';

/**
 * Writes the position after an item as an opaque cursor. `parts` are the values of the list's order, the last one
 * being unique, as strings.
 */
export function encodeCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Reads a cursor of so many parts; throws `invalid_cursor` for anything else. */
export function decodeCursor(cursor: string, length: number): readonly string[] {
  const parts = parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  if (!Array.isArray(parts) || parts.length !== length || !parts.every((part) => typeof part === 'string')) {
    throw new ApplicationError('invalid_cursor');
  }
  return parts;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApplicationError('invalid_cursor');
  }
}

/**
 * Cuts a page from rows that were read with one row more than the page has, and tells where the next one starts.
 */
export function toPage<Row, Item>(
  rows: readonly Row[],
  limit: number,
  toItem: (row: Row) => Item,
  position: (row: Row) => readonly string[],
): { items: Item[]; next_cursor: string | null } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { items: shown.map(toItem), next_cursor: more ? encodeCursor(position(last)) : null };
}
