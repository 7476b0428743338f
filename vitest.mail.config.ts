import { defineConfig } from 'vitest/config';

/**
 * Mails as others see them, `npm run test:mail`: through mail servers of the system, and before programs that judge
 * them. What is not installed is named and left out.
 */
export default defineConfig({
  test: {
    root: './test/mail',
    include: ['**/*.test.ts'],
    pool: 'forks',
    // Most of the time is spent waiting for other programs.
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', '../summary-reporter.ts'],
  },
});
