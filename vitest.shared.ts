import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Forks and the servers that tests start inherit this: what Node.js has compiled once it loads in half the time.
process.env['NODE_COMPILE_CACHE'] ??= path.join(import.meta.dirname, 'node_modules/.cache/node');

/**
 * What all projects share. Node.js itself imports the files, as it does when Rolecall runs, and the files that a
 * process runs share their modules: importing them anew for each file used to cost more than most tests do. So no test
 * may replace a module or leave a global changed.
 */
export const shared = {
  isolate: false,
  setupFiles: [path.join(import.meta.dirname, 'test/support/measure-costs.ts')],
  experimental: { viteModuleRunner: false, nodeLoader: false },
};

/** The server's test files that import this module of `server/src/testing`, as paths from `server`. */
export function serverTestsThatImport(module: string): string[] {
  const server = path.join(import.meta.dirname, 'server');
  return globSync('src/**/*.test.ts', { cwd: server }).filter((file) =>
    readFileSync(path.join(server, file), 'utf8').includes(`testing/${module}.ts'`),
  );
}
