import { defineConfig } from 'vitest/config';

/**
 * Long tests of whole processes: `npm run test:faults` breaks a real server on purpose and looks at what is left;
 * `npm run test:data` reads recorded feeds by the command line, where they are present.
 */
export default defineConfig({
  test: {
    root: './test',
    include: ['faults/**/*.test.ts', 'data/**/*.test.ts', 'replay/**/*.test.ts'],
    pool: 'forks',
    // Much of the time is spent waiting for processes to start or for faults to be noticed.
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 180_000,
    reporters: ['default', './summary-reporter.ts'],
  },
});
