import type { JsonSchema } from './document.ts';

/** A value with the name by which a failure tells of it. */
export interface Hostile {
  readonly name: string;
  readonly value: unknown;
}

const repeat = (text: string, length: number) =>
  text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Words that mean something to a program on the way, and characters that something on the way stumbles over. */
const words: readonly string[] = [
  '',
  ' ',
  'null',
  'undefined',
  'constructor',
  '__proto__',
  'hasOwnProperty',
  'toString',
  '\0',
  'a\0b',
  '\ud800',
  'a\udc00',
  '\u202ecod.exe',
  '\u200b\u200d\ufeff',
  '\u2028line\u2029',
  'line\r\nSet-Cookie: a=b',
  '\u0007\u001b[31m',
  'İstanbul ß ŉ ﬁ ǆ',
  'Z\u0335\u0321\u0322\u0327\u0328alg\u0335o',
  '👩‍👩‍👧‍👦🏳️‍🌈',
  "'; drop table jobs; --",
  '" OR 1=1 --',
  '\\',
  '%',
  '%00',
  '%_\\',
  '"',
  ': * <-> & | ! ( )',
  'a & | b',
  '-"',
  '$1 $$ $& $`',
  '{{ 7 | times: 7 }}',
  '{% for a in (1..1000000000) %}{{ a }}{% endfor %}',
  '<script>alert(1)</script>',
  '<svg/onload=alert(1)>',
  '../../../../etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'http://127.0.0.1:5432/',
  'http://[::ffff:169.254.169.254]/',
  'file:///etc/passwd',
  'http://user:password@',
  '//evil.example',
  '=cmd|calc',
  '0',
  '-1',
  '1e999',
  'NaN',
  '-0',
  '00000000000000000000000000000001',
  '9'.repeat(40),
  '0x10',
  'true',
  '0000-01-01T00:00:00.000Z',
  '9999-12-31T23:59:59.999Z',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00.000Z',
  '2026-02-30T00:00:00.000Z',
  '2026-01-01',
  '24:00',
  '1970-01-01T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '0190F2A8-8D5C-7C3E-9F6A-2B1D4C8E7F60',
  '------------------------------------',
  'job:0190f2a8-8d5c-7c3e-9f6a-2b1d4c8e7f60',
  'Etc/GMT+25',
  'GMT0',
  'W10',
  'eyJhbGciOiJub25lIn0.e30.',
  'a@b',
  '"a b"@example.org',
  'a@[127.0.0.1]',
  `${'a'.repeat(64)}@${'b'.repeat(63)}.example`,
  'mara@bücher.example',
  '* * * * *',
  '0/0 0 31 2 *',
  'C++',
];

/** Texts that make a parser, a normaliser or a regular expression that is not linear take its time. */
const patterns: readonly string[] = [
  'a',
  ' ',
  '\n',
  '*a_',
  '> ',
  '- ',
  '[',
  '](',
  '![',
  '`',
  '<div>',
  '<',
  '&amp;',
  '&',
  '{{',
  '{%',
  '(',
  '\\',
  '"',
  ',',
  ';',
  '.',
  '-',
  '/',
  '@',
  '\t',
  '1,',
  'a-',
  'a.',
  'ﷺ',
  '\u0301',
  'e\u0301',
  'İ',
  'ß',
  'クﾞ',
  'ab ',
  'http://',
  'x@y.',
  '=\n',
  '0',
];

const lengths = [300, 4_000, 12_000, 48_000] as const;

/** The longest that a text may be that stands in an address; Node.js reads 16 KiB of headers. */
const longestInAddress = 12_000;

const longTexts: readonly Hostile[] = patterns.flatMap((pattern) =>
  lengths.map((length) => ({
    name: `${length} of ${JSON.stringify(pattern)}`,
    value: repeat(pattern, length),
  })),
);

const texts: readonly Hostile[] = [
  ...words.map((word) => ({ name: JSON.stringify(word), value: word })),
  ...longTexts,
];

const numbers: readonly Hostile[] = [
  -1,
  0,
  -0,
  0.5,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 32,
  -(2 ** 31) - 1,
  2 ** 53,
  2 ** 63,
  Number.MAX_SAFE_INTEGER,
].map((value) => ({ name: String(value), value }));

const nested = (depth: number): unknown => {
  let value: unknown = {};
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
};

const shapes: readonly Hostile[] = [
  { name: 'null', value: null },
  { name: 'true', value: true },
  { name: '[]', value: [] },
  { name: '{}', value: {} },
  { name: '[null]', value: [null] },
  { name: '[[[]]]', value: [[[]]] },
  { name: 'own __proto__', value: JSON.parse('{"a":{"toString":1},"length":-1}') },
  { name: '30 levels', value: nested(30) },
  { name: '1,000 levels', value: nested(1_000) },
  { name: '5,000 items', value: Array.from({ length: 5_000 }, (_, index) => index) },
  { name: '5,000 texts', value: Array.from({ length: 5_000 }, (_, index) => `text ${index}`) },
  { name: '5,000 names', value: Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`n${n}`, n])) },
];

/** Hostile values for a place that such a schema describes: of its type for the most part, and of others. */
export function hostileValues(
  schema: JsonSchema,
  place: 'path' | 'query' | 'header' | 'body',
): readonly Hostile[] {
  if (place !== 'body') return [...boundaries(schema).map(asText), ...texts].filter(fitsAnAddress);
  const own = ownValues(schema);
  return [...own, ...boundaries(schema), ...shapes];
}

function ownValues(schema: JsonSchema): readonly Hostile[] {
  const choices = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];
  if (choices.length > 0) return choices.flatMap(ownValues);
  switch (schema.type) {
    case 'string':
      return schema.enum === undefined && schema.const === undefined ? texts : texts.slice(0, words.length);
    case 'integer':
    case 'number':
      return [...numbers, ...texts.slice(0, 12)];
    case 'array':
      return listsOf(schema.items ?? {});
    default:
      return texts.slice(0, 12);
  }
}

/** Lists of what their items may be, and of what they may not. */
function listsOf(items: JsonSchema): readonly Hostile[] {
  return ownValues(items).flatMap(({ name, value }) => [
    { name: `[${name}]`, value: [value] },
    { name: `[${name}] × 60`, value: Array.from({ length: 60 }, () => value) },
  ]);
}

/** What stands at the edge of what the schema takes, and just beyond. */
function boundaries({ maxLength, minLength, minimum, maximum }: JsonSchema): readonly Hostile[] {
  const edges: Hostile[] = [];
  const add = (name: string, value: unknown) => edges.push({ name, value });
  if (maxLength !== undefined) {
    for (const character of ['x', 'ﷺ', 'İ', '😀', ' ', '.', '-'])
      add(`${maxLength} of ${character}`, repeat(character, maxLength));
    add(`${maxLength + 1} characters`, repeat('x', maxLength + 1));
  }
  if (minLength !== undefined && minLength > 0) add('one too short', repeat('x', minLength - 1));
  if (minimum !== undefined) {
    add('the least', minimum);
    add('less', minimum - 1);
  }
  if (maximum !== undefined) {
    add('the most', maximum);
    add('more', maximum + 1);
  }
  return edges;
}

const asText = ({ name, value }: Hostile): Hostile => ({ name, value: String(value) });

const fitsAnAddress = ({ value }: Hostile) =>
  typeof value === 'string' && Buffer.byteLength(value) * 3 <= longestInAddress;
