import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../testing/clock.ts';
import { FakeTimers } from '../../testing/timers.ts';
import { Pace } from './pace.ts';

function createPace() {
  const clock = new FakeClock();
  const timers = new FakeTimers(clock);
  const pace = new Pace(clock, timers, 20);
  const gone: string[] = [];
  const go = (name: string, isFull = false) =>
    void pace.wait(isFull).then(() => {
      gone.push(name);
    });
  return { clock, timers, go, gone };
}

describe('the pace of queries', () => {
  it('lets the first one go at once, and the next one when the gap is over', async () => {
    const { timers, go, gone } = createPace();
    go('first');
    await timers.settle();
    expect(gone).toEqual(['first']);
    go('second');
    await timers.advance(19);
    expect(gone).toEqual(['first']);
    await timers.advance(1);
    expect(gone).toEqual(['first', 'second']);
    await timers.advance(20);
    go('after a rest');
    await timers.settle();
    expect(gone).toEqual(['first', 'second', 'after a rest']);
  });

  it('lets a full batch go at once', async () => {
    const { timers, go, gone } = createPace();
    go('first');
    await timers.settle();
    go('full', true);
    await timers.settle();
    expect(gone).toEqual(['first', 'full']);
  });

  it('lets nobody wait for longer because the clock was set back', async () => {
    const { clock, timers, go, gone } = createPace();
    go('first');
    await timers.settle();
    clock.advance(-3_600_000);
    go('second');
    await timers.advance(20);
    expect(gone).toEqual(['first', 'second']);
  });
});
