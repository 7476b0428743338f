import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Catalogue, locales } from '@rolecall/contract';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const files = globSync('{packages/*,server,web}/src/**/*.ts', { cwd: root })
  .filter((file) => !file.startsWith('packages/contract/src/messages/'))
  .filter((file) => readFileSync(path.join(root, file), 'utf8').includes('= defineMessages({'))
  .sort();

type AnyCatalogue = Catalogue<Readonly<Record<string, string>>>;

/** What a parameter may be; a message is said with the first ones that it can be said with. */
const samples: readonly unknown[] = [2, 'harbour pilot', '2026-09-01T12:00:00Z', ['radar', 'German']];
const isBroken = /[{}]|\bundefined\b|\bnull\b|NaN|Infinity|\[object|Invalid| {2}|^\s|\s$|^$/;

/** Says a message with every choice of values until one makes a sentence. */
function sayWithSamples(say: (values: object) => string): string {
  const names: string[] = [];
  for (let choice = 0; choice < samples.length ** 5; choice += 1) {
    const values = new Proxy(
      {},
      {
        get(_, name) {
          if (typeof name !== 'string') return undefined;
          if (!names.includes(name)) names.push(name);
          return samples[Math.floor(choice / samples.length ** names.indexOf(name)) % samples.length];
        },
      },
    );
    try {
      const said = say(values);
      if (!isBroken.test(said)) return said;
    } catch {
      // A value of another type may help.
    }
    if (choice >= samples.length ** names.length - 1) break;
  }
  throw new Error('it makes no sentence');
}

describe.each(files)('%s', (file) => {
  test.each(locales)('says each of its messages in %s', async (locale) => {
    const exported: object = await import(path.join(root, file));
    const catalogues = Object.values(exported).flatMap(cataloguesIn);
    expect(catalogues).not.toEqual([]);
    for (const catalogue of catalogues) {
      const messages = catalogue(locale, 'Europe/Berlin');
      for (const key of catalogue.keys) {
        const say = Reflect.get(messages, key);
        const said = sayWithSamples((values) => String(Reflect.apply(say, undefined, [values])));
        if (locale === 'fr') expect(said, key).not.toMatch(/ [:;!?»]|« /);
      }
    }
  });
});

/** The value itself, or those among its properties. */
function cataloguesIn(value: unknown): AnyCatalogue[] {
  if (isCatalogue(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).filter(isCatalogue) : [];
}

function isCatalogue(value: unknown): value is AnyCatalogue {
  return typeof value === 'function' && 'keys' in value && Array.isArray(value.keys);
}

test('catalogues are found', () => {
  expect(files).not.toEqual([]);
});
