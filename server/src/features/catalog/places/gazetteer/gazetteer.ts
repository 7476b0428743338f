import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  decodeGazetteer,
  kinds,
  type LoadedColumns,
  type Naming,
  namings,
  type PlaceKind,
} from './format.ts';

/** A place of the gazetteer. */
export interface GazetteerPlace {
  /** The more people, the lower. */
  readonly id: number;
  readonly kind: PlaceKind;
  readonly name: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** ISO 3166-2, such as `US-TX`; null where it is not known. */
  readonly region: string | null;
  readonly regionName: string | null;
  /** Null for countries and regions. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly population: number;
}

/** A place that a name may mean. */
export interface NamedPlace {
  readonly place: GazetteerPlace;
  readonly naming: Naming;
}

/** Places of the world with at least 500 people, their regions and countries. */
export interface Gazetteer {
  /** What a folded name (`keyOf`) may mean, the most populous first. */
  find(key: string): readonly NamedPlace[];
  /** Whether a name begins so: it saves looking for longer ones. */
  begins(key: string): boolean;
  /** The country or the region with this code. */
  area(code: string): GazetteerPlace | undefined;
  readonly size: number;
}

/** Names repeat from posting to posting. */
const mostRemembered = 20_000;
const nothing: readonly NamedPlace[] = [];

let loaded: Gazetteer | undefined;

/** Loads the gazetteer at its first use, which takes a part of a second and some 30 MB. */
export function theGazetteer(): Gazetteer {
  loaded ??= createGazetteer(readFileSync(path.join(import.meta.dirname, 'gazetteer.bin')));
  return loaded;
}

function createGazetteer(file: Buffer): Gazetteer {
  const columns = decodeGazetteer(file);
  const { keys, keyStarts, referenceStarts, references } = columns;
  const areas = new Map<string, number>();
  for (let id = 0; id < columns.names.length; id += 1) {
    const kind = kinds[columns.kinds[id] ?? 0];
    if (kind === 'country') areas.set(columns.countryCodes[columns.countries[id] ?? 0] ?? '', id);
    if (kind === 'region') areas.set(columns.regionCodes[(columns.regions[id] ?? 1) - 1] ?? '', id);
  }

  const endOf = (key: number) => (keyStarts[key + 1] ?? 0) - 1;

  /** The first key that is not before this one, by bytes. */
  function lowerBound(wanted: Buffer): number {
    let low = 0;
    let high = keyStarts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(keys, keyStarts[middle] ?? 0, endOf(middle), wanted) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function keyNumber(key: string): number {
    const wanted = Buffer.from(key);
    const number = lowerBound(wanted);
    const isFound =
      number < keyStarts.length - 1 && compare(keys, keyStarts[number] ?? 0, endOf(number), wanted) === 0;
    return isFound ? number : -1;
  }

  const remembered = new Map<string, readonly NamedPlace[]>();
  function search(key: string): readonly NamedPlace[] {
    const number = keyNumber(key);
    if (number === -1) return nothing;
    const found: NamedPlace[] = [];
    const end = referenceStarts[number + 1] ?? 0;
    for (let at = referenceStarts[number] ?? 0; at < end; at += 1) {
      const reference = references[at] ?? 0;
      found.push({ place: placeOf(columns, reference >> 2), naming: namings[reference & 3] ?? 'other' });
    }
    return found;
  }

  return {
    size: columns.names.length,
    area(code) {
      const id = areas.get(code);
      return id === undefined ? undefined : placeOf(columns, id);
    },
    begins(key) {
      const wanted = Buffer.from(key);
      const start = keyStarts[lowerBound(wanted)] ?? keys.length;
      return keys.subarray(start, start + wanted.length).equals(wanted);
    },
    find(key) {
      const known = remembered.get(key);
      if (known !== undefined) return known;
      const found = search(key);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key, found);
      return found;
    },
  };
}

function compare(bytes: Buffer, start: number, end: number, wanted: Buffer): number {
  const length = Math.min(end - start, wanted.length);
  for (let at = 0; at < length; at += 1) {
    const difference = (bytes[start + at] ?? 0) - (wanted[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return end - start - wanted.length;
}

function placeOf(columns: LoadedColumns, id: number): GazetteerPlace {
  const kind = kinds[columns.kinds[id] ?? 0] ?? 'city';
  const region = columns.regions[id] ?? 0;
  const isArea = kind === 'country' || kind === 'region';
  return {
    id,
    kind,
    name: columns.names[id] ?? '',
    country: columns.countryCodes[columns.countries[id] ?? 0] ?? '',
    region: region === 0 ? null : (columns.regionCodes[region - 1] ?? null),
    regionName: region === 0 ? null : (columns.regionNames[region - 1] ?? null),
    latitude: isArea ? null : (columns.latitudes[id] ?? 0) / 1_000,
    longitude: isArea ? null : (columns.longitudes[id] ?? 0) / 1_000,
    population: columns.populations[id] ?? 0,
  };
}
