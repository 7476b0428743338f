import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe } from 'vitest';

const folder =
  process.env['TEST_DATA_DIR'] ?? fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

/** Whether the recorded feeds are there; they are no part of the project. */
const hasSharedData = existsSync(join(folder, 'README.md'));

/** A recorded document by its path, such as `feeds/lever.json`. */
export function readSharedData(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** Runs a suite on the recorded feeds when they are there; elsewhere its tests are listed as left out. */
export function describeSharedData(name: string, suite: () => void): void {
  describe.runIf(hasSharedData)(hasSharedData ? name : `${name}: there are none (TEST_DATA_DIR)`, suite);
}
