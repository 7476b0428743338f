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
  },
  server: {
    proxy: {
      '/api': server,
      '/ws': { target: server, ws: true },
    },
  },
});
