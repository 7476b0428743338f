import { placeNameKey, theGazetteer } from '../../../catalog/places/index.ts';
import { countOf } from './lexicon.ts';
import type { ResumeLanguage } from './words.ts';

type NamedPlace = ReturnType<ReturnType<typeof theGazetteer>['find']>[number];

/** Where somebody lives or has worked, as a text says it. */
export interface ReadPlace {
  /** As the text spells it. */
  readonly city: string | undefined;
  readonly countryCode: string | undefined;
  readonly region: string | undefined;
  readonly postalCode: string | undefined;
  /** People who live there; 0: not known. */
  readonly population: number;
}

const workplaceWords =
  /^(?:remote|hybrid|home ?office|t[eé]l[eé]travail|[aà] distance|remoto|teletrabajo|fully remote|100 ?% remote)$/i;
const homes: Readonly<Record<ResumeLanguage, readonly string[]>> = {
  en: ['US', 'GB', 'CA', 'AU', 'IE'],
  de: ['DE', 'AT', 'CH'],
  fr: ['FR', 'BE', 'CH', 'CA'],
  es: ['ES', 'MX', 'AR', 'CO', 'CL'],
};
const leastPeople = 20_000;

/** The names of a part of an address, without its codes; the country or region that a code stands for. */
function partsOf(text: string): string[] {
  return text
    .split(/,|\s[–—-]\s|[()/]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const withoutCodes = (part: string): string =>
  part
    .replace(/\b(?:[A-Z]{1,3}-)?\d[\dA-Z-]*\b/g, ' ')
    .replace(/^(?:[A-Z]{2,3}\s)+|(?:\s[A-Z]{2,3})+$/g, ' ')
    .trim();

const isCode = (part: string): boolean =>
  /^(?:[A-Z]{1,3}-)?[A-Z\d]{2,3}(?:\s\d{4,6})?$/.test(part) || /^\d{4,6}$/.test(part);

function lookUp(name: string): readonly NamedPlace[] {
  if (name.length < 2 || /\d/.test(name)) return [];
  return theGazetteer().find(placeNameKey(name));
}

/** Whether a text is a place, or several that belong together, and nothing else. */
export function isPlace(text: string): boolean {
  const plain = text.trim();
  if (plain.length > 70 || plain.length < 2) return false;
  if (workplaceWords.test(plain)) return true;
  const parts = partsOf(plain);
  const [first = ''] = parts;
  if (!/^\p{Lu}/u.test(withoutCodes(first)) || countOf('title', first) > 0) return false;
  return parts.every(
    (part, index) =>
      workplaceWords.test(part) || (index > 0 && isCode(part)) || lookUp(withoutCodes(part)).length > 0,
  );
}

/** The city of an address, with what it is in; undefined: the text names none. */
export function readAddress(text: string, language: ResumeLanguage): ReadPlace | undefined {
  const parts = partsOf(text);
  const named = parts.map((part) => ({ part, places: lookUp(withoutCodes(part)) }));
  const areas = named.flatMap(({ places }) => places.filter(({ place }) => place.kind !== 'city'));
  const countries = new Set([
    ...areas.filter(({ place }) => place.kind === 'country').map(({ place }) => place.country),
    ...parts.filter((part) => /^[A-Z]{2}$/.test(part) && theGazetteer().area(part) !== undefined),
  ]);
  const regions = new Set(areas.flatMap(({ place }) => (place.kind === 'region' ? [place.region] : [])));
  const postalCode = /\b(?:[A-Z]{1,3}[- ])?\d{4,6}\b/.exec(text)?.[0];
  let best: { name: string; found: NamedPlace; score: number } | undefined;
  for (const { name, places } of [
    ...named.map(({ part, places }) => ({ name: withoutCodes(part), places })),
    ...endsOf(parts),
  ]) {
    for (const found of places.slice(0, 40)) {
      const { place } = found;
      if (place.kind !== 'city') continue;
      const isHome = homes[language].includes(place.country) && place.population >= leastPeople;
      const score =
        (countries.has(place.country) ? 10 : 0) +
        (regions.has(place.region) ? 10 : 0) +
        (isHome ? 2 : 0) +
        Math.log10(place.population + 1);
      if (best === undefined || score > best.score) best = { name, found, score };
    }
  }
  if (best === undefined) {
    const [country] = countries;
    return country === undefined
      ? undefined
      : { city: undefined, countryCode: country, region: undefined, postalCode, population: 0 };
  }
  const { place } = best.found;
  return {
    city: best.name,
    countryCode: place.country,
    region: place.regionName ?? undefined,
    postalCode,
    population: place.population,
  };
}

/** 'Königstraße 12 70173 Stuttgart': the city at the end of a part with numbers. */
function endsOf(parts: readonly string[]): { name: string; places: readonly NamedPlace[] }[] {
  return parts.flatMap((part) => {
    const words = part.split(/\s+/);
    if (!/\d/.test(part)) return words.length > 1 && words.length < 6 ? frontsOf(words) : [];
    return [1, 2, 3].flatMap((count) => {
      const name = words.slice(-count).join(' ');
      const places = words.length > count && /^\p{Lu}/u.test(name) ? lookUp(name) : [];
      return places.length === 0 ? [] : [{ name, places }];
    });
  });
}

/** 'San Francisco California': the city in front of what it lies in, where it is a large one. */
function frontsOf(words: readonly string[]): { name: string; places: readonly NamedPlace[] }[] {
  return [3, 2, 1].flatMap((count) => {
    if (count >= words.length) return [];
    const name = words.slice(0, count).join(' ');
    const [behind] = lookUp(words.slice(count).join(' ').replace(/-$/, ''));
    const places = lookUp(name).filter(({ place }) => place.population >= 50_000);
    return places.length === 0 || behind === undefined || behind.place.kind === 'city'
      ? []
      : [{ name, places }];
  });
}
