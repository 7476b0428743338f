import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from './modules.ts';
import { findAllPatterns, findPatterns, readChecked } from './patterns.ts';

const root = path.resolve(import.meta.dirname, '../..');

it('every pattern has been checked for hostile texts; "npm run check:patterns" checks new ones', () => {
  const { patterns, unreadable } = findAllPatterns(root);
  const { linear, bounded } = readChecked();
  const checked = new Set([...linear, ...Object.keys(bounded)]);
  expect(patterns.length).toBeGreaterThan(300);
  expect(unreadable).toEqual([]);
  expect(
    patterns.filter(({ text }) => !checked.has(text)).map(({ place, text }) => `${place}: ${text}`),
  ).toEqual([]);
  const used = new Set(patterns.map(({ text }) => text));
  expect([...checked].filter((text) => !used.has(text))).toEqual([]);
});

it.each([
  ['literal', 'export const a = /x+/gi;', '/x+/gi'],
  ['string', 'export const a = new RegExp("x\\\\d");', '/x\\d/'],
  [
    'list',
    "const ends = 'yz'; export const a = new RegExp(['x', ends, /w/i.source].join(''), 'u');",
    '/xyzw/u',
  ],
  ['list of alternatives', "export const a = new RegExp(['x', 'y'].join('|'));", '/y/'],
  ['sum', "export const a = RegExp('x' + 'y')", '/xy/'],
])('a pattern that is written as a %s is found', (_kind, code, text) => {
  expect(findPatterns('a.ts', code).patterns.map((pattern) => pattern.text)).toContain(text);
});

it('a pattern that is made of what nobody knows is found', () => {
  const code = '\nexport const a = (word: string) => new RegExp(word);';
  expect(findPatterns('a.ts', code)).toEqual({ patterns: [], unreadable: ['a.ts:2'] });
});

it('the marks of a letter are brought into their order where their number is bounded', () => {
  const callers = sourceFiles(root).filter(
    (file) =>
      !file.endsWith('.test.ts') && /\.normalize\((?!\))/.test(readFileSync(path.join(root, file), 'utf8')),
  );
  expect(callers).toEqual([
    // A password has 200 characters, all of which count.
    'server/src/features/identity/accounts/passwords.ts',
    'server/src/platform/text/index.ts',
  ]);
});
