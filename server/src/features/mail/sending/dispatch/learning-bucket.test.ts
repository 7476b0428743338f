import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { burstOf, LearningBucket, reserveOf } from './learning-bucket.ts';

type Step =
  | { readonly do: 'take'; readonly isUrgent: boolean }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'succeed' }
  | { readonly do: 'slow down'; readonly retryAfterMs: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('take'), isUrgent: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.nat(3_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('succeed') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('slow down'), retryAfterMs: fc.nat(5_000) }) },
);

/** When mails went through, in milliseconds. */
function run(bucket: LearningBucket, steps: readonly Step[]): number[] {
  let now = 0;
  const taken: number[] = [];
  for (const given of steps) {
    if (given.do === 'wait') now += given.ms;
    else if (given.do === 'succeed') bucket.succeeded(now);
    else if (given.do === 'slow down') bucket.slowDown(now, given.retryAfterMs);
    else if (bucket.take(now, given.isUrgent) === 0) taken.push(now);
  }
  return taken;
}

describe('the rate of a provider', () => {
  test('is never above the configured one, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.array(step, { maxLength: 400 }),
        (ceiling, steps) => {
          const taken = run(new LearningBucket(ceiling, 0), steps);
          for (const [first, from] of taken.entries()) {
            for (const [index, to] of taken.slice(first).entries()) {
              const allowed = (ceiling * (to - from)) / 1_000 + burstOf(ceiling) + reserveOf(ceiling);
              expect(index + 1).toBeLessThanOrEqual(allowed + 1e-6);
            }
          }
        },
      ),
    );
  });

  test('leaves something for an urgent mail, however many others there are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1_000, noNaN: true }),
        fc.array(fc.nat(500)),
        (ceiling, waits) => {
          const bucket = new LearningBucket(ceiling, 0);
          let now = 0;
          for (const wait of [0, ...waits]) {
            now += wait;
            for (let count = 0; count < 200; count++) if (bucket.take(now, false) > 0) break;
          }
          expect(bucket.take(now, true)).toBe(0);
        },
      ),
    );
  });

  test('tells after how long there is a token, and is right', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), fc.boolean(), (ceiling, isUrgent) => {
        const bucket = new LearningBucket(ceiling, 0);
        let wait = 0;
        while (wait === 0) wait = bucket.take(0, isUrgent);
        expect(bucket.take(wait + 1, isUrgent)).toBe(0);
      }),
    );
  });

  test('is halved when the provider says so, once for what was under way together', () => {
    const bucket = new LearningBucket(100, 0);
    bucket.slowDown(2_000);
    expect(bucket.rate).toBe(50);
    bucket.slowDown(2_100);
    expect(bucket.rate).toBe(50);
    bucket.slowDown(3_200);
    expect(bucket.rate).toBe(25);
  });

  test('grows again with success, up to the configured one', () => {
    const bucket = new LearningBucket(10, 0);
    bucket.slowDown(0);
    let before = bucket.rate ?? 0;
    for (let now = 1_000; now < 600_000; now += 100) {
      bucket.succeeded(now);
      expect(bucket.rate).toBeGreaterThanOrEqual(before);
      before = bucket.rate ?? 0;
    }
    expect(bucket.rate).toBe(10);
  });

  test('is nothing for as long as the provider asks, for urgent mails too', () => {
    const bucket = new LearningBucket(undefined, 0);
    bucket.slowDown(1_000, 7_000);
    expect(bucket.take(1_000, true)).toBe(7_000);
    expect(bucket.take(7_999, true)).toBe(1);
    expect(bucket.take(8_000, true)).toBe(0);
  });

  test('without a configured one is learned from what went through, and forgotten when all is well', () => {
    const bucket = new LearningBucket(undefined, 0);
    for (let now = 0; now < 1_000; now += 10) expect(bucket.take(now, false)).toBe(0);
    expect(bucket.rate).toBeNull();
    bucket.slowDown(1_000);
    expect(bucket.rate).toBe(50);
    bucket.succeeded(2_000);
    expect(bucket.rate).toBeGreaterThan(50);
    bucket.succeeded(601_000);
    expect(bucket.rate).toBeNull();
  });
});
