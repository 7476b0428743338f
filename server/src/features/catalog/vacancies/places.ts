import {
  canonicalCity,
  cityCountries,
  countries,
  type Region,
  regionCodes,
  regions,
  wordsOf,
} from './geography.ts';

/** Where a vacancy is, as far as its posting says. */
export interface Places {
  readonly cities: readonly City[];
  /** Codes of all countries that are named or follow from cities and regions. */
  readonly countries: readonly string[];
  /** Whether a country is written, and does not only follow from a city. */
  readonly statesCountry: boolean;
  readonly isRemote: boolean;
  /** All of it as it is written, folded, to compare what cannot be read. */
  readonly text: string;
}

export interface City {
  readonly name: string;
  /** Code of the country and the region where they are known, such as `us-ny`. */
  readonly country: string | null;
  readonly region: string | null;
}

const mostPlaces = 40;
const longestPlace = 200;

const remoteWords =
  /\b(?:remote|anywhere|worldwide|home ?office|work from home|wfh|teletravail|teletrabajo|remoto|distanciel|virtual)\b/;
/** Words beside the name of a place. */
const noise: ReadonlySet<string> = new Set(
  (
    'remote hybrid hybride hibrido onsite site office anywhere worldwide home homeoffice wfh teletravail teletrabajo remoto virtual ' +
    'multiple various all hq headquarters based only area greater metro region county location locations standort standorte lieux ' +
    'ubicaciones more'
  ).split(' '),
);
/** What follows the name of a German or French city to tell it from others: 'am Main', 'im Breisgau', 'sur Mer'. */
const additions: ReadonlySet<string> = new Set('am an ob vor im in i a sur sous en les cedex'.split(' '));

/** Reads the places of a posting, each as its source writes it. */
export function readPlaces(written: readonly string[]): Places {
  const cities = new Map<string, City>();
  const found = new Set<string>();
  let statesCountry = false;
  let isRemote = false;
  const chunks = written.flatMap((place) =>
    place.slice(0, 2_000).split(/[;|\n•·]|\s\/\s|\s(?:or|oder|ou|o)\s/u),
  );
  for (const chunk of chunks.slice(0, mostPlaces)) {
    if (remoteWords.test(wordsOf(chunk))) isRemote = true;
    for (const place of splitPlaces(chunk.slice(0, longestPlace))) {
      const read = readPlace(place);
      if (read.country !== null) found.add(read.country);
      statesCountry ||= read.statesCountry;
      if (read.city !== null)
        cities.set(`${read.city.name} ${read.city.country} ${read.city.region}`, read.city);
    }
  }
  return {
    cities: [...cities.values()],
    countries: [...found].sort(),
    statesCountry,
    isRemote,
    text: written.map(wordsOf).sort().join('|').slice(0, 2_000),
  };
}

/** 'Berlin, Hamburg, München' are three places; 'San Jose, CA' is one. */
function splitPlaces(chunk: string): (readonly string[])[] {
  const parts = chunk
    .split(/[()]/)
    .filter((part, index) => index % 2 === 0 || !/\d|home|hybrid|remote/i.test(part))
    .flatMap((part) => part.split(/,|\s[-–—]+\s/))
    .map((part) =>
      wordsOf(part)
        .split(' ')
        .filter((word) => !noise.has(word) && !/^\d{3,10}$/.test(word))
        .join(' '),
    )
    .filter((part) => part !== '');
  const known = parts.filter((part) => cityCountries.has(part) && !regions.has(part) && !countries.has(part));
  return known.length > 1 && known.length === parts.length ? parts.map((part) => [part]) : [parts];
}

interface ReadPlace {
  readonly city: City | null;
  readonly country: string | null;
  readonly statesCountry: boolean;
}

/** @param parts of one place, in any order of width: 'Austin', 'TX' or 'US', 'Arizona', 'Phoenix' */
function readPlace(parts: readonly string[]): ReadPlace {
  let country: string | null = null;
  let region: Region | null = null;
  const names: string[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const named = countries.get(part);
    const coded = regionCodes.get(part);
    const byName = regions.get(part);
    // 'New York, New York': the first of both is the city, and a name that stands alone is the best known city.
    const isCityToo = cityCountries.has(part) && names.length === 0 && (isLast || index === 0);
    if (byName !== undefined && !isCityToo && region === null) region = byName;
    else if (coded !== undefined && region === null && parts.length > 1 && agrees(coded, names))
      region = coded;
    else if (named !== undefined && country === null && !(isCityToo && isLast && index === 0))
      country = named;
    else if (/^[a-z]{2}$/.test(part) && country === null && countryCodes.has(part))
      country = part === 'uk' ? 'gb' : part;
    else names.push(part);
  }
  const [name] = names.filter((part) => !/\d/.test(part)).map(cityName);
  const statesCountry = country !== null;
  country ??= region?.country ?? (name === undefined ? null : (cityCountries.get(name) ?? null));
  const isInRegion = region !== null && (country === null || region.country === country);
  return {
    city: name === undefined ? null : { name, country, region: isInRegion ? (region?.code ?? null) : null },
    country,
    statesCountry,
  };
}

const countryCodes: ReadonlySet<string> = new Set([...countries.values(), 'uk']);

/** 'CA' behind 'Austin' is a state, 'DE' behind 'Berlin' a country. */
function agrees(region: Region, names: readonly string[]): boolean {
  const [name] = names;
  const known = name === undefined ? undefined : cityCountries.get(name);
  return (
    known === undefined || known === region.country || !countryCodes.has(region.code) || known !== region.code
  );
}

function cityName(part: string): string {
  const canonical = canonicalCity(part);
  if (canonical !== part || cityCountries.has(part)) return canonical;
  const words = part.split(' ');
  const end = words.findIndex((word, index) => index > 0 && additions.has(word));
  return canonicalCity(end === -1 ? part : words.slice(0, end).join(' '));
}

/** How the places of two postings are to each other. */
export type PlaceRelation = 'same' | 'open' | 'other_city' | 'other_country';

export function comparePlaces(a: Places, b: Places): PlaceRelation {
  const isCountryShared = a.countries.some((country) => b.countries.includes(country));
  if (a.countries.length > 0 && b.countries.length > 0 && !isCountryShared) return 'other_country';
  if (a.cities.length === 0 || b.cities.length === 0)
    return a.text === b.text && a.text !== '' ? 'same' : 'open';
  const isCityShared = a.cities.some((one) => b.cities.some((other) => isSameCity(one, other)));
  return isCityShared ? 'same' : 'other_city';
}

function isSameCity(a: City, b: City): boolean {
  if (a.name !== b.name) return false;
  if (a.country !== null && b.country !== null && a.country !== b.country) return false;
  return a.region === null || b.region === null || a.region === b.region;
}
