/**
 * Where a word stands in a document, as one byte beside its posting: it tells nearly always whether words stand one behind
 * another, without a look at the document.
 */

/** It stands in several places, or in none of its own. */
export const unknownPlace = 0;
/** Places below it are told exactly; of those behind, only what is left when they are divided. */
const exactPlaces = 192;
const classes = 255 - exactPlaces;

/** The byte of a place in the stream of a document. */
export const placeOf = (position: number): number =>
  position < exactPlaces ? position + 1 : exactPlaces + 1 + ((position - exactPlaces) % classes);

/** Whether this tells a place exactly. */
export const isExactPlace = (place: number): boolean => place !== unknownPlace && place <= exactPlaces;

/**
 * Whether a word may stand so many places behind another one, of which the bytes of both are known.
 */
export function mayFollow(first: number, other: number, distance: number): boolean {
  if (isExactPlace(first)) {
    const expected = first - 1 + distance;
    return placeOf(expected) === other;
  }
  // Behind the exact ones whatever follows is so, too.
  return !isExactPlace(other) && (first - 1 - exactPlaces + distance) % classes === other - 1 - exactPlaces;
}
