import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { serverTestsThatImport, shared } from './vitest.shared.ts';

/** The tests that need a database, on the embedded one even where there is a PostgreSQL server. */
export default defineConfig({
  test: {
    ...shared,
    root: './server',
    include: serverTestsThatImport('database'),
    env: { TEST_DATABASE: 'embedded' },
    pool: 'forks',
    maxWorkers: availableParallelism(),
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: ['default', '../test/summary-reporter.ts'],
  },
});
