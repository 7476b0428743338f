import { defineConfig } from 'vitest/config';
import { shared } from './vitest.shared.ts';

/**
 * The product attacked from outside, `npm run test:attacks`: a real server in production mode on PostgreSQL.
 * `ATTACKS_REQUESTS` and `ATTACKS_SEED` make it smaller or different.
 */
export default defineConfig({
  test: {
    root: './test/attacks',
    include: ['**/*.test.ts'],
    experimental: shared.experimental,
    pool: 'forks',
    // Each file measures a server; another one beside it would be measured too.
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
    reporters: ['default', '../summary-reporter.ts'],
  },
});
