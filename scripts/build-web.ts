import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { build } from 'vite';
import { drawPictures } from './draw-pictures.ts';

/**
 * Builds the web app into web/dist. With `--if-changed` it does so only when a source is newer than the last
 * build, so that starting the server after `npm ci` just works, without an install script. With `--countable` the
 * scripts bring their source maps, by which `npm run coverage` finds what of them has run. Beside each file lie a copy
 * by Brotli and one by gzip, which the server sends to who takes them. The pictures of previews are drawn here, too.
 */
const root = path.resolve(import.meta.dirname, '..');
const builtPage = 'web/dist/index.html';
const sources = [
  'package-lock.json',
  'packages/*/src/**/*',
  'web/*.{html,json,ts}',
  'web/{public,src}/**/*',
  'scripts/draw-pictures.ts',
];

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
/** In bytes: below that a copy saves nothing worth a file. */
const leastToCompress = 256;

function compress(folder: string): void {
  for (const name of globSync('**/*.{html,js,css,svg,webmanifest}', { cwd: folder })) {
    const file = path.join(folder, name);
    const content = readFileSync(file);
    if (content.length < leastToCompress) continue;
    writeFileSync(`${file}.br`, brotliCompressSync(content));
    writeFileSync(`${file}.gz`, gzipSync(content, { level: 9 }));
  }
}

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
  compress(path.join(root, 'web/dist'));
  drawPictures(path.join(root, 'web/dist'));
}
