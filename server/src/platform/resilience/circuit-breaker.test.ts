import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FakeClock } from '../../testing/clock.ts';
import { CircuitBreaker } from './circuit-breaker.ts';

describe('a provider that fails', () => {
  test('is left alone after three failures in a row, and tried with one mail at a time', () => {
    const clock = new FakeClock();
    const breaker = new CircuitBreaker(clock);
    expect([breaker.failed('a', false), breaker.failed('b', false)]).toEqual([false, false]);
    breaker.succeeded();
    expect([breaker.failed('a', false), breaker.failed('b', false)]).toEqual([false, false]);
    expect(breaker.admit()).toBe(true);
    expect(breaker.failed('connect ECONNREFUSED', false)).toBe(true);
    expect(breaker).toMatchObject({ reason: 'connect ECONNREFUSED' });
    expect(breaker.admit()).toBe(false);
    clock.advance(5_000);
    expect(breaker.state()).toBe('half_open');
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false]);
    breaker.abstained();
    expect([breaker.admit(), breaker.admit()]).toEqual([true, false]);
    breaker.succeeded();
    expect(breaker.state()).toBe('closed');
    expect([breaker.admit(), breaker.admit()]).toEqual([true, true]);
    expect(breaker).toMatchObject({ reason: null, openUntil: null });
  });

  test('is left alone at once and for longer when it refuses us', () => {
    const clock = new FakeClock();
    const breaker = new CircuitBreaker(clock);
    expect(breaker.failed('550 5.7.1 listed', true)).toBe(true);
    clock.advance(299_999);
    expect(breaker.admit()).toBe(false);
    clock.advance(1);
    expect(breaker.admit()).toBe(true);
    expect(breaker.failed('550 5.7.1 listed', true)).toBe(false);
    clock.advance(599_999);
    expect(breaker.admit()).toBe(false);
  });

  test('is never left alone for more than an hour, and is tried again in the end', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 60 }), (failures) => {
        const clock = new FakeClock();
        const breaker = new CircuitBreaker(clock);
        for (const isGrave of failures) {
          if (breaker.admit()) breaker.failed('no', isGrave);
          const until = breaker.openUntil?.getTime() ?? 0;
          expect(until - clock.now().getTime()).toBeLessThanOrEqual(3_600_000);
          clock.advance(60_000);
        }
        clock.advance(3_600_000);
        expect(breaker.admit()).toBe(true);
      }),
    );
  });

  test('is given everything again when an operator says so', () => {
    const breaker = new CircuitBreaker(new FakeClock());
    breaker.failed('no', true);
    breaker.close();
    expect([breaker.admit(), breaker.admit()]).toEqual([true, true]);
  });

  test('is given as many as wanted, a single one as a probe, or none', () => {
    const clock = new FakeClock();
    const breaker = new CircuitBreaker(clock);
    expect(breaker.allows(7)).toBe(7);
    breaker.failed('no', true);
    expect(breaker.allows(7)).toBe(0);
    clock.advance(300_000);
    expect([breaker.allows(7), breaker.allows(0)]).toEqual([1, 0]);
  });
});
