import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { shared } from './vitest.shared.ts';

const unitTests = ['src/**/*.test.{ts,tsx}'];

export default defineConfig({
  test: {
    projects: [
      { test: { ...shared, name: 'contract', root: './packages/contract', include: unitTests } },
      { test: { ...shared, name: 'client', root: './packages/client', include: unitTests } },
      { test: { ...shared, name: 'web', root: './web', include: unitTests } },
      { test: { ...shared, name: 'server', root: './server', include: unitTests } },
      {
        test: {
          ...shared,
          name: 'system',
          root: './test',
          include: ['**/*.test.ts'],
          exclude: ['attacks/**', 'browser/**', 'faults/**', 'data/**', 'mail/**', 'replay/**'],
          // Whole processes, each with a database to open; on a busy machine that adds up.
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
    pool: 'forks',
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/budget-reporter.ts', './test/summary-reporter.ts'],
  },
});
