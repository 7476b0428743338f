import { globSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

/**
 * Builds the web app into web/dist. With `--if-changed` it does so only when a source is newer than the last
 * build, so that starting the server after `npm ci` just works, without an install script. With `--countable` the
 * scripts bring their source maps, by which `npm run coverage` finds what of them has run.
 */
const root = path.resolve(import.meta.dirname, '..');
const builtPage = 'web/dist/index.html';
const sources = ['package-lock.json', 'packages/*/src/**/*', 'web/*.{html,json,ts}', 'web/{public,src}/**/*'];

function changedAt(patterns: readonly string[]): number {
  const files = globSync(patterns, { cwd: root });
  return Math.max(0, ...files.map((file) => statSync(path.join(root, file)).mtimeMs));
}

const { values } = parseArgs({
  options: {
    'if-changed': { type: 'boolean', default: false },
    countable: { type: 'boolean', default: false },
  },
});
const isBuilt = changedAt([builtPage]) > changedAt(sources);
if (!values['if-changed'] || !isBuilt) {
  console.log('Building the web app …');
  const sourcemapPathTransform = (source: string, map: string) => path.resolve(path.dirname(map), source);
  await build({
    root: path.join(root, 'web'),
    logLevel: 'warn',
    ...(values.countable
      ? { build: { sourcemap: 'inline', rolldownOptions: { output: { sourcemapPathTransform } } } }
      : {}),
  });
}
