import { expect, test } from 'vitest';
import { sourceInputSchema, sourceUpdateSchema } from './schemas.ts';

test.each([
  ['17 */6 * * *', true],
  [null, true],
  ['0 17 */6 * * *', false],
  ['@daily', false],
  ['17 */6 * *', false],
])('the schedule %j is taken: %s', (schedule, isTaken) => {
  const source = { kind: 'lever', name: 'Acme', address: 'acme', schedule };
  expect(sourceInputSchema.safeParse(source).success).toBe(isTaken);
  expect(sourceUpdateSchema.safeParse({ schedule }).success).toBe(isTaken);
});
