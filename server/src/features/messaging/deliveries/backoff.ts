const firstDelayMs = 30_000;
const longestDelayMs = 6 * 3_600_000;
const horizonMs = 72 * 3_600_000;

/** Share of a delay by which it may be longer or shorter, so that what failed together does not come back together. */
const jitter = 0.2;

/**
 * Time until the next attempt after so many that failed: 30 s, doubling up to 6 h, each ± 20 %.
 *
 * @param random a number from 0 to below 1
 * @returns milliseconds; null: what could be done in about 72 hours has been done
 */
export function retryDelay(failedAttempts: number, random: () => number): number | null {
  if (failedAttempts >= maximumAttempts) return null;
  return Math.round(plainDelay(failedAttempts) * (1 - jitter + 2 * jitter * random()));
}

function plainDelay(failedAttempts: number): number {
  return Math.min(firstDelayMs * 2 ** (failedAttempts - 1), longestDelayMs);
}

/** How many attempts fit into the horizon. */
export const maximumAttempts = countAttempts();

function countAttempts(): number {
  let attempts = 1;
  let elapsed = 0;
  while (elapsed + plainDelay(attempts) <= horizonMs) {
    elapsed += plainDelay(attempts);
    attempts += 1;
  }
  return attempts;
}
