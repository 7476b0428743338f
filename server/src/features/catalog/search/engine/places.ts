import {
  distanceInKm,
  isEligible,
  isOffered,
  type PlaceOffer,
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

interface Entry {
  readonly labels: readonly string[];
  readonly offer: PlaceOffer;
  readonly words: readonly string[];
}

interface Remembered extends PlaceSearch {
  fits: Uint8Array;
  kilometres: Float32Array;
  readTo: number;
  readonly test: (entry: Entry) => boolean;
  readonly distance: (entry: Entry) => number;
}

const mostRemembered = 500;
const mostWords = 12;
const remoteMark = 'remote';

export function createPlaces(from: readonly string[] = []): Places {
  const keys: string[] = [];
  const numbers = new Map<string, number>();
  const entries: Entry[] = [];
  const remembered = new Map<string, Remembered>();

  function add(key: string): number {
    const number = entries.length;
    const [mark, ...labels] = key.split('\n');
    const isRemote = mark === remoteMark;
    numbers.set(key, number);
    keys.push(key);
    entries.push({
      labels,
      offer: readOffer({ places: labels, workplace: isRemote ? 'remote' : null, description: '' }),
      words: wordsOf(`${labels.join(' ')} ${isRemote ? remoteMark : ''}`, 200),
    });
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
      const key = [isRemote ? remoteMark : '', ...places.map((place) => place.replaceAll('\n', ' '))].join(
        '\n',
      );
      return numbers.get(key) ?? add(key);
    },

    search(text, withinKm) {
      const key = `${withinKm ?? ''} ${text}`;
      const search = remembered.get(key) ?? prepare(text, withinKm);
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

function prepare(text: string, withinKm: number | null): Remembered {
  const wish = readWish(text);
  const centre = wish?.places.find(({ place }) => place.latitude !== null)?.place ?? null;
  const distance = (entry: Entry): number => {
    if (centre === null) return unknownDistance;
    let nearest = unknownDistance;
    for (const { candidates } of entry.offer.places) {
      for (const place of candidates)
        nearest = Math.min(nearest, distanceInKm(centre, place) ?? unknownDistance);
    }
    return nearest;
  };
  const begun = { fits: new Uint8Array(0), kilometres: new Float32Array(0), readTo: 0, distance };
  const hasCentre = centre !== null;
  const isKnown = wish !== null && (wish.places.length > 0 || (wish.scope ?? []).length > 0);
  if (!isKnown) {
    // A name that nobody knows, or a beginning: by its words.
    const words = wordsOf(text, mostWords);
    const last = words.length - 1;
    const test = (entry: Entry) =>
      words.every((word, at) =>
        entry.words.some((other) => (at === last ? other.startsWith(word) : other === word)),
      );
    return { ...begun, hasCentre, test };
  }
  if (withinKm !== null && hasCentre) {
    return {
      ...begun,
      hasCentre,
      test: (entry) => isOffered(wish, entry.offer) || distance(entry) <= withinKm,
    };
  }
  const isArea = !hasCentre;
  const test = ({ offer }: Entry) =>
    isOffered(wish, offer) ||
    (isArea && offer.places.length === 0 && offer.scope !== null && isEligible(wish, offer.scope));
  return { ...begun, hasCentre, test };
}
