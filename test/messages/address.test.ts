import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const files = globSync('{packages/*,server,web}/src/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !/\.test\.tsx?$|\/testing\//.test(file))
  // What others write in postings, not what we say.
  .filter((file) => !file.includes('/catalog/flags/words/'));

test.each([
  ['German', 'du', /[a-zäöüß,] (?:Sie|Ihnen|Ihr(?:e[mnrs]?)?)(?!\p{L})/u],
  ['French', 'vous', /(?<!\p{L})(?:toi|ton|tes)(?!\p{L})/u],
  ['Spanish', 'tú', /(?<!\p{L})usted(?:es)?(?!\p{L})/iu],
])('in %s everybody is told “%s”, in mails and pages alike', (_language, _word, other) => {
  const otherwise = files.flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => (other.test(line) ? [`${file}:${index + 1} ${line.trim()}`] : [])),
  );
  expect(otherwise).toEqual([]);
});
