import { distanceInKm } from './distance.ts';
import type { GazetteerPlace, NamedPlace } from './gazetteer/gazetteer.ts';

/** A name of a text that stands for one place, with all that it may mean. */
export interface Group {
  /** What is left of the meanings. */
  readonly candidates: readonly NamedPlace[];
  /** The text names what it lies in. */
  readonly isQualified: boolean;
  /** As it is written, such as a metropolitan area; null: as the gazetteer calls it. */
  readonly name: string | null;
  /** Its first name as it is written, and whether that is a code. */
  readonly text: string;
  readonly isFromCode: boolean;
  /** A city with all around it. */
  readonly isMetropolis: boolean;
  /** Numbers of its first and last item in the sentence. */
  readonly first: number;
  readonly last: number;
}

/** A name in the order of the text. */
export interface NamedItem {
  readonly candidates: readonly NamedPlace[];
  readonly isCode: boolean;
  readonly name: string | null;
  /** As it is written. */
  readonly text: string;
  readonly isMetropolis: boolean;
  readonly number: number;
  /** Only a list's sign or word stands between it and the name before. */
  readonly isListed: boolean;
}

/** Countries whose regions people write without the country. */
const knownRegions: ReadonlySet<string> = new Set('US CA AU GB DE AT CH FR ES IT BR MX IN'.split(' '));

/** Countries where a town is written with its region. */
export const writtenRegions: ReadonlySet<string> = new Set(['US', 'CA', 'AU']);

/** Countries that most postings are for: of two cities alike in size, theirs is meant. */
const markets: ReadonlySet<string> = new Set(
  'US GB CA AU IE NZ DE AT CH FR BE NL ES IT PT SE DK NO FI PL SG'.split(' '),
);
const marketFactor = 3;

/** A place that has the better of another by so much is surely meant. */
const sure = 5;
/** What the employer's country weighs. */
export const homeFactor = 30;
const nearbyKm = 40;

/** What a meaning weighs: the more people, the likelier; more where other words of the text point to it. */
function weightOf({ place, naming }: NamedPlace, likely: ReadonlyMap<string, number> = new Map()): number {
  const factor = likely.get(place.country) ?? 1;
  const region = place.region === null ? 1 : (likely.get(place.region) ?? 1);
  const market = markets.has(place.country) ? marketFactor : 1;
  const people = (place.population + 500) * kindFactor(place) * market;
  return people * (naming === 'other' ? 0.1 : 1) * factor * region;
}

function kindFactor(place: GazetteerPlace): number {
  if (place.kind === 'district') return 0.5;
  if (place.kind !== 'region') return 1;
  return knownRegions.has(place.country) ? 0.6 : 0.05;
}

interface Likeliest {
  readonly best: NamedPlace;
  /** Another meaning is nearly as likely. */
  readonly unsure: boolean;
}

/** Names of the gazetteer are the same lists each time. */
const remembered = new WeakMap<readonly NamedPlace[], Likeliest | null>();

/** The likeliest meaning, and whether another one is nearly as likely. */
export function likeliest(
  candidates: readonly NamedPlace[],
  likely?: ReadonlyMap<string, number>,
): Likeliest | null {
  if (likely !== undefined && likely.size > 0) return findLikeliest(candidates, likely);
  const known = remembered.get(candidates);
  if (known !== undefined) return known;
  const found = findLikeliest(candidates);
  remembered.set(candidates, found);
  return found;
}

