import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorkers } from './service-workers.ts';

/** Where `npm start` answers; the development server sends the API and the socket there. */
const server = 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), tailwindcss(), serviceWorkers()],
  build: {
    outDir: 'dist',
    // The content security policy allows no data: scripts and styles; small files are not worth an exception.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // A page is one request and a few shared ones. Left alone, the bundler makes a file of each icon and of each small
        // module that two pages share, some seventy for the first page. Each group imports those above it alone, so
        // modules run in the order that `main.tsx` asks for.
        codeSplitting: {
          groups: [
            { name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]/ },
            { name: 'icons', test: /[\\/]node_modules[\\/]lucide-react[\\/]/ },
            { name: 'vendor', test: /[\\/]node_modules[\\/]/, minShareCount: 2 },
            { name: 'contract', test: /[\\/]packages[\\/]/, minShareCount: 2 },
            { name: 'app', test: /[\\/]web[\\/]src[\\/]/, minShareCount: 2 },
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
