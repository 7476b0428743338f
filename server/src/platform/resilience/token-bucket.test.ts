import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

describe('a token bucket', () => {
  test('allows a burst, and then as many as its rate', () => {
    const bucket = new TokenBucket(3, 2, 0);
    expect([0, 0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, true, false]);
    expect([499, 500, 501].map((now) => bucket.take(now))).toEqual([false, true, false]);
    expect(bucket.isFull(1_999)).toBe(false);
    expect(bucket.isFull(2_001)).toBe(true);
  });

  test('leaves a reserve, and tells after how long there is more', () => {
    const bucket = new TokenBucket(3, 2, 0);
    expect(bucket.take(0, 2)).toBe(true);
    expect(bucket.take(0, 2)).toBe(false);
    expect(bucket.waitMs(0, 2)).toBe(500);
    expect(bucket.take(0)).toBe(true);
    expect(bucket.take(500, 2)).toBe(false);
    expect(bucket.take(1_000, 2)).toBe(true);
  });

  test('goes on when the clock is set back', () => {
    const bucket = new TokenBucket(1, 1, 10_000);
    expect(bucket.take(10_000)).toBe(true);
    expect(bucket.take(5_000)).toBe(false);
    expect(bucket.take(6_000)).toBe(true);
  });

  test('loses what is beyond its new capacity, and keeps the rest', () => {
    const bucket = new TokenBucket(10, 1, 0);
    bucket.change(2, 1, 0);
    expect([0, 0, 0].map((now) => bucket.take(now))).toEqual([true, true, false]);
    bucket.change(10, 10, 0);
    expect([0, 100].map((now) => bucket.take(now))).toEqual([false, true]);
  });

  test('never allows more than a burst and its rate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.array(fc.nat(2_000)),
        (capacity, perSecond, waits) => {
          const bucket = new TokenBucket(capacity, perSecond, 0);
          let now = 0;
          let taken = 0;
          for (const wait of waits) {
            now += wait;
            while (bucket.take(now)) taken += 1;
          }
          expect(taken).toBeLessThanOrEqual(capacity + (perSecond * now) / 1_000 + 1e-6);
        },
      ),
    );
  });
});
