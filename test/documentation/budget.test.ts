import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { budget, wholeBudget } from '../support/budget.ts';

test('CONTRIBUTING.md says what the tests of each area may cost', () => {
  const page = readFileSync(path.join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');
  const rows = Object.entries(budget).map(([area, seconds]) => `| ${area} | ${seconds} |\n`);
  expect(page).toContain(`${rows.join('')}| in all | ${wholeBudget} |\n`);
});
