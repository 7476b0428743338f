import { describe, expect, it } from 'vitest';
import {
  emailSchema,
  requiredLineSchema,
  smallObjectSchema,
  textSchema,
  timestampSchema,
} from './primitives.ts';

const nested = (depth: number): unknown => JSON.parse(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`);

describe('what is stored', () => {
  it.each([
    [{ a: 1, b: ['two', null, { c: true }] }],
    [{ text: 'written out: \\u0000 and \\ud800' }],
    [{ text: 'a whole one: 😀' }],
    [nested(1_000)],
  ])('takes %j', (value) => {
    expect(smallObjectSchema.parse(value)).toEqual(value);
  });

  it.each([
    ['a NUL', { a: ['\u0000'] }],
    ['a NUL behind a backslash', { a: '\\\u0000' }],
    ['half of a character', { a: 'x\ud800x' }],
    ['the other half in a name', { '\udc00': 1 }],
    ['too much', { a: 'x'.repeat(4_097) }],
    ['too deep a nest', nested(100_000)],
    ['a list', []],
  ])('refuses %s', (_what, value) => {
    expect(smallObjectSchema.safeParse(value).success).toBe(false);
  });

  it.each(['a\u202egnp', 'a\u2066b', 'a\u0085b', 'a\u2028b', 'a\nb'])(
    'refuses a line that reads as another or is none: %j',
    (text) => {
      expect(requiredLineSchema(10).safeParse(text).success).toBe(false);
    },
  );

  it.each([
    ['spaces of no width', 'A\u200bcme\u2060 \ufeffInc', 'Acme Inc'],
    ['marks of direction', '\u200eAcme\u200f\u061c', 'Acme'],
    ['joiners of Latin letters', 'A\u200dc\u200cme', 'Acme'],
    ['a second joiner', 'می\u200c\u200cخواهم', 'می\u200cخواهم'],
    ['hidden tags', 'Acme\u{e0041}\u{e0063}\u{e007f}', 'Acme'],
    ['soft hyphens and fillers', 'Ac\u00adme\u3164\uffa0', 'Acme'],
    ['spaces that it ends with then', '\u200b Acme \u2064', 'Acme'],
  ])('takes %s out of a line', (_what, typed, kept) => {
    expect(requiredLineSchema(30).parse(typed)).toBe(kept);
  });

  it.each([
    'می\u200cخواهم',
    'ක්\u200dර',
    'नक्\u200dशा',
    '👩‍👩‍👧‍👦',
    '👩🏽‍🚀',
    '❤️‍🔥',
    '🏳️‍🌈',
    '🏴󠁧󠁢󠁷󠁬󠁳󠁿',
    '葛\u{e0100}',
    'Zoë',
  ])('leaves %s as it is', (name) => {
    expect(requiredLineSchema(30).parse(name)).toBe(name);
  });

  it.each([
    ['an override', 'pay \u202enothing\u202c', 'pay nothing'],
    ['an embedding', '\u202bpay\u202c\n\u202anothing', 'pay\nnothing'],
    ['isolates that change places', '\u2067\u2066a\u2069\u2068b\u2069\u2069', 'ab'],
  ])('takes %s out of a text, so that it reads as it is stored', (_what, typed, kept) => {
    expect(textSchema(30).parse(typed)).toBe(kept);
  });

  it.each(['التسليم\u200f (24)\u061c', 'שלום\u200f! C++\u200e', 'می\u200cخواهم'])(
    'leaves the text %s as it is',
    (text) => {
      expect(textSchema(30).parse(text)).toBe(text);
    },
  );

  it('finds nothing in a line of what nobody sees', () => {
    expect(requiredLineSchema(30).safeParse('\u200b\u3164\u{e0041}').success).toBe(false);
    expect(requiredLineSchema(30).safeParse('\u2800\ufff9').success).toBe(false);
  });

  it.each(['a\u0000b', 'a\ud800b'])('refuses text that the database cannot keep: %j', (text) => {
    expect(textSchema(10).safeParse(text).success).toBe(false);
    expect(requiredLineSchema(10).safeParse(text).success).toBe(false);
  });
});

describe('an e-mail address', () => {
  it.each([
    [' Mara@Bücher.example ', 'mara@xn--bcher-kva.example'],
    ['mara@xn--bcher-kva.example', 'mara@xn--bcher-kva.example'],
    ['mara@例え。jp', 'mara@xn--r8jz45g.jp'],
    ['mara@example.org', 'mara@example.org'],
  ])('%j is kept as %s', (typed, kept) => {
    expect(emailSchema.parse(typed)).toBe(kept);
  });

  it.each([
    'mara@bücher.example/x',
    'mara@bücher.example:80',
    'mara@bü cher.example',
    'mara@１２７.1',
    '@bücher.example',
    `mara@${'ü'.repeat(300)}.de`,
  ])('%j is none', (typed) => {
    expect(emailSchema.safeParse(typed).success).toBe(false);
  });
});

it('knows no moment in a year 0, which no database takes', () => {
  expect(timestampSchema.safeParse('0000-01-01T00:00:00.000Z').success).toBe(false);
  expect(timestampSchema.safeParse('0001-01-01T00:00:00.000Z').success).toBe(true);
});
