import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findLiterals } from './literals.ts';
import { namesIn } from './usage.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

/** Pages that are in English alone. The list only gets shorter. */
const inEnglish = [
  // Each language in its own words.
  'web/src/lib/language-names.ts',
];
const files = globSync('web/src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$|messages\.ts$|\/service-worker\//.test(file))
  .sort();
const translated = files.filter((file) => !inEnglish.some((start) => file.startsWith(start)));

test('no component has a text in one language alone', () => {
  const literals = translated.flatMap((file) =>
    findLiterals(file, read(file)).map(({ line, text }) => `${file}:${line} ${text}`),
  );
  expect(literals).toEqual([]);
});

test('pages lie the other way round where a language is read from right to left', () => {
  // A middle is the same from both sides, and so is what is moved by half of it.
  const physical =
    /(?<![\w-])-?(?:ml|mr|pl|pr|border-[lr]|rounded-(?:[lr]|tl|tr|bl|br))-(?:\[|\d|auto|px|\w)|(?<![\w-])(?:left|right)-(?!1\/2)(?:\d|\[|auto|px|full)|(?<![\w-])(?:text-(?:left|right)|border-[lr])(?![\w-])/;
  const found = translated.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => {
        const [rule] = physical.exec(line) ?? [];
        return rule === undefined ? [] : [`${file}:${index + 1} ${rule}`];
      }),
  );
  expect(found).toEqual([]);
});

test('every message of a page is said somewhere', async () => {
  const sources = files.map((file) => ({ file, source: read(file) }));
  const values = globSync('packages/contract/src/**/*.ts', { cwd: root }).map(read);
  const quoted = new Set(
    [...sources.map(({ source }) => source), ...values].flatMap((text) =>
      [...text.matchAll(/'(\w+)'|^ {2}(\w+)[:,]/gm)].flatMap(([, name, key]) => name ?? key ?? []),
    ),
  );
  const unsaid: string[] = [];
  const catalogues = globSync('web/src/**/*.ts', { cwd: root })
    .filter((file) => read(file).includes('= defineMessages({'))
    .sort();
  for (const file of catalogues) {
    const exported: object = await import(path.join(root, file));
    for (const [name, catalogue] of Object.entries(exported)) {
      const knowing = sources.filter(({ source }) => source.includes(name));
      const names = knowing.map((one) => namesIn(one.file, one.source));
      const isOpen = names.some((one) => one.isOpen);
      const patterns = names.flatMap((one) => one.patterns);
      const keys: readonly string[] = Array.isArray(catalogue.keys) ? catalogue.keys.map(String) : [];
      expect(keys, `${file} ${name}`).not.toEqual([]);
      const left = keys.filter(
        (key) => !patterns.some((pattern) => pattern.test(key)) && !(isOpen && quoted.has(key)),
      );
      unsaid.push(...left.map((key) => `${file} ${name} ${key}`));
    }
  }
  expect(unsaid).toEqual([]);
});
