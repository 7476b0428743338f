import type { Role } from '@rolecall/contract';
import type { Operation } from './document.ts';
import { bodyWith, type Known, type Place, placesOf, validValue } from './valid.ts';
import { hostileValues } from './values.ts';

/** Who calls. A key is one of somebody who may call the operation. */
export type Caller = 'anonymous' | Role | 'api_key';

/** A request with one thing in it that nobody means well. */
export interface HostileRequest {
  readonly operation: Operation;
  readonly caller: Caller;
  /** The place and what stands there. */
  readonly attack: string;
  readonly method: Operation['method'];
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

/** An attack on one operation, before it is known who makes it. */
type Attack = Omit<HostileRequest, 'caller' | 'operation'>;

/**
 * So many requests over all operations, the same for the same seed: each place of each operation has its turn before any
 * has a second one, and two of three calls are made by somebody who may make them, so that handlers are reached.
 */
export function* hostileRequests(
  operations: readonly Operation[],
  known: Known,
  { count, random }: { readonly count: number; readonly random: () => number },
): Generator<HostileRequest> {
  const one = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(random() * items.length)];
  const targets = operations.flatMap((operation) => [
    ...placesOf(operation).map((place) => ({ operation, place })),
    { operation, place: undefined },
  ]);
  let made = 0;
  while (made < count) {
    for (const { operation, place } of shuffled(targets, random)) {
      const hostile = place && one(hostileValues(place.schema, place.in));
      const attack =
        place === undefined || hostile === undefined
          ? one(wholeRequests(operation, known))
          : attackOn(operation, place, hostile, known);
      if (attack === undefined) continue;
      yield { operation, caller: callerOf(operation, random), ...attack };
      made += 1;
      if (made === count) return;
    }
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, rank: random() }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ item }) => item);
}

const callers: readonly Caller[] = ['anonymous', 'job_seeker', 'recruiter', 'operator', 'api_key'];

function callerOf({ access, scope }: Operation, random: () => number): Caller {
  const permitted: Caller[] =
    typeof access === 'string' ? ['job_seeker', 'recruiter', 'operator'] : [...access];
  if (scope !== undefined && access !== 'public') permitted.push('api_key');
  const from = random() < 2 / 3 ? permitted : callers;
  return from[Math.floor(random() * from.length)] ?? 'anonymous';
}

/** A request that nothing is wrong with. */
export function validRequest(operation: Operation, known: Known): Attack {
  const query = operation.parameters
    .filter((parameter) => parameter.in === 'query' && parameter.required)
    .map(({ name, schema }): [string, string] => [
      name,
      String(validValue(schema, `${operation.id}.${name}`, known)),
    ]);
  return {
    attack: 'nothing',
    method: operation.method,
    url: `${pathOf(operation, known)}${query.length > 0 ? `?${new URLSearchParams(query)}` : ''}`,
    ...contentOf(operation, known),
  };
}

function contentOf(operation: Operation, known: Known): Pick<Attack, 'headers' | 'body'> {
  if (operation.isUpload) return multipart('cv.txt', 'A text of somebody who can do much.');
  if (operation.body === undefined) return { headers: {}, body: undefined };
  return json(validValue(operation.body, operation.id, known));
}

const json = (value: unknown): Pick<Attack, 'headers' | 'body'> => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(value),
});

const multipart = (fileName: string, content: string): Pick<Attack, 'headers' | 'body'> => ({
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
  body: `--x\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--x--\r\n`,
});

/** Percent-encoded; what no character is becomes one that stands for it, as a browser does it. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());

function pathOf(operation: Operation, known: Known, name?: string, value?: string): string {
  return operation.path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => {
    if (parameter === name) return encoded(value ?? '');
    const schema = operation.parameters.find((one) => one.name === parameter)?.schema ?? {};
    return encoded(String(validValue(schema, `${operation.id}.${parameter}`, known)));
  });
}

function attackOn(
  operation: Operation,
  place: Place,
  { name, value }: { readonly name: string; readonly value: unknown },
  known: Known,
): Attack {
  const valid = validRequest(operation, known);
  const attack = `${place.in} ${place.path.join('.')} = ${name}`;
  const [parameter = ''] = place.path;
  switch (place.in) {
    case 'path':
      return {
        ...valid,
        attack,
        url: valid.url.replace(/^[^?]*/, pathOf(operation, known, parameter, String(value))),
      };
    case 'query': {
      const [path = '', query = ''] = valid.url.split('?');
      const fields = new URLSearchParams(query);
      fields.set(parameter, String(value).toWellFormed());
      return { ...valid, attack, url: `${path}?${fields}` };
    }
    case 'header': {
      // What no header can have, no program can send.
      const sendable = String(value).replaceAll(/[^\t\x20-\x7e\x80-\xff]/g, '?');
      return { ...valid, attack, headers: { ...valid.headers, [parameter]: sendable } };
    }
    case 'body': {
      const body = bodyWith(operation.body ?? {}, place.path, value, operation.id, known);
      return { ...valid, attack, ...json(body) };
    }
  }
}

