import { defineConfig } from 'vitest/config';

/** Tests that drive a real Chromium against a real server; `npm run test:browser`. */
export default defineConfig({
  test: {
    root: './test/browser',
    include: ['**/*.test.ts'],
    globalSetup: './global-setup.ts',
    pool: 'forks',
    // One server and one browser at a time: two cores are soon full.
    maxWorkers: 1,
    maxConcurrency: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: ['default', '../summary-reporter.ts'],
  },
});
