import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** What a name of the gazetteer belongs to. */
export const kinds = ['city', 'district', 'region', 'country'] as const;
export type PlaceKind = (typeof kinds)[number];

/** How a place is named by a key: as it is usually called, by another of its names, or by a code. */
export const namings = ['main', 'other', 'code'] as const;
export type Naming = (typeof namings)[number];

/** The gazetteer in columns. A place is its number: the more people, the lower. */
export interface GazetteerColumns {
  readonly names: readonly string[];
  readonly kinds: Uint8Array;
  /** Alpha-2 codes, and for each place the number of its own. */
  readonly countryCodes: readonly string[];
  readonly countries: Uint8Array;
  /** Codes of ISO 3166-2 with their English names, and for each place the number of its own plus one; 0: not known. */
  readonly regionCodes: readonly string[];
  readonly regionNames: readonly string[];
  readonly regions: Uint16Array;
  /** Thousandths of a degree. */
  readonly latitudes: Int32Array;
  readonly longitudes: Int32Array;
  readonly populations: Uint32Array;
  /** Every name once, sorted by its bytes, each behind a line end. */
  readonly keys: Buffer;
  /** For each key the places with it: place × 4 + naming. */
  readonly references: readonly (readonly number[])[];
}

/** The same as read: references lie behind each other, and a key knows where its own begin. */
export interface LoadedColumns extends Omit<GazetteerColumns, 'references'> {
  readonly keyStarts: Uint32Array;
  readonly referenceStarts: Uint32Array;
  readonly references: Uint32Array;
}

const planes = 3;
const offset = 1 << 20;

export function encodeGazetteer(columns: GazetteerColumns): Buffer {
  const populations: number[] = [];
  let before = columns.populations[0] ?? 0;
  populations.push(before);
  for (const population of columns.populations) {
    populations.push(before - population);
    before = population;
  }
  const references: number[] = [];
  for (const list of columns.references) {
    references.push(list.length);
    let last = 0;
    for (const reference of list) {
      references.push(reference - last);
      last = reference;
    }
  }
  const sections = [
    Buffer.from(columns.names.join('\n')),
    Buffer.from(columns.kinds),
    Buffer.from(columns.countryCodes.join('\n')),
    Buffer.from(columns.countries),
    Buffer.from(columns.regionCodes.join('\n')),
    Buffer.from(columns.regionNames.join('\n')),
    Buffer.from(columns.regions.buffer),
    toPlanes(columns.latitudes),
    toPlanes(columns.longitudes),
    toVarints(populations),
    columns.keys,
    toVarints(references),
  ];
  const parts = sections.flatMap((section) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(section.length);
    return [length, section];
  });
  return brotliCompressSync(Buffer.concat(parts), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
}

export function decodeGazetteer(file: Buffer): LoadedColumns {
  const content = brotliDecompressSync(file);
  let at = 0;
  const next = (): Buffer => {
    const length = content.readUInt32LE(at);
    const section = content.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    return section;
  };
  const lines = () => next().toString().split('\n');
  const names = lines();
  const size = names.length;
  const kinds = Uint8Array.from(next());
  const countryCodes = lines();
  const countries = Uint8Array.from(next());
  const regionCodes = lines();
  const regionNames = lines();
  const regions = new Uint16Array(Uint8Array.from(next()).buffer);
  const latitudes = fromPlanes(next(), size);
  const longitudes = fromPlanes(next(), size);
  const populations = new Uint32Array(size);
  const steps = readVarints(next());
  let population = steps.next();
  for (let place = 0; place < size; place += 1) {
    population -= steps.next();
    populations[place] = population;
  }
  const keys = Buffer.from(next());
  const keyStarts = startsOf(keys);
  return {
    names,
    kinds,
    countryCodes,
    countries,
    regionCodes,
    regionNames,
    regions,
    latitudes,
    longitudes,
    populations,
    keys,
    keyStarts,
    ...readReferences(next(), keyStarts.length - 1),
  };
}

function readReferences(section: Buffer, count: number) {
  const numbers = readVarints(section);
  const referenceStarts = new Uint32Array(count + 1);
  // Each takes a byte at least.
  const references = new Uint32Array(section.length - count);
  let end = 0;
  for (let key = 0; key < count; key += 1) {
    let reference = 0;
    for (let left = numbers.next(); left > 0; left -= 1) {
      reference += numbers.next();
      references[end] = reference;
      end += 1;
    }
    referenceStarts[key + 1] = end;
  }
  return { referenceStarts, references: references.slice(0, end) };
}

/** Where each line begins, and where one behind the last would. */
function startsOf(lines: Buffer): Uint32Array {
  let count = 1;
  for (const byte of lines) if (byte === 10) count += 1;
  const starts = new Uint32Array(count + 1);
  let line = 1;
  for (let at = 0; at < lines.length; at += 1) {
    if (lines[at] !== 10) continue;
    starts[line] = at + 1;
    line += 1;
  }
  starts[count] = lines.length + 1;
  return starts;
}

/** The lowest bytes of all numbers, then the next ones: they compress better than the numbers. */
function toPlanes(values: Int32Array): Buffer {
  const bytes = Buffer.alloc(values.length * planes);
  for (const [index, value] of values.entries()) {
    for (let plane = 0; plane < planes; plane += 1) {
      bytes[plane * values.length + index] = ((value + offset) >> (8 * plane)) & 255;
    }
  }
  return bytes;
}

function fromPlanes(bytes: Buffer, size: number): Int32Array {
  const values = new Int32Array(size);
  for (let index = 0; index < size; index += 1) {
    let value = 0;
    for (let plane = 0; plane < planes; plane += 1)
      value |= (bytes[plane * size + index] ?? 0) << (8 * plane);
    values[index] = value - offset;
  }
  return values;
}

function toVarints(numbers: readonly number[]): Buffer {
  const bytes: number[] = [];
  for (let number of numbers) {
    while (number > 127) {
      bytes.push((number % 128) + 128);
      number = Math.floor(number / 128);
    }
    bytes.push(number);
  }
  return Buffer.from(bytes);
}

function readVarints(bytes: Buffer): { next(): number } {
  let at = 0;
  return {
    next() {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = bytes[at] ?? 0;
        at += 1;
        value += (byte & 127) * scale;
        if (byte < 128) return value;
      }
    },
  };
}
