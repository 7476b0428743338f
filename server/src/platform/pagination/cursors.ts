import { idSchema } from '@rolecall/contract';
import { z } from 'zod';
import { ApplicationError } from '../errors/index.ts';

/** An instant of a position. The database knows no year before the first. */
export const momentField = z.codec(
  z.iso.datetime({ precision: 3 }),
  z.date().min(new Date('0001-01-01T00:00:00Z')),
  { decode: (text) => new Date(text), encode: (moment) => moment.toISOString() },
);

export const idField = idSchema;

export const countField = z.int().nonnegative();

export const rankField = z.number().nonnegative();

/** The database knows no text with a zero in it. */
export const textField = z.string().refine((text) => !text.includes('\0'));

/** A page of a list, as the contract has it. */
interface Page<Item> {
  readonly items: Item[];
  readonly next_cursor: string | null;
}

/**
 * Cuts lists into pages by keyset. A cursor is a position in the order of its list, as an opaque text; `list` names the
 * list, its filters and its order where a cursor of another one would be wrong.
 */
export interface Cursors<Position> {
  /**
   * The position behind which the page begins; null at the beginning.
   * @throws {ApplicationError} `invalid_cursor` for anything that we have not written for this list
   */
  read(cursor: string | undefined, list?: string): Position | null;
  write(position: Position, list?: string): string;
  /** Cuts a page from rows that were read with one more than the page has. */
  page<Row, Item>(
    rows: readonly Row[],
    limit: number,
    toItem: (row: Row) => Item,
    position: (row: Row) => Position,
    list?: string,
  ): Page<Item>;
}

/** @param fields the values of the order, of which the last is unique; they must encode to JSON */
export function createCursors<Shape extends z.core.$ZodShape>(
  fields: Shape,
): Cursors<z.output<z.ZodObject<Shape>>> {
  const names = Object.keys(fields);
  const schema = z.object(fields);

  function write(position: z.output<typeof schema>, list = ''): string {
    const values = new Map(Object.entries(z.encode(schema, position)));
    return Buffer.from(JSON.stringify([list, ...names.map((name) => values.get(name))])).toString(
      'base64url',
    );
  }

  return {
    write,

    read(cursor, list = '') {
      if (cursor === undefined) return null;
      const parts = parse(cursor);
      if (!Array.isArray(parts) || parts.length !== names.length + 1 || parts[0] !== list) throw invalid();
      const values = Object.fromEntries(names.map((name, place) => [name, parts[place + 1]]));
      const position = schema.safeParse(values);
      if (!position.success) throw invalid();
      return position.data;
    },

    page(rows, limit, toItem, position, list) {
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      const more = rows.length > limit && last !== undefined;
      return { items: shown.map(toItem), next_cursor: more ? write(position(last), list) : null };
    },
  };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw invalid();
  }
}

const invalid = () => new ApplicationError('invalid_cursor');
