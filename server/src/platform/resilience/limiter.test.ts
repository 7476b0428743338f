import { expect, test } from 'vitest';
import { FakeClock } from '../../testing/clock.ts';
import { FakeTimers } from '../../testing/timers.ts';
import { AdaptiveRate } from './adaptive-rate.ts';
import { type Admission, Limiter } from './limiter.ts';

function open(concurrency: number, ceiling?: number) {
  const clock = new FakeClock();
  const delay = new FakeTimers(clock);
  const rate = new AdaptiveRate(ceiling, clock.now().getTime());
  const limiter = new Limiter({ concurrency, rate, clock, delay });
  const admissions: { readonly name: string; readonly admission: Admission }[] = [];
  const enter = (name: string, isUrgent = false) => {
    void limiter.enter(isUrgent).then((admission) => admissions.push({ name, admission }));
  };
  const admitted = () => admissions.filter(({ admission }) => admission.isAdmitted).map(({ name }) => name);
  const leave = (name: string) => {
    const found = admissions.find((entry) => entry.name === name)?.admission;
    if (found?.isAdmitted) found.leave();
  };
  return { limiter, delay, rate, admissions, enter, admitted, leave, clock };
}

test('a place is kept for what is urgent, and it goes first', async () => {
  const { enter, admitted, leave, delay, limiter } = open(3);
  for (const name of ['a', 'b', 'c', 'd']) enter(name);
  await delay.settle();
  expect(admitted()).toEqual(['a', 'b']);
  enter('urgent', true);
  enter('also urgent', true);
  await delay.settle();
  expect(admitted()).toEqual(['a', 'b', 'urgent']);
  leave('a');
  await delay.settle();
  expect(admitted()).toEqual(['a', 'b', 'urgent', 'also urgent']);
  leave('urgent');
  leave('urgent');
  leave('also urgent');
  await delay.settle();
  expect(admitted()).toEqual(['a', 'b', 'urgent', 'also urgent', 'c']);
  expect(limiter.inFlight).toBe(2);
});

test('the rest passes at the rate, one after the other', async () => {
  const { enter, admitted, delay } = open(10, 2);
  for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name);
  await delay.settle();
  expect(admitted()).toEqual(['a']);
  await delay.advance(1_000);
  expect(admitted()).toEqual(['a', 'b', 'c']);
});

test('what would wait for long is sent away, and told for how long', async () => {
  const { enter, admissions, delay, rate, clock, limiter } = open(10, 0.1);
  enter('a');
  enter('b');
  await delay.advance(2_000);
  expect(admissions).toMatchObject([
    { name: 'a', admission: { isAdmitted: true } },
    { name: 'b', admission: { isAdmitted: false } },
  ]);
  rate.slowDown(clock.now().getTime(), 60_000);
  expect(await limiter.enter(true)).toEqual({ isAdmitted: false, waitMs: 60_000 });
});
