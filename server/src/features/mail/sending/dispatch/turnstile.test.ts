import { expect, test } from 'vitest';
import { FakeClock } from '../../../../testing/clock.ts';
import { FakeTimers } from '../../../../testing/timers.ts';
import { LearningBucket } from './learning-bucket.ts';
import { type Admission, Turnstile } from './turnstile.ts';

function open(places: number, rate?: number) {
  const clock = new FakeClock();
  const delay = new FakeTimers(clock);
  const bucket = new LearningBucket(rate, clock.now().getTime());
  const turnstile = new Turnstile({ places, bucket, clock, delay });
  const admissions: { readonly name: string; readonly admission: Admission }[] = [];
  const enter = (name: string, isUrgent = false) => {
    void turnstile.enter(isUrgent).then((admission) => admissions.push({ name, admission }));
  };
  const admitted = () => admissions.filter(({ admission }) => admission.isAdmitted).map(({ name }) => name);
  const leave = (name: string) => {
    const found = admissions.find((entry) => entry.name === name)?.admission;
    if (found?.isAdmitted) found.leave();
  };
  return { turnstile, delay, bucket, admissions, enter, admitted, leave, clock };
}

test('a place is kept for urgent mails, and they go first', async () => {
  const { enter, admitted, leave, delay, turnstile } = open(3);
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
  expect(turnstile.inFlight).toBe(2);
});

test('mails pass at the rate, one after the other', async () => {
  const { enter, admitted, delay } = open(10, 2);
  for (const name of ['a', 'b', 'c', 'd', 'e']) enter(name);
  await delay.settle();
  expect(admitted()).toEqual(['a']);
  await delay.advance(1_000);
  expect(admitted()).toEqual(['a', 'b', 'c']);
});

test('who would wait for long is sent away, and told for how long', async () => {
  const { enter, admissions, delay, bucket, clock, turnstile } = open(10, 0.1);
  enter('a');
  enter('b');
  await delay.advance(2_000);
  expect(admissions).toMatchObject([
    { name: 'a', admission: { isAdmitted: true } },
    { name: 'b', admission: { isAdmitted: false } },
  ]);
  bucket.slowDown(clock.now().getTime(), 60_000);
  expect(await turnstile.enter(true)).toEqual({ isAdmitted: false, waitMs: 60_000 });
});
