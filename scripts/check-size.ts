import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * What `@rolecall/client/react` adds to a page: all of its code and the socket, without React, minified, and its style
 * sheet. Fails when both together are larger than the limit.
 */
const root = path.resolve(import.meta.dirname, '..');
/** Bytes after gzip. */
const limit = 25_000;
const entry = `
  import '@rolecall/client/react/styles.css';
  export * from '@rolecall/client/react';
`;

const built = await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    write: false,
    rolldownOptions: {
      input: 'entry',
      external: ['react', 'react/jsx-runtime'],
      preserveEntrySignatures: 'strict',
    },
  },
  plugins: [
    {
      name: 'entry',
      resolveId: (id) => (id === 'entry' ? path.join(root, 'packages/client/entry.ts') : undefined),
      load: (id) => (id.endsWith('/packages/client/entry.ts') ? entry : undefined),
    },
  ],
});

if (!('output' in built)) throw new Error('The bundler has not built one bundle');
let total = 0;
for (const file of built.output) {
  const content = file.type === 'chunk' ? file.code : file.source;
  const bytes = gzipSync(content).length;
  total += bytes;
  console.log(`${file.fileName}: ${bytes} bytes gzip`);
}
console.log(`${total} of at most ${limit} bytes gzip`);
if (total > limit) process.exitCode = 1;
