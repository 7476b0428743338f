import { spawnSync } from 'node:child_process';
import path from 'node:path';

const repository = path.resolve(import.meta.dirname, '../..');

/** Builds the web app when a source has changed since the last build, and anew where `npm run coverage` counts. */
export function setup(): void {
  const isCounted = process.env['ROLECALL_BROWSER_COVERAGE'] !== undefined;
  const option = isCounted ? '--countable' : '--if-changed';
  const { status } = spawnSync(process.execPath, ['scripts/build-web.ts', option], {
    cwd: repository,
    stdio: 'inherit',
    // As it is served: a build within tests would be one for development.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('The web app cannot be built');
}
