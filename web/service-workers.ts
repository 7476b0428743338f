import { globSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

const folder = path.join(import.meta.dirname, 'src');

/**
 * Builds each `<area>/service-worker/service-worker.ts` to a script of its own at the root of the site, whose scope is the
 * whole site, and links the manifest of the app, without which phones do not put it on their home screens.
 */
export function serviceWorkers(): Plugin {
  return {
    name: 'rolecall:service-workers',
    apply: 'build',
    buildStart() {
      for (const file of globSync('areas/*/service-worker/service-worker.ts', { cwd: folder })) {
        this.emitFile({ type: 'chunk', id: path.join(folder, file), fileName: 'service-worker.js' });
      }
    },
    generateBundle(_options, bundle) {
      const worker = bundle['service-worker.js'];
      // A browser starts it as a classic script, which has no imports.
      if (worker?.type === 'chunk' && worker.imports.length + worker.exports.length > 0) {
        this.error(`service-worker.js must stand alone, and imports ${worker.imports.join(', ')}`);
      }
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: '/manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: '/icons/icon-180.png' }, injectTo: 'head' },
    ],
  };
}
