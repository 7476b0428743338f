import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOfCases } from '../../server/src/testing/cases.ts';
import { findAllPatterns } from '../architecture/patterns.ts';
import { elsewhere } from './elsewhere.ts';
import type { Face } from './face.ts';
import { faces } from './faces.ts';
import { formsOfOwn, hostileTexts, hostileWords } from './hostile.ts';
import { measureGrowth } from './measure.ts';

/** Linear is 8; compilers and collections of garbage add to it. */
const mostRatio = 10;
/** What works in a thread with a deadline may have a part that grows faster, as long as it is small. */
const mostRatioInThread = 16;
const table = faces.map((face, place) => [face.name, face, place] as const);
const everything = numberOfCases(100, 0).numRuns === 100;

async function attempt({ read, refuses = () => false }: Face, text: string): Promise<void> {
  try {
    await read(text);
  } catch (error) {
    if (!refuses(error)) throw error;
  }
}

/**
 * Each unit of the language of the face in one of its forms, and of the other texts a part; which ones is another matter for
 * each face.
 */
function textsFor({ own = [] }: Face, place: number) {
  const part = 12;
  return hostileTexts(own).filter(
    ({ turn }, index) =>
      everything || (turn === null ? index % part === place % part : turn === place % formsOfOwn),
  );
}

describe('eight times the text takes at most ten times the time', () => {
  it.each(table)('%s', async (_name, face, place) => {
    const limit = face.inThread ? mostRatioInThread : mostRatio;
    const slow: string[] = [];
    for (const { name, make } of textsFor(face, place)) {
      const growth = await measureGrowth((text) => attempt(face, text), make, limit);
      if (growth !== null) slow.push(`${name}: ${JSON.stringify(growth)}`);
    }
    expect(slow).toEqual([]);
  });
});

describe('words that objects, databases and readers answer to are words', () => {
  it.each(table)('%s', async (_name, face) => {
    const properties = Object.getOwnPropertyNames(Object.prototype);
    for (const word of hostileWords) await attempt(face, word);
    const words = fc.array(
      fc.constantFrom(...hostileWords.filter(({ length }) => length < 100), 'a', ',', '=', ':', ' '),
    );
    await fc.assert(
      fc.asyncProperty(words, (some) => attempt(face, some.join(''))),
      numberOfCases(500, 5),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(properties);
  });
});

it('whatever reads with a pattern is in the table, or says why not', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  const imported = ['catalog.ts', 'mail.ts', 'other.ts'].flatMap((file) =>
    [
      ...readFileSync(path.join(import.meta.dirname, file), 'utf8').matchAll(/from '\.\.\/\.\.\/([^']+)'/g),
    ].map(([, module]) => module),
  );
  const known = new Set([...imported, ...Object.values(elsewhere).flat()]);
  const files = new Set(findAllPatterns(root).patterns.map(({ place }) => place.replace(/:\d+$/, '')));
  expect([...files].filter((file) => file.startsWith('server/') && !known.has(file))).toEqual([]);
  expect(
    Object.values(elsewhere)
      .flat()
      .filter((file) => !files.has(file)),
  ).toEqual([]);
});
