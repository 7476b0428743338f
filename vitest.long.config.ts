import { defineConfig } from 'vitest/config';
import { serverTestsThatImport, shared } from './vitest.shared.ts';

/**
 * Long tests of whole processes: `npm run test:faults` breaks a real server on purpose and looks at what is left;
 * `npm run test:data` reads recorded feeds by the command line, where they are present. Beside them are the properties
 * that `npm test` tries a few times, `npm run test:properties`.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'processes',
          root: './test',
          include: ['faults/**/*.test.ts', 'data/**/*.test.ts', 'replay/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'properties',
          root: './server',
          include: serverTestsThatImport('cases'),
          env: { TEST_CASES_SHARE: process.env['TEST_CASES_SHARE'] ?? '1' },
          testTimeout: 300_000,
          hookTimeout: 120_000,
        },
      },
    ],
    pool: 'forks',
    // Much of the time is spent waiting for processes to start or for faults to be noticed.
    maxWorkers: 2,
    reporters: ['default', './test/summary-reporter.ts'],
  },
});
