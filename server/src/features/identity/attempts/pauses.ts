/** Wrong answers that cost nothing but the try. */
const freeFailures = 4;
const firstPause = 30;
const longestPause = 3_600;

/**
 * How long the next answer is not looked at after so many wrong ones, in seconds: after the fifth for half a minute, which
 * doubles with each further one up to an hour. So whoever tries one account guesses fewer than 9,000 times a year.
 */
export function pauseAfter(failures: number): number {
  if (failures <= freeFailures) return 0;
  return Math.min(longestPause, firstPause * 2 ** Math.min(failures - freeFailures - 1, 20));
}

/** The pauses after the first, the second and so on, in seconds; the last one holds for all that follow. */
export const pauses: readonly number[] = Array.from({ length: 12 }, (_, place) => pauseAfter(place + 1));
