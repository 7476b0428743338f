import { expect, it } from 'vitest';
import { pauseAfter, pauses } from './pauses.ts';

it('four wrong answers cost nothing, and then the pause doubles up to an hour', () => {
  expect([0, 1, 4, 5, 6, 7, 11, 12, 13, 1_000].map(pauseAfter)).toEqual([
    0, 0, 0, 30, 60, 120, 1_920, 3_600, 3_600, 3_600,
  ]);
});

it('the list of pauses ends with the longest', () => {
  expect(pauses.at(-1)).toBe(pauseAfter(1_000));
  expect(pauses.at(-2)).toBeLessThan(pauseAfter(1_000));
});

it('whoever knows the password guesses too few codes of an app in a year to matter', () => {
  let [guesses, seconds] = [0, 0];
  while (seconds < 365 * 86_400) {
    guesses += 1;
    seconds += pauseAfter(guesses);
  }
  // Three codes of a million are good at any time.
  expect((guesses * 3) / 1_000_000).toBeLessThan(0.03);
});
