import path from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { languages } from './languages.ts';
import { serviceWorkers } from './service-workers.ts';

/** Where `npm start` answers; the development server sends the API and the socket there. */
const server = 'http://localhost:3000';

export default defineConfig({
  resolve: {
    alias: [{ find: /^zod$/, replacement: path.join(import.meta.dirname, 'zod.ts') }],
  },
  plugins: [languages(), react(), tailwindcss(), serviceWorkers()],
  build: {
    outDir: 'dist',
    // The content security policy allows no data: scripts and styles; small files are not worth an exception.
    assetsInlineLimit: 0,
    // Every browser that runs the app knows modulepreload.
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What every page needs is two files: libraries, which stay the same for long, and the app. Beyond that a page is
        // one request and a few shared ones: left alone, the bundler makes a file of each icon and of each small module
        // that two pages share.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /[\\/]node_modules[\\/]|rolldown[\\/]runtime/, tags: ['$initial'] },
            // A service worker is an entry of its own, which stands alone.
            { name: 'start', test: /^(?!.*[\\/]service-worker[\\/])/, tags: ['$initial'] },
            { name: 'schemas', test: /[\\/](?:node_modules[\\/]zod|packages)[\\/]/, minShareCount: 2 },
            { name: 'icons', test: /[\\/]node_modules[\\/]lucide-react[\\/]/ },
            { name: 'forms', test: /[\\/]node_modules[\\/](?:react-hook-form|@hookform)[\\/]/ },
            { name: 'toasts', test: /[\\/]node_modules[\\/]sonner[\\/]/ },
            { name: 'more-libraries', test: /[\\/]node_modules[\\/]/, minShareCount: 2 },
            { name: 'pages', test: /[\\/]web[\\/]src[\\/]/, minShareCount: 2 },
          ],
        },
      },
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/ws': { target: server, ws: true },
    },
  },
});