function findLikeliest(
  candidates: readonly NamedPlace[],
  likely?: ReadonlyMap<string, number>,
): Likeliest | null {
  const weights = candidates.map((candidate) => weightOf(candidate, likely));
  const heaviest = (fits: (candidate: NamedPlace) => boolean): number =>
    candidates.reduce((best, candidate, index) => {
      if (!fits(candidate)) return best;
      return best === -1 || (weights[index] ?? 0) > (weights[best] ?? 0) ? index : best;
    }, -1);
  const first = heaviest(() => true);
  const top = candidates[first];
  if (top === undefined) return null;
  // 'Berlin' and 'New York' are cities before they are regions, 'Singapore' before it is a country.
  const city = isArea(top.place) ? heaviest((candidate) => isSeatOf(candidate, top.place)) : -1;
  const chosen = city === -1 ? first : city;
  const best = candidates[chosen] ?? top;
  const rival = heaviest(
    (candidate) => candidate !== top && candidate !== best && !isSamePlace(candidate.place, best.place),
  );
  const unsure = rival !== -1 && (weights[rival] ?? 0) * sure > (weights[chosen] ?? 0);
  return { best, unsure };
}

export function isArea(place: GazetteerPlace): boolean {
  return place.kind === 'region' || place.kind === 'country';
}

/** A city with the name of its region or country, and a good part of its people. */
function isSeatOf({ place, naming }: NamedPlace, area: GazetteerPlace): boolean {
  if (place.kind !== 'city' || !isWithin(place, area)) return false;
  const share = area.kind === 'country' ? 0.5 : naming === 'main' ? 0.05 : 0.2;
  return place.population >= area.population * share;
}

function isSamePlace(one: GazetteerPlace, other: GazetteerPlace): boolean {
  if (one.country !== other.country) return false;
  if (isWithin(one, other) || isWithin(other, one)) return true;
  return (distanceInKm(one, other) ?? nearbyKm) < nearbyKm;
}

/** Whether a place lies in a country or region; none lies in itself. */
export function isWithin(place: GazetteerPlace, area: GazetteerPlace): boolean {
  if (place.id === area.id || !isArea(area) || place.country !== area.country) return false;
  if (area.kind === 'country') return place.kind !== 'country';
  return !isArea(place) && place.region === area.region;
}

function within(candidates: readonly NamedPlace[], areas: readonly NamedPlace[]): NamedPlace[] {
  return candidates.filter(({ place }) => areas.some((area) => isWithin(place, area.place)));
}

const areasOf = (candidates: readonly NamedPlace[]) => candidates.filter(({ place }) => isArea(place));

/**
 * Puts names together that are one place: what a place lies in stands behind it ('Austin, TX', 'London, ON, Canada') or
 * before it ('US-TX-Austin', 'Germany: Berlin, Hamburg').
 */
export function groupsOf(items: readonly NamedItem[]): Group[] {
  const groups: Group[] = [];
  let current: Group | null = null;
  /** What stood before the places that lie in it. */
  let context: readonly NamedPlace[] = [];
  for (const item of items) {
    const single: Group = {
      candidates: item.candidates,
      isQualified: false,
      name: item.name,
      text: item.text,
      isMetropolis: item.isMetropolis,
      isFromCode: item.isCode,
      first: item.number,
      last: item.number,
    };
    if (current === null || item.isListed) {
      const inContext = within(item.candidates, context);
      if (current !== null) groups.push(current);
      current = inContext.length > 0 ? { ...single, candidates: inContext, isQualified: true } : single;
      if (inContext.length === 0) context = [];
      continue;
    }
    const narrowed = narrow(current, item);
    if (narrowed !== null) {
      current = narrowed;
      continue;
    }
    const inside = enter(current, item);
    if (inside !== null) {
      context = inside.areas;
      current = { ...single, candidates: inside.candidates, isQualified: true, first: current.first };
      continue;
    }
    const merged = mergeDistrict(current, item);
    if (merged !== null) {
      current = merged;
      continue;
    }
    const inContext = within(item.candidates, context);
    const unlisted: Group | null = inContext.length > 0 ? null : nameTown(current, item);
    if (unlisted !== null) {
      current = unlisted;
      continue;
    }
    // A code that does not fit the city before it is of something else, as of an Italian province.
    if (item.isCode && inContext.length === 0 && !isAreaAtBest(current)) continue;
    groups.push(current);
    current = inContext.length > 0 ? { ...single, candidates: inContext, isQualified: true } : single;
    if (inContext.length === 0) context = [];
  }
  if (current !== null) groups.push(current);
  return groups;
}

