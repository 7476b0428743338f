import {
  distanceInKm,
  isEligible,
  isOffered,
  type PlaceOffer,
  type PlaceWish,
  type Point,
  readOffer,
  readWish,
} from '../../places/index.ts';
import { bytes, floats, grown } from './growing.ts';
import { wordsOf } from './words.ts';

/** Where the jobs are: each distinct list of places is read once, by the gazetteer. */
export interface Places {
  /** The number of a list of places, which many jobs share. */
  intern(places: readonly string[], isRemote: boolean): number;
  readonly size: number;
  /** The places of a list, as they are written. */
  labelsOf(entry: number): readonly string[];
  /** What a search for a place keeps. It is remembered, and read on when lists are added. */
  search(text: string, withinKm: number | null): PlaceSearch;
  /** What it was made of, for a snapshot. */
  readonly keys: readonly string[];
}

export interface PlaceSearch {
  /** By the list: 1 where a job is there. */
  readonly fits: Uint8Array;
  /** By the list: how far its nearest place is, in kilometres; `unknownDistance` where nobody knows. */
  readonly kilometres: Float32Array;
  /** Whether the place has a middle, so that distances mean something. */
  readonly hasCentre: boolean;
}

export const unknownDistance = 30_000;

/** Where a job is, read. */
export interface PlaceEntry {
  readonly labels: readonly string[];
  readonly offer: PlaceOffer;
  readonly words: readonly string[];
}

interface Remembered extends PlaceSearch {
  fits: Uint8Array;
  kilometres: Float32Array;
  readTo: number;
  readonly test: (entry: PlaceEntry) => boolean;
  readonly distance: (entry: PlaceEntry) => number;
}

const mostRemembered = 500;
const mostWords = 12;
const remoteMark = 'remote';

export function createPlaces(from: readonly string[] = []): Places {
  const keys: string[] = [];
  const numbers = new Map<string, number>();
  const entries: PlaceEntry[] = [];
  const remembered = new Map<string, Remembered>();

  function add(key: string): number {
    const number = entries.length;
    numbers.set(key, number);
    keys.push(key);
    entries.push(readPlaceEntry(key));
    return number;
  }

  for (const key of from) add(key);

  return {
    keys,
    get size() {
      return entries.length;
    },
    labelsOf: (entry) => entries[entry]?.labels ?? [],

    intern(places, isRemote) {
      const key = placeKey(places, isRemote);
      return numbers.get(key) ?? add(key);
    },

    search(text, withinKm) {
      const key = `${withinKm ?? ''} ${text}`;
      const search = remembered.get(key) ?? {
        ...readPlaceTest(text, withinKm),
        fits: new Uint8Array(0),
        kilometres: new Float32Array(0),
        readTo: 0,
      };
      remembered.delete(key);
      remembered.set(key, search);
      for (const oldest of remembered.keys()) {
        if (remembered.size <= mostRemembered) break;
        remembered.delete(oldest);
      }
      search.fits = grown(search.fits, entries.length, bytes);
      search.kilometres = grown(search.kilometres, entries.length, floats);
      for (; search.readTo < entries.length; search.readTo += 1) {
        const entry = entries[search.readTo];
        if (entry === undefined) break;
        search.fits[search.readTo] = search.test(entry) ? 1 : 0;
        search.kilometres[search.readTo] = search.distance(entry);
      }
      return search;
    },
  };
}

/** A list of places, which many jobs share, as one text. */
export const placeKey = (places: readonly string[], isRemote: boolean): string =>
  [isRemote ? remoteMark : '', ...places.map((place) => place.replaceAll('\n', ' '))].join('\n');

export function readPlaceEntry(key: string): PlaceEntry {
  const [mark, ...labels] = key.split('\n');
  const isRemote = mark === remoteMark;
  return {
    labels,
    offer: readOffer({ places: labels, workplace: isRemote ? 'remote' : null, description: '' }),
    words: wordsOf(`${labels.join(' ')} ${isRemote ? remoteMark : ''}`, 200),
  };
}

/** A place that is searched for, read. */
export interface PlaceTest {
  /** Null: no place is named. */
  readonly wish: PlaceWish | null;
  /** Whether the gazetteer knows it; otherwise its words are compared. */
  readonly isKnown: boolean;
  readonly hasCentre: boolean;
  /** Its middle, and how far around it is searched; null: no distance counts. */
  readonly around: { readonly centre: Point; readonly km: number } | null;
  /** Of a place that nobody knows; the last may be unfinished. */
  readonly words: readonly string[];
  readonly test: (entry: PlaceEntry) => boolean;
  readonly distance: (entry: PlaceEntry) => number;
}

export function readPlaceTest(text: string, withinKm: number | null): PlaceTest {
  const wish = readWish(text);
  const centre = wish?.places.find(({ place }) => place.latitude !== null)?.place ?? null;
  const distance = (entry: PlaceEntry): number => {
    if (centre === null) return unknownDistance;
    let nearest = unknownDistance;
    for (const { candidates } of entry.offer.places) {
      for (const place of candidates)
        nearest = Math.min(nearest, distanceInKm(centre, place) ?? unknownDistance);
    }
    return nearest;
  };
  const hasCentre = centre !== null;
  const isKnown = wish !== null && (wish.places.length > 0 || (wish.scope ?? []).length > 0);
  const read = { wish, isKnown, hasCentre, around: null, words: [], distance };
  if (!isKnown) {
    // A name that nobody knows, or a beginning: by its words.
    const words = wordsOf(text, mostWords);
    const last = words.length - 1;
    const test = (entry: PlaceEntry) =>
      words.every((word, at) =>
        entry.words.some((other) => (at === last ? other.startsWith(word) : other === word)),
      );
    return { ...read, words, test };
  }
  if (withinKm !== null && hasCentre) {
    return {
      ...read,
      around: { centre, km: withinKm },
      test: (entry) => isOffered(wish, entry.offer) || distance(entry) <= withinKm,
    };
  }
  const isArea = !hasCentre;
  const test = ({ offer }: PlaceEntry) =>
    isOffered(wish, offer) ||
    (isArea && offer.places.length === 0 && offer.scope !== null && isEligible(wish, offer.scope));
  return { ...read, test };
}
