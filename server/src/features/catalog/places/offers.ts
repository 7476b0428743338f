import type { Workplace } from '@rolecall/contract';
import { distanceInKm } from './distance.ts';
import { keyOf } from './fold.ts';
import type { GazetteerPlace } from './gazetteer/gazetteer.ts';
import { isArea, isWithin } from './groups.ts';
import { type FoundPlace, type PlacesReading, readPlaces } from './reading.ts';
import { readScope } from './scope.ts';
import { countriesOfAreas } from './words/areas.ts';

/** How far the parts of a city are from its middle. */
const districtKm = 25;

/** Whether one place is the other or lies in it: Germany contains Berlin, and New York does not contain York. */
function contains(wanted: GazetteerPlace, offered: GazetteerPlace): boolean {
  if (wanted.id === offered.id || isWithin(offered, wanted)) return true;
  if (offered.kind !== 'district' || wanted.kind !== 'city' || wanted.country !== offered.country)
    return false;
  const distance = distanceInKm(wanted, offered);
  return distance !== null && distance <= districtKm && offered.population < wanted.population;
}

/** A place that a person wants, as it is written. */
export type PlaceWish = PlacesReading;

/** Reads a wish; null when it names no place, as 'Remote' does. */
export function readWish(text: string): PlaceWish | null {
  const reading = readPlaces(text);
  const { places, scope, unknown } = reading;
  return places.length + (scope?.length ?? 0) + unknown.length === 0 ? null : reading;
}

/** Where a posting is, as far as it tells, and where a person has to be for it. */
export type PlaceOffer = PlacesReading;

/** What is stored of a posting. */
export interface PostedPlaces {
  readonly places: readonly string[];
  readonly workplace: Workplace | null;
  readonly description: string;
}

/** Reads where a posting is. Who may take remote work may also stand in its text alone. */
export function readOffer({ places, workplace, description }: PostedPlaces): PlaceOffer {
  const reading = readPlaces(places.join('\n'), { workplace });
  if (reading.workplace !== 'remote' || reading.scope !== null) return reading;
  return { ...reading, scope: readScope(description) };
}

/**
 * Whether a posting lies in a wanted place. What a name leaves open refuses nothing: 'Cambridge' is any Cambridge of
 * some size.
 */
export function isOffered(
  wish: PlaceWish,
  { places, unknown }: Pick<PlaceOffer, 'places' | 'unknown'>,
): boolean {
  const isNarrow = wish.unknown.length > 0 && wish.places.every(({ place }) => isArea(place));
  // 'Kleinkleckersdorf, Germany' is not all of Germany.
  if (isNarrow) return wish.unknown.some((name) => unknown.includes(name));
  return places.some(
    (offered) =>
      wish.places.some((wanted) => isFoundWithin(wanted, offered)) ||
      (wish.scope ?? []).some((code) => offered.candidates.some((place) => isInCode(code, place))),
  );
}

function isFoundWithin(wanted: FoundPlace, offered: FoundPlace): boolean {
  const isNear = offered.candidates.some((place) => {
    const distance = wanted.radiusKm === 0 ? null : distanceInKm(wanted.place, place);
    return distance !== null && distance <= wanted.radiusKm;
  });
  if (isNear) return true;
  return wanted.candidates.some((place) =>
    offered.candidates.some((other) =>
      isTown(wanted) || isTown(offered) ? isSameTown(wanted, place, offered, other) : contains(place, other),
    ),
  );
}

/** A town that the gazetteer does not have: it is known by its name and the region that it lies in. */
function isTown({ place, name }: FoundPlace): boolean {
  return place.kind === 'region' && name !== place.name;
}

function isSameTown(
  wanted: FoundPlace,
  place: GazetteerPlace,
  offered: FoundPlace,
  other: GazetteerPlace,
): boolean {
  const isSameName = keyOf(wanted.name) === keyOf(offered.name) && place.region === other.region;
  return (
    isSameName || (!isTown(wanted) && isArea(place) && (place.id === other.id || isWithin(other, place)))
  );
}

/** Whether a place lies in what `scope` names: a country, a region or a part of the world. */
function isInCode(code: string, place: GazetteerPlace): boolean {
  const countries = countriesOfAreas.get(code);
  if (countries !== undefined) return countries.has(place.country);
  return code.includes('-') ? place.region === code : place.country === code;
}

/** Whether who lives in a wanted place may take work that is for people in `scope`. */
export function isEligible(wish: PlaceWish, scope: readonly string[]): boolean {
  const codes = wish.scope ?? [];
  // Where nobody knows where somebody lives, nothing is refused.
  if (wish.places.length + codes.length === 0) return true;
  return scope.some(
    (code) =>
      wish.places.some(({ candidates }) => candidates.some((place) => meets(code, place))) ||
      codes.some((own) => own === code || overlaps(own, code)),
  );
}

/** Whether a place lies in the scope, or the scope in the place: who wants all of Europe may live in Spain. */
function meets(code: string, place: GazetteerPlace): boolean {
  if (isInCode(code, place)) return true;
  return place.kind === 'country' && code.startsWith(`${place.country}-`);
}

function overlaps(one: string, other: string): boolean {
  if (one.includes('-') && other.includes('-')) return false;
  const countries = countriesOf(one);
  return [...countriesOf(other)].some((country) => countries.has(country));
}

function countriesOf(code: string): ReadonlySet<string> {
  return countriesOfAreas.get(code) ?? new Set([code.slice(0, 2)]);
}