function isAreaAtBest({ candidates }: Pick<Group, 'candidates'>): boolean {
  const best = likeliest(candidates)?.best.place;
  return best !== undefined && isArea(best);
}

const largeTown = 100_000;

/**
 * A town that the gazetteer has elsewhere alone, beside the region that it lies in ('Springfield, VA', 'ME - Windham'): it
 * is what lies in that region and has this name.
 */
function nameTown(current: Group, item: NamedItem): Group | null {
  const [town, region] = item.isCode || isAreaAtBest(item) ? [current, item] : [item, current];
  const isStated = 'isFromCode' in region ? region.isFromCode : true;
  if (!isStated || isAreaAtBest(town)) return null;
  const regions = region.candidates.filter(
    ({ place }) => place.kind === 'region' && writtenRegions.has(place.country),
  );
  const best = likeliest(town.candidates)?.best.place;
  if (regions.length === 0 || best === undefined || !/^\p{Lu}/u.test(town.text)) return null;
  const isSameCountry = regions.some(({ place }) => place.country === best.country);
  if (!isSameCountry && best.population >= largeTown) return null;
  return { ...current, candidates: regions, isQualified: true, name: town.text, last: item.number };
}

/** The place before, when it lies in this one. */
function narrow(current: Group, item: NamedItem): Group | null {
  const inside = within(current.candidates, areasOf(item.candidates));
  if (inside.length === 0) return null;
  if (item.isCode) {
    // 'PA' is Pennsylvania before it is Pará.
    const usual = inside.filter(({ place }) => writtenRegions.has(place.country));
    return {
      ...current,
      candidates: usual.length > 0 ? usual : inside,
      isQualified: true,
      last: item.number,
    };
  }
  const best = likeliest(item.candidates);
  if (best !== null && !isArea(best.best.place)) {
    // 'Boston, New York' are two cities, though the state has a small Boston.
    const [before, after] = [likeliest(current.candidates), likeliest(inside)];
    if (before !== null && after !== null && weightOf(after.best) * 20 < weightOf(before.best)) return null;
  }
  return { ...current, candidates: inside, isQualified: true, last: item.number };
}

/** This place, when it lies in the one before. */
function enter(
  current: Group,
  item: NamedItem,
): { candidates: readonly NamedPlace[]; areas: readonly NamedPlace[] } | null {
  const best = likeliest(current.candidates);
  if (best === null) return null;
  const isCode = current.candidates.some(({ naming }) => naming === 'code');
  if (!isArea(best.best.place) && !isCode) return null;
  const all = areasOf(current.candidates);
  const candidates = within(item.candidates, all);
  if (candidates.length === 0) return null;
  const areas = all.filter(({ place }) => candidates.some((each) => isWithin(each.place, place)));
  return { candidates, areas };
}

/** A part of a city beside the city: 'Berlin-Kreuzberg', 'Schwabing, München'. */
function mergeDistrict(current: Group, item: NamedItem): Group | null {
  const pair =
    findNear(districtsOf(current.candidates), item.candidates) ??
    findNear(districtsOf(item.candidates), current.candidates);
  return pair === null ? null : { ...current, candidates: [pair], isQualified: true, last: item.number };
}

const districtsOf = (candidates: readonly NamedPlace[]) =>
  candidates.filter(({ place }) => place.kind === 'district');

/** The larger one of a district and a place near to it. */
function findNear(districts: readonly NamedPlace[], others: readonly NamedPlace[]): NamedPlace | null {
  for (const district of districts) {
    const near = others.find(({ place }) => {
      const distance = distanceInKm(district.place, place);
      return distance !== null && distance <= nearbyKm;
    });
    if (near !== undefined) return near.place.population >= district.place.population ? near : district;
  }
  return null;
}
