import { editDistance } from '../edit-distance/index.ts';

/** The candidate nearest to the name, if any is at most `maximumDistance` edits away. */
export function nearest(
  name: string,
  candidates: readonly string[],
  maximumDistance: number,
): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, distance: editDistance(name, candidate) }))
    .filter(({ distance }) => distance <= maximumDistance)
    .sort((left, right) => left.distance - right.distance);
  return ranked[0]?.candidate;
}
