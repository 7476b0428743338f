import { expect, it } from 'vitest';
import { FakeClock } from '../../testing/clock.ts';
import { createEventLoopWatch, createHealth } from './index.ts';

function create() {
  const clock = new FakeClock();
  let delay = 10;
  let look = () => {};
  const watch = createEventLoopWatch({
    clock,
    mostDelayMs: 500,
    measure: () => delay,
    every(_milliseconds, work) {
      look = work;
      return () => {};
    },
  });
  const reasons: unknown[] = [];
  const health = createHealth({ clock, onFailure: (_name, error) => reasons.push(error) });
  health.register('event_loop', watch.check);
  return {
    health,
    reasons,
    /** So many seconds pass, in windows of this length, each with a delay of so many milliseconds. */
    async pass(seconds: number, delayMs: number, windowSeconds = 1) {
      delay = delayMs;
      for (let passed = 0; passed < seconds; passed += windowSeconds) {
        clock.advance(windowSeconds * 1_000);
        look();
      }
      return (await health.ready()).checks['event_loop'];
    },
  };
}

it('is ready while pauses of the event loop are short or rare', async () => {
  const { pass } = create();
  expect(await pass(20, 400)).toBe('ok');
  expect(await pass(4, 900)).toBe('ok');
  expect(await pass(1, 10)).toBe('ok');
  expect(await pass(4, 900)).toBe('ok');
});

it('is not ready while the event loop is held up for seconds, and is again as soon as it is not', async () => {
  const { pass, reasons } = create();
  expect(await pass(6, 900)).toBe('failed');
  expect(String(reasons[0])).toContain('more than 500 ms for 6000 ms, by 900 ms at last');
  expect(await pass(1, 10)).toBe('ok');
});

it('takes one long pause for as long as it is', async () => {
  const { pass } = create();
  expect(await pass(12, 11_000, 12)).toBe('failed');
});
