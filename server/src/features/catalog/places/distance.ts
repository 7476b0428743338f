/** A point on the globe in degrees; null: not known. */
export interface Point {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

const radiusKm = 6_371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** The way between two places as the crow flies; null where one has no coordinates. */
export function distanceInKm(one: Point, other: Point): number | null {
  const { latitude: north, longitude: east } = one;
  const { latitude: otherNorth, longitude: otherEast } = other;
  if (north === null || east === null || otherNorth === null || otherEast === null) return null;
  const part = Math.sin(radians(otherNorth - north) / 2) ** 2;
  const around = Math.sin(radians(otherEast - east) / 2) ** 2;
  const square = part + Math.cos(radians(north)) * Math.cos(radians(otherNorth)) * around;
  return 2 * radiusKm * Math.asin(Math.min(1, Math.sqrt(square)));
}
