import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ReceiverThrottles } from './receiver-throttles.ts';
import { receiverOf } from './receivers.ts';

function enter(throttles: ReceiverThrottles, address: string, now: number, isUrgent = false) {
  const admission = throttles.enter(address, isUrgent, now);
  if (!admission.isAdmitted) throw new Error(`to wait for ${admission.waitMs} ms`);
  return admission;
}

describe('a receiver', () => {
  test.each([
    ['ada@gmail.com', 'gmail'],
    ['ada@GoogleMail.com', 'gmail'],
    ['ada@hotmail.co.uk', 'outlook'],
    ['ada@live.de', 'outlook'],
    ['ada@yahoo.fr', 'yahoo'],
    ['ada@aol.com', 'yahoo'],
    ['ada@gmail.com.example.org', 'gmail.com.example.org'],
    ['ada@Example.org', 'example.org'],
  ])('%s is %s', (address, name) => {
    expect(receiverOf(address)).toBe(name);
  });

  test('that puts a mail off gets none for a while, then fewer; others get all', () => {
    const throttles = new ReceiverThrottles();
    const [first, second] = [enter(throttles, 'a@example.org', 0), enter(throttles, 'b@example.org', 0)];
    first.leave('deferred', 1_000);
    second.leave('deferred', 1_100);
    expect(throttles.enter('c@example.org', false, 1_100)).toEqual({ isAdmitted: false, waitMs: 29_900 });
    expect(throttles.throttled(1_100)).toEqual([{ name: 'example.org', places: 1, pausedUntil: 31_000 }]);
    enter(throttles, 'c@example.net', 1_100).leave('taken', 1_200);
    enter(throttles, 'urgent@example.org', 1_100, true).leave('none', 1_200);

    const one = enter(throttles, 'c@example.org', 31_000);
    expect(throttles.enter('d@example.org', false, 31_000).isAdmitted).toBe(false);
    one.leave('taken', 31_100);
    enter(throttles, 'd@example.org', 31_200).leave('deferred', 31_300);
    expect(throttles.enter('e@example.org', false, 31_300)).toEqual({ isAdmitted: false, waitMs: 30_000 });
    enter(throttles, 'e@example.org', 61_300).leave('deferred', 61_300);
    expect(throttles.enter('e@example.org', false, 61_300)).toEqual({ isAdmitted: false, waitMs: 60_000 });
  });

  test('that takes mails again is forgotten in the end', () => {
    const throttles = new ReceiverThrottles();
    enter(throttles, 'a@example.org', 0).leave('deferred', 0);
    for (let now = 30_000; throttles.throttled(now).length > 0; now += 1_000) {
      enter(throttles, 'a@example.org', now).leave('taken', now);
      expect(now).toBeLessThan(600_000);
    }
  });

  test('of many people gets some at a time from the start', () => {
    const throttles = new ReceiverThrottles();
    for (let count = 0; count < 10; count++) enter(throttles, `${count}@yahoo.com`, 0);
    expect(throttles.enter('eleven@yahoo.de', false, 0).isAdmitted).toBe(false);
    expect(throttles.throttled(0)).toEqual([]);
  });

  test('gets no more than it may, and none is kept waiting for more than half an hour', () => {
    const answer = fc.constantFrom('taken', 'deferred', 'none');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(60_000), answer, fc.boolean()), { maxLength: 200 }), (steps) => {
        const throttles = new ReceiverThrottles();
        const open: ReturnType<typeof enter>[] = [];
        let now = 0;
        for (const [wait, given, keep] of steps) {
          now += wait;
          const admission = throttles.enter('ada@gmail.com', false, now);
          if (!admission.isAdmitted) expect(admission.waitMs).toBeLessThanOrEqual(1_800_000);
          else if (keep) open.push(admission);
          else admission.leave(given, now);
          expect(open.length).toBeLessThanOrEqual(20);
        }
      }),
    );
  });
});