/** What can be wrong with a request as a whole. */
function wholeRequests(operation: Operation, known: Known): readonly Attack[] {
  const valid = validRequest(operation, known);
  const withHeaders = Object.entries(hostileHeaders).flatMap(([name, values]) =>
    values.map((value) => ({
      ...valid,
      attack: `header ${name}: ${value.slice(0, 60)}`,
      headers: { ...valid.headers, [name]: value },
    })),
  );
  const [path = ''] = valid.url.split('?');
  const withAddresses = hostileQueries.map((query) => ({
    ...valid,
    attack: `address ?${query.slice(0, 60)}`,
    url: `${path}?${query}`,
  }));
  const withPaths = ['/%00', '/%', '/%E0%A4%A', '/..%2f..%2fetc', '/', `/${'x'.repeat(8_000)}`].map(
    (end) => ({
      ...valid,
      attack: `address …${end.slice(0, 60)}`,
      url: `${path}${end}`,
    }),
  );
  const withForms = operation.isUpload
    ? hostileFileNames.map((name) => ({
        ...valid,
        attack: `file name ${name.slice(0, 60)}`,
        ...multipart(name, '%PDF-1.7'),
      }))
    : [];
  const withBodies =
    operation.method === 'GET'
      ? []
      : hostileBodies.map(({ name, type = 'application/json', content, headers = {} }) => ({
          ...valid,
          attack: `body ${name}`,
          headers: { 'content-type': type, ...headers },
          body: content,
        }));
  return [...withHeaders, ...withAddresses, ...withPaths, ...withForms, ...withBodies];
}

const hostileHeaders: Readonly<Record<string, readonly string[]>> = {
  accept: ['nonsense', '*/*;q=x', `${'a/b,'.repeat(2_000)}`, 'text/html'],
  'accept-language': ['x'.repeat(8_000), 'de-'.repeat(2_000), ',;q=,;q='],
  'accept-encoding': ['gzip;q=1e999', `${'gzip,'.repeat(2_000)}`],
  authorization: [
    'Bearer',
    'Bearer  ',
    'Basic YTpi',
    `Bearer ${'a.'.repeat(4_000)}`,
    'Bearer eyJhbGciOiJub25lIn0.e30.',
  ],
  cookie: [';'.repeat(8_000), 'rolecall_session=%', 'a='.repeat(4_000), '__proto__=1; constructor=2'],
  forwarded: ['for='.repeat(2_000)],
  'x-forwarded-for': ['junk', '1.1.1.1,'.repeat(1_000), '::ffff:1.2.3.4%eth0'],
  'x-forwarded-host': ['evil.example'],
  'x-http-method-override': ['DELETE'],
  origin: ['null', 'https://evil.example', 'http://['],
  referer: ['http://['],
  range: ['bytes=0-', `bytes=${'0-,'.repeat(3_000)}`, 'bytes=9-1'],
  'if-none-match': ['*', '"'.repeat(8_000)],
  'if-modified-since': ['not a date'],
  'user-agent': ['\xff'.repeat(8_000), '('.repeat(8_000), ' '],
  'idempotency-key': ['', 'two words', 'k'.repeat(8_000)],
  'content-type': [
    '',
    'application/json; charset=utf-7',
    'application/json;'.repeat(500),
    'multipart/form-data',
    '/',
  ],
  'content-encoding': ['gzip', 'br, gzip, deflate'],
  expect: ['200-ok'],
};

const hostileQueries: readonly string[] = [
  'limit=1&limit=2',
  'cursor[]=1',
  'cursor[a]=1',
  '__proto__[a]=1&constructor=1',
  'q=%ff%fe',
  'q=%',
  '='.repeat(3_000),
  '&'.repeat(10_000),
  Array.from({ length: 1_200 }, (_, n) => `a${n}=1`).join('&'),
  'limit=1'.padEnd(12_000, '%20'),
];

const hostileFileNames: readonly string[] = [
  'a'.repeat(60_000),
  '\u0301'.repeat(20_000),
  'ﷺ'.repeat(20_000),
  '.'.repeat(60_000),
  '/'.repeat(60_000),
  ' '.repeat(60_000),
  '../../etc/passwd',
  'a\\"b',
  '\u202efdp.exe',
  'a".txt"; filename="b',
  '',
];

const bytes = (...values: readonly number[]) => Uint8Array.from(values);

const hostileBodies: readonly {
  readonly name: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: string | Uint8Array;
}[] = [
  { name: 'empty', content: '' },
  { name: 'no JSON', content: '{"a":' },
  { name: 'a byte order mark', content: '\ufeff{}' },
  { name: 'UTF-16', content: Buffer.from('{}', 'utf16le') },
  {
    name: 'no UTF-8',
    content: Buffer.concat([Buffer.from('{"a":"'), bytes(0xff, 0xfe, 0xc0), Buffer.from('"}')]),
  },
  { name: 'an own __proto__', content: '{"__proto__":{"a":1}}' },
  { name: 'an own constructor', content: '{"constructor":{"prototype":{"a":1}}}' },
  { name: 'one name twice', content: '{"email":"a@b.example","email":1}' },
  { name: '1e400', content: '{"a":1e400}' },
  { name: '100,000 digits', content: `{"a":${'9'.repeat(100_000)}}` },
  { name: '400,000 brackets', content: `${'['.repeat(200_000)}${']'.repeat(200_000)}` },
  { name: '100,000 objects', content: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
  { name: '1 MB of zeros', content: `[${'0,'.repeat(500_000)}0]` },
  { name: 'more than is taken', content: `"${'x'.repeat(1_100_000)}"` },
  {
    name: '50,000 names',
    content: `{${Array.from({ length: 50_000 }, (_, n) => `"n${n}":${n}`).join(',')}}`,
  },
  { name: 'a text', content: '"text"' },
  { name: 'null', content: 'null' },
  { name: 'a number', content: '1' },
  { name: 'XML', type: 'text/xml', content: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' },
  { name: 'a form', type: 'application/x-www-form-urlencoded', content: 'a=1&'.repeat(10_000) },
  { name: 'multipart without a boundary', type: 'multipart/form-data', content: '--x\r\n\r\n' },
  {
    name: 'gzip',
    headers: { 'content-encoding': 'gzip' },
    content: bytes(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3),
  },
];
