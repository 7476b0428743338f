import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { sourceFiles } from './modules.ts';
import { findWordLookups } from './tables-of-words.ts';

const root = path.resolve(import.meta.dirname, '../..');

const exceptions = new Set([
  // Scopes of templates are asked as Liquid itself asks them, which reads own properties only.
  'server/src/features/messaging/texts/engine/quick/context.ts',
  // The columns of a result are named by our own statements.
  'server/src/platform/db/embedded/source.ts',
]);
const isTest = (file: string) => /\.test\.tsx?$|\/testing\//.test(file);

it('every table that is asked with words from outside is a Map', () => {
  const found = sourceFiles(root)
    .filter((file) => !exceptions.has(file) && !isTest(file))
    .flatMap((file) => findWordLookups(file, readFileSync(path.join(root, file), 'utf8')));
  expect(found).toEqual([]);
});

it.each([
  'const t: Readonly<Record<string, string>> = { a: "b" }; export const f = (w: string) => t[w];',
  'const t: { readonly [name: string]: string } = { a: "b" }; export const f = (w: string) => t[w];',
  'type T = Record<string, string>; const t: T = {}; export const f = (w: string) => { t[w] = "b"; };',
  'const t = { a: "b" }; export const f = (w: string) => w in t;',
])('a plain object that is asked with any word is found: %s', (source) => {
  expect(findWordLookups('a.ts', source)).toHaveLength(1);
});

it.each([
  'const t: ReadonlyMap<string, string> = new Map(); export const f = (w: string) => t.get(w);',
  'const t: Readonly<Record<"a" | "b", string>> = { a: "1", b: "2" }; export const f = (w: "a" | "b") => t[w];',
  'const t: Readonly<Record<string, string>> = { a: "b" }; export const f = () => t["a"];',
  'export const f = (error: object) => "code" in error;',
])('nothing else is: %s', (source) => {
  expect(findWordLookups('a.ts', source)).toEqual([]);
});
