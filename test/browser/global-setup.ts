import { spawnSync } from 'node:child_process';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

/** Builds the web app when a source has changed since the last build. */
export function setup(): void {
  const { status } = spawnSync(process.execPath, ['scripts/build-web.ts', '--if-changed'], {
    cwd: repository,
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The web app can not be built');
}
