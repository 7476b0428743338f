import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AdaptiveRate, burstOf, reserveOf } from './adaptive-rate.ts';

type Action =
  | { readonly do: 'take'; readonly isUrgent: boolean }
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'succeed' }
  | { readonly do: 'slow down'; readonly retryAfterMs: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('take'), isUrgent: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wait'), ms: fc.nat(3_000) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('succeed') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('slow down'), retryAfterMs: fc.nat(5_000) }) },
);

/** When something went through, in milliseconds. */
function run(rate: AdaptiveRate, actions: readonly Action[]): number[] {
  let now = 0;
  const taken: number[] = [];
  for (const given of actions) {
    if (given.do === 'wait') now += given.ms;
    else if (given.do === 'succeed') rate.succeeded(now);
    else if (given.do === 'slow down') rate.slowDown(now, given.retryAfterMs);
    else if (rate.take(now, given.isUrgent) === 0) taken.push(now);
  }
  return taken;
}

describe('a rate that is learned', () => {
  test('is never above the configured one, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.array(action, { maxLength: 400 }),
        (ceiling, actions) => {
          const taken = run(new AdaptiveRate(ceiling, 0), actions);
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

  test('leaves something for what is urgent, however many others there are', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 1_000, noNaN: true }),
        fc.array(fc.nat(500)),
        (ceiling, waits) => {
          const rate = new AdaptiveRate(ceiling, 0);
          let now = 0;
          for (const wait of [0, ...waits]) {
            now += wait;
            for (let count = 0; count < 200; count++) if (rate.take(now, false) > 0) break;
          }
          expect(rate.take(now, true)).toBe(0);
        },
      ),
    );
  });

  test('tells after how long there is a token, and is right', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 100, noNaN: true }), fc.boolean(), (ceiling, isUrgent) => {
        const rate = new AdaptiveRate(ceiling, 0);
        let wait = 0;
        while (wait === 0) wait = rate.take(0, isUrgent);
        expect(rate.take(wait + 1, isUrgent)).toBe(0);
      }),
    );
  });

  test('is halved when the other side says so, once for what was under way together', () => {
    const rate = new AdaptiveRate(100, 0);
    rate.slowDown(2_000);
    expect(rate.rate).toBe(50);
    rate.slowDown(2_100);
    expect(rate.rate).toBe(50);
    rate.slowDown(3_200);
    expect(rate.rate).toBe(25);
  });

  test('grows again with success, up to the configured one', () => {
    const rate = new AdaptiveRate(10, 0);
    rate.slowDown(0);
    let before = rate.rate ?? 0;
    for (let now = 1_000; now < 600_000; now += 100) {
      rate.succeeded(now);
      expect(rate.rate).toBeGreaterThanOrEqual(before);
      before = rate.rate ?? 0;
    }
    expect(rate.rate).toBe(10);
  });

  test('is nothing for as long as the other side asks, for what is urgent too', () => {
    const rate = new AdaptiveRate(undefined, 0);
    rate.slowDown(1_000, 7_000);
    expect(rate.take(1_000, true)).toBe(7_000);
    expect(rate.take(7_999, true)).toBe(1);
    expect(rate.take(8_000, true)).toBe(0);
  });

  test('without a configured one is learned from what went through, and forgotten when all is well', () => {
    const rate = new AdaptiveRate(undefined, 0);
    for (let now = 0; now < 1_000; now += 10) expect(rate.take(now, false)).toBe(0);
    expect(rate.rate).toBeNull();
    rate.slowDown(1_000);
    expect(rate.rate).toBe(50);
    rate.succeeded(2_000);
    expect(rate.rate).toBeGreaterThan(50);
    rate.succeeded(601_000);
    expect(rate.rate).toBeNull();
  });
});
