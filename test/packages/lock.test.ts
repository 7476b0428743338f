import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({ optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

/** Node.js looks for a package in the folder of the one that asks, and then further up. */
function isLocked(locked: ReadonlySet<string>, from: string, name: string): boolean {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (locked.has(`${folder === '' ? '' : `${folder}/`}node_modules/${name}`)) return true;
    if (folder === '') return false;
  }
}

it('the lock file names the binaries of every platform, or "npm ci" fails on other machines', () => {
  const file = path.resolve(import.meta.dirname, '../../package-lock.json');
  const { packages } = lockSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const locked = new Set(Object.keys(packages));
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(locked, from, name)),
  );
  expect(locked.size).toBeGreaterThan(1);
  expect(missing).toEqual([]);
});
