/**
 * Upper bounds of the histogram of delivery times, in seconds; one more bucket takes what is longer. They are part of the
 * stored counters, so they must never change.
 */
const bounds = [1, 2, 5, 10, 30, 60, 300, 900, 3_600, 14_400, 86_400] as const;

/** Names of the counters, one for each bucket. */
export const deliveryTimeCounters = [...bounds, null].map((_, bucket) => `delivery_time_${bucket}` as const);

/** @returns the counter for a delivery time; a negative one, by clocks that differ, counts as zero */
export function deliveryTimeCounter(milliseconds: number): `delivery_time_${number}` {
  const bucket = bounds.findIndex((bound) => milliseconds <= bound * 1_000);
  return `delivery_time_${bucket === -1 ? bounds.length : bucket}`;
}

/**
 * Estimates a quantile from the counts of the buckets, as if mails were spread evenly within each. In the last bucket it is
 * the lower bound, since it has no upper one.
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
