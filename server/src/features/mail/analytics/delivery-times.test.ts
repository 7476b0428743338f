import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deliveryTimeCounter, deliveryTimeCounters, quantile } from './delivery-times.ts';

const bounds = [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400];
const seconds = fc.integer({ min: 0, max: 100_000 });

test('keeps every quantile within the bucket that the true one lies in', () => {
  fc.assert(
    fc.property(
      fc.array(seconds, { minLength: 1, maxLength: 200 }),
      fc.constantFrom(0.5, 0.95),
      (times, share) => {
        const counts = deliveryTimeCounters.map(
          (name) => times.filter((time) => deliveryTimeCounter(time * 1_000) === name).length,
        );
        const sorted = times.toSorted((one, other) => one - other);
        const exact = sorted[Math.ceil(share * sorted.length) - 1] ?? 0;
        const estimate = quantile(counts, share) ?? Number.NaN;
        const upper = bounds.find((bound) => exact <= bound) ?? Number.POSITIVE_INFINITY;
        const lower = bounds.findLast((bound) => bound < exact) ?? 0;
        expect(estimate).toBeGreaterThanOrEqual(lower);
        expect(estimate).toBeLessThanOrEqual(upper);
      },
    ),
  );
});

test('knows nothing where nothing was delivered, and takes clocks that disagree for no time', () => {
  expect(quantile([0, 0, 0], 0.5)).toBeNull();
  expect(deliveryTimeCounter(-5_000)).toBe('delivery_time_0');
});
