import { closeSync, fsyncSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import type { CollectionParts } from './collection.ts';

/**
 * A collection as a file: a mark, then sections with a name, a type, a length and a checksum, then a mark of the end. It is
 * written beside the old one and takes its place when it is whole. Whatever is wrong with it makes it worthless, and the
 * collection is made from the database.
 */
const mark = 'rolecall-search-2\n';
/** No section of an honest file is longer; it also keeps a broken length from asking for all memory. */
const largestSection = 512 * 1_024 * 1_024;

type Column = Uint8Array | Uint16Array | Uint32Array | Float64Array;
const columnTypes = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
type ColumnType = keyof typeof columnTypes;
const typesByName: ReadonlySet<string> = new Set(Object.keys(columnTypes));

interface Header {
  readonly name: string;
  readonly type: ColumnType | 'json';
  readonly bytes: number;
  readonly checksum: number;
}

/** @returns its size in bytes */
export function writeSnapshot(path: string, parts: CollectionParts, about: object): number {
  const temporary = `${path}.${process.pid}.new`;
  const file = openSync(temporary, 'w', 0o600);
  let size = 0;
  const put = (bytes: Uint8Array) => {
    let written = 0;
    while (written < bytes.length) written += writeSync(file, bytes, written);
    size += bytes.length;
  };
  const section = (name: string, type: Header['type'], bytes: Uint8Array) => {
    const header: Header = { name, type, bytes: bytes.length, checksum: crc32(bytes) };
    put(Buffer.from(`${JSON.stringify(header)}\n`));
    put(bytes);
  };
  try {
    put(Buffer.from(mark));
    for (const [name, column] of columnsOf(parts)) {
      section(name, typeOf(column), new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
    }
    for (const [name, value] of Object.entries({ ...restOf(parts), about })) {
      // Long lists are cut, since a text has a largest length.
      const lists = Array.isArray(value) ? chunksOf(value) : [value];
      for (const list of lists) section(name, 'json', Buffer.from(JSON.stringify(list)));
    }
    section('end', 'json', Buffer.from('[]'));
    fsyncSync(file);
  } catch (error) {
    closeSync(file);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(file);
  renameSync(temporary, path);
  return size;
}

const chunkLength = 50_000;

function chunksOf(list: readonly unknown[]): unknown[][] {
  const chunks: unknown[][] = [[]];
  for (let from = 0; from < list.length; from += chunkLength)
    chunks.push(list.slice(from, from + chunkLength));
  return chunks;
}

/** @throws {Error} when it is no whole snapshot of this version; also when there is none */
export function readSnapshot(path: string): { readonly parts: CollectionParts; readonly about: unknown } {
  const file = openSync(path, 'r');
  try {
    return readFile(file);
  } finally {
    closeSync(file);
  }
}

function readFile(file: number) {
  const take = (length: number): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(length);
    let read = 0;
    while (read < length) {
      const count = readSync(file, bytes, read, length - read, null);
      if (count === 0) throw new Error('the snapshot ends too early');
      read += count;
    }
    return bytes;
  };
  const line = (): string => {
    const bytes: number[] = [];
    for (let byte = take(1)[0] ?? 0; byte !== 10; byte = take(1)[0] ?? 0) {
      bytes.push(byte);
      if (bytes.length > 500) throw new Error('the snapshot has a header that is none');
    }
    return Buffer.from(bytes).toString();
  };
  if (`${line()}\n` !== mark) throw new Error('the snapshot is of another version');
  const columns = new Map<string, Column>();
  const lists = new Map<string, unknown>();
  for (;;) {
    const { name, type, bytes: length, checksum } = readHeader(line());
    const bytes = take(length);
    if (crc32(bytes) !== checksum) throw new Error(`the section ${name} of the snapshot is broken`);
    if (name === 'end') break;
    if (type !== 'json') {
      columns.set(name, new columnTypes[type](bytes.buffer));
      continue;
    }
    const value: unknown = JSON.parse(Buffer.from(bytes.buffer).toString());
    const known = lists.get(name);
    if (Array.isArray(known) && Array.isArray(value)) for (const each of value) known.push(each);
    else lists.set(name, value);
  }
  return { parts: assemble(columns, lists), about: lists.get('about') };
}

function readHeader(text: string): Header {
  const header: unknown = JSON.parse(text);
  if (typeof header !== 'object' || header === null)
    throw new Error('the snapshot has a header that is none');
  const { name, type, bytes, checksum } = { name: '', type: '', bytes: -1, checksum: 0, ...header };
  const isType = (value: string): value is Header['type'] => value === 'json' || typesByName.has(value);
  if (typeof bytes !== 'number' || bytes < 0 || bytes > largestSection || !isType(type)) {
    throw new Error('the snapshot has a header that is none');
  }
  return { name, type, bytes, checksum };
}

const isColumn = (value: unknown): value is Column =>
  Object.values(columnTypes).some((type) => value instanceof type);

function typeOf(column: Column): ColumnType {
  if (column instanceof Uint8Array) return 'u8';
  if (column instanceof Uint16Array) return 'u16';
  return column instanceof Uint32Array ? 'u32' : 'f64';
}

/** All that is a column, as much of it as is used. */
function* columnsOf({
  columns,
  postings,
  streams,
  vocabulary,
  size,
}: CollectionParts): Generator<[string, Column]> {
  for (const [name, column] of Object.entries(columns)) {
    if (isColumn(column)) yield [`columns.${name}`, column.subarray(0, size)];
  }
  for (const [part, value] of Object.entries({ postings, streams, vocabulary })) {
    for (const [name, column] of Object.entries(value)) {
      if (isColumn(column)) yield [`${part}.${name}`, column];
    }
  }
  for (const [number, page] of postings.pages.entries()) yield [`postings.pages.${number}`, page];
  for (const [number, page] of postings.places.entries()) yield [`postings.places.${number}`, page];
  for (const [number, page] of streams.pages.entries()) yield [`streams.pages.${number}`, page];
}

/** All that is none. */
function restOf(parts: CollectionParts): Readonly<Record<string, unknown>> {
  const { columns, postings, streams, vocabulary, ...rest } = parts;
  return {
    ...rest,
    places: [...rest.places],
    ids: columns.ids.slice(0, parts.size),
    vacancies: columns.vacancies.slice(0, parts.size),
    otherIds: [...columns.otherIds],
    texts: vocabulary.texts,
    used: { postings: postings.used, streams: streams.used },
  };
}

function assemble(
  columns: ReadonlyMap<string, Column>,
  lists: ReadonlyMap<string, unknown>,
): CollectionParts {
  const bytes = (name: string) => columnOf(columns, name, (value) => value instanceof Uint8Array);
  const shorts = (name: string) => columnOf(columns, name, (value) => value instanceof Uint16Array);
  const numbers = (name: string) => columnOf(columns, name, (value) => value instanceof Uint32Array);
  const doubles = (name: string) => columnOf(columns, name, (value) => value instanceof Float64Array);
  const texts = (name: string) => listOf(lists, name, (value) => typeof value === 'string');
  const counts = (name: string) => listOf(lists, name, (value) => typeof value === 'number');
  const used = { postings: -1, streams: -1, ...objectOf(lists.get('used')) };
  const size = lists.get('size');
  if (typeof size !== 'number') throw new Error('the snapshot says no size');
  return {
    columns: {
      isLive: bytes('columns.isLive'),
      published: doubles('columns.published'),
      payAnnual: doubles('columns.payAnnual'),
      payCurrency: shorts('columns.payCurrency'),
      company: numbers('columns.company'),
      title: numbers('columns.title'),
      places: numbers('columns.places'),
      traits: shorts('columns.traits'),
      sources: numbers('columns.sources'),
      revisions: numbers('columns.revisions'),
      language: bytes('columns.language'),
      ids: texts('ids'),
      vacancies: texts('vacancies'),
      otherIds: new Map(
        listOf(lists, 'otherIds', (value): value is [number, string[]] => Array.isArray(value)),
      ),
    },
    postings: {
      pages: pagesOf(columns, 'postings.pages', numbers),
      places: pagesOf(columns, 'postings.places', bytes),
      heads: numbers('postings.heads'),
      tails: numbers('postings.tails'),
      lengths: numbers('postings.lengths'),
      used: used.postings,
    },
    streams: {
      pages: pagesOf(columns, 'streams.pages', bytes),
      starts: numbers('streams.starts'),
      sizes: numbers('streams.sizes'),
      used: used.streams,
    },
    vocabulary: {
      texts: texts('texts'),
      frequencies: numbers('vocabulary.frequencies'),
      headlineFrequencies: numbers('vocabulary.headlineFrequencies'),
      byLanguage: numbers('vocabulary.byLanguage'),
    },
    places: texts('places'),
    titles: texts('titles'),
    companies: texts('companies'),
    currencies: texts('currencies'),
    sources: texts('sources'),
    skills: texts('skills'),
    traitMasks: counts('traitMasks'),
    size,
  };
}

const objectOf = (value: unknown): object => (typeof value === 'object' && value !== null ? value : {});

function columnOf<Of extends Column>(
  columns: ReadonlyMap<string, Column>,
  name: string,
  is: (column: Column) => column is Of,
): Of {
  const column = columns.get(name);
  if (column === undefined || !is(column)) throw new Error(`the snapshot has no column ${name}`);
  return column;
}

function listOf<Item>(
  lists: ReadonlyMap<string, unknown>,
  name: string,
  is: (item: unknown) => item is Item,
): Item[] {
  const list = lists.get(name);
  if (!Array.isArray(list) || !list.every(is)) throw new Error(`the snapshot has no list ${name}`);
  return list;
}

function pagesOf<Of extends Column>(
  columns: ReadonlyMap<string, Column>,
  part: string,
  columnNamed: (name: string) => Of,
): Of[] {
  const pages: Of[] = [];
  while (columns.has(`${part}.${pages.length}`)) {
    pages.push(columnNamed(`${part}.${pages.length}`));
  }
  return pages;
}
