import { describe, expect, it } from 'vitest';
import { requiredLineSchema, smallObjectSchema, textSchema } from './primitives.ts';

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

  it.each(['a\u0000b', 'a\ud800b'])('refuses text that the database can not keep: %j', (text) => {
    expect(textSchema(10).safeParse(text).success).toBe(false);
    expect(requiredLineSchema(10).safeParse(text).success).toBe(false);
  });
});
