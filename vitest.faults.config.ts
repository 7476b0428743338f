import { defineConfig } from 'vitest/config';

/** Tests that break a real server on purpose and look at what is left; `npm run test:faults`. */
export default defineConfig({
  test: {
    root: './test/faults',
    include: ['**/*.test.ts'],
    pool: 'forks',
    // One after the other: what is broken must not starve its neighbour.
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['default', '../summary-reporter.ts'],
  },
});
