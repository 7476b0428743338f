/** What rankings are measured by; each takes them from the first place down. */

/** Normalized discounted cumulative gain of the first places, with gains of 2^grade - 1. */
export function ndcg(grades: readonly number[], places: number): number {
  const gain = (ranked: readonly number[]) =>
    ranked.slice(0, places).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
  const best = gain(grades.toSorted((one, other) => other - one));
  return best === 0 ? 0 : gain(grades) / best;
}

export function averagePrecision(relevant: readonly boolean[]): number {
  let found = 0;
  let sum = 0;
  relevant.forEach((isRelevant, place) => {
    if (!isRelevant) return;
    found += 1;
    sum += found / (place + 1);
  });
  return found === 0 ? 0 : sum / found;
}

export const precisionAt = (relevant: readonly boolean[], places: number): number =>
  relevant.slice(0, places).filter(Boolean).length / places;

export function reciprocalRank(relevant: readonly boolean[]): number {
  const place = relevant.indexOf(true);
  return place === -1 ? 0 : 1 / (place + 1);
}

/** How likely a relevant one has the higher score than one that is not; equal scores count half. */
export function areaUnderCurve(scores: Float64Array, relevant: readonly boolean[]): number {
  let wins = 0;
  let pairs = 0;
  relevant.forEach((isRelevant, place) => {
    if (!isRelevant) return;
    relevant.forEach((otherIs, other) => {
      if (otherIs) return;
      const difference = (scores[place] ?? 0) - (scores[other] ?? 0);
      pairs += 1;
      wins += difference > 0 ? 1 : difference === 0 ? 0.5 : 0;
    });
  });
  return pairs === 0 ? 0 : wins / pairs;
}
