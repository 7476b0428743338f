import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['.', 'server/src', 'server/src/features'];

/** Each test that the page names: a file, and where it says more, the beginnings and ends of titles in it. */
const named = readFileSync(path.join(root, 'docs/security.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && line.includes('.test.ts`'))
  .flatMap((line) => (line.split(' | ').at(-1) ?? '').replace(/ \|$/, '').split(/; (?=`)/))
  .map((reference) => {
    const [, file = '', titles = ''] = /^`([^`]+)`(?:: (.*))?$/.exec(reference) ?? [];
    const parts = titles.split(/; |…/).map((part) => part.trim());
    return { reference, file, parts: parts.filter((part) => part !== '') };
  });

function readTest(file: string): string {
  const [found] = folders.flatMap((folder) => globSync(path.join(root, folder, file)));
  return found === undefined ? '' : readFileSync(found, 'utf8');
}

test('the page about security names many tests', () => {
  expect(named.length).toBeGreaterThan(70);
});

test.each(named)('$reference', ({ file, parts }) => {
  const source = readTest(file).replaceAll("\\'", "'");
  expect(source).not.toBe('');
  expect(parts.filter((part) => !source.includes(part))).toEqual([]);
});
