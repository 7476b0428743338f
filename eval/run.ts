/**
 * Measures decisions of the product on the labelled sets beside this file:
 *
 *     npm run eval            # all
 *     npm run eval clusters   # one
 *
 * Each `<name>.eval.ts` prints its figures beside those of a baseline, and its errors.
 */
import { readdir } from 'node:fs/promises';

const suffix = '.eval.ts';
const files = (await readdir(import.meta.dirname)).filter((file) => file.endsWith(suffix)).toSorted();
const known = new Set(files.map((file) => file.slice(0, -suffix.length)));
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !known.has(name));

if (unknown.length > 0) {
  process.stderr.write(`There is no ${unknown.join(', ')}: choose of ${[...known].join(', ')}.\n`);
  process.exitCode = 2;
} else {
  for (const name of asked.length === 0 ? known : asked) await import(`./${name}${suffix}`);
}
