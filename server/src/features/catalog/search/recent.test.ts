import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../testing/clock.ts';
import { rememberRecent } from './recent.ts';

describe('remembered answers', () => {
  const make = (clock = new FakeClock()) => {
    let asked = 0;
    const remember = rememberRecent<number>(clock, { lifetimeMs: 1_000, capacity: 2 });
    return { clock, remember, ask: async () => ++asked };
  };

  it('are shared and given again until they are too old', async () => {
    const { clock, remember, ask } = make();
    expect(await Promise.all([remember('a', ask), remember('a', ask)])).toEqual([1, 1]);
    clock.advance(999);
    expect(await remember('a', ask)).toBe(1);
    clock.advance(1);
    expect(await remember('a', ask)).toBe(2);
  });

  it('are only so many', async () => {
    const { remember, ask } = make();
    for (const key of ['a', 'b', 'c']) await remember(key, ask);
    expect(await remember('c', ask)).toBe(3);
    expect(await remember('a', ask)).toBe(4);
  });

  it('are no failures', async () => {
    const { remember, ask } = make();
    await expect(remember('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await remember('a', ask)).toBe(1);
  });
});
