import { storableText } from './storable.ts';

/**
 * How values travel between PostgreSQL's text format and JavaScript, the same for both kinds of database.
 *
 * | PostgreSQL | JavaScript |
 * |---|---|
 * | int2, int4, int8 (so `count(*)` too), oid | number; an int8 beyond 2^53 is refused rather than rounded |
 * | float4, float8, numeric | number: a numeric keeps the 15 digits of a double; keep money in integers |
 * | bool | boolean |
 * | timestamptz, timestamp (taken as UTC) | Date, so to the millisecond |
 * | date | string `YYYY-MM-DD` |
 * | json, jsonb | the parsed value |
 * | bytea | Buffer |
 * | an array of these, of text or of uuid | array |
 * | everything else | string |
 *
 * Text is made storable (NUL and lone surrogates become U+FFFD), in JSON too. As parameters: Date, Uint8Array, arrays (as PostgreSQL arrays), null and undefined (as null), and any other object
 * as its JSON. A JSON value that is itself an array or a string has to be given as `JSON.stringify(value)`.
 */
export type WireValue = string | Uint8Array | null;

type Parse = (text: string) => unknown;

const bytea = 17;

const scalarParsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [16, (text) => text === 't'],
  [bytea, parseBytes],
  [20, parseInt8],
  [21, Number],
  [23, Number],
  [26, Number],
  [114, parseJson],
  [700, Number],
  [701, Number],
  [1114, (text) => parseTimestamp(`${text}+00`)],
  [1184, parseTimestamp],
  [1700, Number],
  [3802, parseJson],
]);

/** Array types by their element type, for those element types that are worth having as arrays. */
const elementTypes: ReadonlyMap<number, number> = new Map([
  [199, 114], // json
  [1000, 16], // bool
  [1001, bytea],
  [1003, 19], // name
  [1005, 21], // int2
  [1007, 23], // int4
  [1009, 25], // text
  [1014, 1042], // bpchar
  [1015, 1043], // varchar
  [1016, 20], // int8
  [1021, 700], // float4
  [1022, 701], // float8
  [1028, 26], // oid
  [1115, 1114], // timestamp
  [1182, 1082], // date
  [1185, 1184], // timestamptz
  [1231, 1700], // numeric
  [2951, 2950], // uuid
  [3807, 3802], // jsonb
]);

/** The object identifier of `bytea`, which the embedded database decodes in its own thread. */
export const byteaType = bytea;

/** The function that reads the text form of a type. */
export function parserOf(type: number): Parse {
  const scalar = scalarParsers.get(type);
  if (scalar) return scalar;
  const element = elementTypes.get(type);
  if (element === undefined) return asText;
  const parseElement = scalarParsers.get(element) ?? asText;
  return (text) => parseArray(text, parseElement);
}

/** A parameter as it is sent, with the same meaning on both kinds of database. */
export function toWire(value: unknown): WireValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return storableText(value);
  if (value instanceof Uint8Array) return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  if (typeof value === 'object') return storableText(JSON.stringify(value));
  return String(value);
}

/** Reads the hexadecimal form of `bytea` into memory of its own, which can be handed to another thread. */
export function parseBytes(text: string): Buffer {
  const bytes = Buffer.from(new ArrayBuffer((text.length - 2) / 2));
  bytes.write(text.slice(2), 'hex');
  return bytes;
}

function asText(text: string): string {
  return text;
}

function parseJson(text: string): unknown {
  return JSON.parse(text);
}

function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer too large for a number: ${text}`);
  return value;
}

function parseTimestamp(text: string): Date {
  const instant = new Date(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isNaN(instant.getTime())) throw new RangeError(`timestamp that no Date can hold: ${text}`);
  return instant;
}

function arrayLiteral(values: readonly unknown[]): string {
  return `{${values.map(elementLiteral).join(',')}}`;
}

function elementLiteral(value: unknown): string {
  if (Array.isArray(value)) return arrayLiteral(value);
  const wire = toWire(value);
  if (wire === null) return 'NULL';
  const text = typeof wire === 'string' ? wire : `\\x${Buffer.from(wire).toString('hex')}`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** Reads PostgreSQL's array form, `{a,"b c",NULL,{d}}`, optionally after its bounds, `[0:1]=`. */
function parseArray(text: string, parseElement: Parse): unknown[] {
  let at = text.indexOf('{');

  function element(): unknown {
    if (text[at] === '{') return list();
    if (text[at] === '"') return parseElement(quoted());
    const start = at;
    while (text[at] !== ',' && text[at] !== '}') at += 1;
    const plain = text.slice(start, at);
    return plain === 'NULL' ? null : parseElement(plain);
  }

  function quoted(): string {
    let value = '';
    at += 1;
    while (text[at] !== '"') {
      if (text[at] === '\\') at += 1;
      value += text[at];
      at += 1;
    }
    at += 1;
    return value;
  }

  function list(): unknown[] {
    const values: unknown[] = [];
    at += 1;
    while (text[at] !== '}') {
      values.push(element());
      if (text[at] === ',') at += 1;
    }
    at += 1;
    return values;
  }

  return list();
}
