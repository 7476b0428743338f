/**
 * Upper bounds of the histogram of times to deliver, in seconds; what takes longer is in one more bucket. They are part
 * of the stored counters, so they never change.
 */
const bounds = [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400] as const;

/** Names of the counters, one for each bucket. */
export const deliveryTimeCounters = [...bounds, null].map((_, bucket) => `delivery_time_${bucket}` as const);

/** @returns the counter of a mail that took so long; clocks that disagree count as no time */
export function deliveryTimeCounter(milliseconds: number): `delivery_time_${number}` {
  const bucket = bounds.findIndex((bound) => milliseconds <= bound * 1_000);
  return `delivery_time_${bucket === -1 ? bounds.length : bucket}`;
}

/**
 * Estimates a quantile from the counts of the buckets: inside of one the mails are taken to lie evenly. In the last one
 * it is its lower bound, since nothing is known of how much longer it took.
 *
 * @param share 0.5 for the median
 * @returns seconds; null where nothing was counted
 */
export function quantile(counts: readonly number[], share: number): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const wanted = share * total;
  let before = 0;
  for (const [bucket, count] of counts.entries()) {
    if (count > 0 && before + count >= wanted) {
      const from = bounds[bucket - 1] ?? 0;
      const to = bounds[bucket] ?? from;
      return from + (to - from) * ((wanted - before) / count);
    }
    before += count;
  }
  return bounds.at(-1) ?? null;
}
