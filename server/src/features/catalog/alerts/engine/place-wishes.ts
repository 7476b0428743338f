import { countriesOfAreas, isArea, type Point, placeNameKey } from '../../places/index.ts';
import { type PlaceEntry, type PlaceTest, readPlaceEntry, readPlaceTest } from '../../search/index.ts';

/**
 * The places that searches ask for, a number each, found from where a vacancy is. A search is only looked at by a vacancy of
 * its country, region or neighbourhood, and then decides itself.
 */
export interface PlaceWishes {
  readonly size: number;
  intern(text: string, withinKm: number | null): number;
  /** The searches that a list of places fits, in no order. */
  fitting(key: string): Uint32Array;
}

interface Answer {
  fits: number[];
  list: Uint32Array;
  entry: PlaceEntry;
  /** Searches below this number have been looked at. */
  readTo: number;
}

/** Parts of a city may be so far from its middle. */
const districtKm = 25;
const kmPerDegree = 110;
const mostAnswers = 20_000;
const nothing = new Uint32Array(0);

export function createPlaceWishes(): PlaceWishes {
  const numbers = new Map<string, number>();
  const tests: PlaceTest[] = [];
  const byKey = new Map<string, number[]>();
  const answers = new Map<string, Answer>();

  function prepare(wish: number): void {
    const test = tests[wish];
    if (test === undefined) return;
    for (const key of keysOfWish(test)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [wish]);
      else list.push(wish);
    }
  }

  function begin(key: string): Answer {
    const entry = readPlaceEntry(key);
    const seen = new Set<number>();
    for (const mark of keysOfEntry(entry)) for (const wish of byKey.get(mark) ?? []) seen.add(wish);
    const fits = [...seen].filter((wish) => tests[wish]?.test(entry) === true);
    return { fits, list: Uint32Array.from(fits), entry, readTo: tests.length };
  }

  return {
    get size() {
      return tests.length;
    },

    intern(text, withinKm) {
      const key = `${withinKm ?? ''} ${text}`;
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = tests.length;
      numbers.set(key, number);
      tests.push(readPlaceTest(text, withinKm));
      prepare(number);
      return number;
    },

    fitting(key) {
      if (tests.length === 0) return nothing;
      let answer = answers.get(key);
      if (answer === undefined) {
        answer = begin(key);
        if (answers.size >= mostAnswers) {
          for (const oldest of answers.keys()) {
            answers.delete(oldest);
            break;
          }
        }
        answers.set(key, answer);
      }
      if (answer.readTo < tests.length) {
        for (let wish = answer.readTo; wish < tests.length; wish += 1) {
          if (tests[wish]?.test(answer.entry) === true) answer.fits.push(wish);
        }
        answer.readTo = tests.length;
        answer.list = Uint32Array.from(answer.fits);
      }
      return answer.list;
    },
  };
}

const cellDegrees = 2;
const cellOf = (degrees: number): number => Math.floor(degrees / cellDegrees);
const cellsRound = 360 / cellDegrees;
/** The east and the west end of the map are neighbours. */
const around = (cell: number): number => ((cell % cellsRound) + cellsRound) % cellsRound;

/** The cells of the map that are so near to a point, and perhaps some more. */
function cellsAround({ latitude, longitude }: Point, km: number): string[] {
  if (latitude === null || longitude === null) return [];
  const high = km / kmPerDegree + 0.01;
  const shrunk = Math.cos((Math.min(89, Math.abs(latitude) + high) * Math.PI) / 180);
  const wide = high / shrunk;
  const cells: string[] = [];
  for (let row = cellOf(latitude - high); row <= cellOf(latitude + high); row += 1) {
    // Near the poles a few steps lead around the world.
    if (wide > 90) cells.push(`b:${row} *`);
    else {
      for (let column = cellOf(longitude - wide); column <= cellOf(longitude + wide); column += 1) {
        cells.push(`b:${row} ${around(column)}`);
      }
    }
  }
  return cells;
}

function cellsOf({ latitude, longitude }: Point): string[] {
  if (latitude === null || longitude === null) return [];
  return [`b:${cellOf(latitude)} ${around(cellOf(longitude))}`, `b:${cellOf(latitude)} *`];
}

/** Under what a search is kept: whatever fits it has one of these marks. */
function keysOfWish(test: PlaceTest): Set<string> {
  const keys = new Set<string>();
  const { wish } = test;
  if (!test.isKnown || wish === null) {
    const [first, ...others] = test.words;
    // The last word may be unfinished.
    keys.add(first === undefined ? '*' : others.length === 0 ? `^${first}` : `=${first}`);
    return keys;
  }
  const near = (point: Point, km: number) => {
    for (const cell of cellsAround(point, km)) keys.add(cell);
  };
  if (test.around !== null) near(test.around.centre, test.around.km);
  for (const name of wish.unknown) keys.add(`u:${name}`);
  for (const code of wish.scope ?? []) {
    const countries = countriesOfAreas.get(code);
    for (const country of countries ?? []) keys.add(`a:${country}`);
    if (countries === undefined) keys.add(`a:${code}`);
  }
  // A vacancy that tells no place may still tell for whom it is.
  if (!test.hasCentre) keys.add('s:');
  for (const { place, name, radiusKm, candidates } of wish.places) {
    if (radiusKm > 0) near(place, radiusKm);
    for (const one of candidates) {
      if (isArea(one)) keys.add(`a:${one.region ?? one.country}`);
      else near(one, districtKm);
      keys.add(`n:${one.region} ${placeNameKey(name)}`);
      keys.add(`i:${one.id}`);
    }
  }
  return keys;
}

/** The marks of searches that a list of places may fit. */
function keysOfEntry({ offer, words }: PlaceEntry): Set<string> {
  const keys = new Set<string>(['*']);
  for (const word of words) {
    keys.add(`=${word}`);
    for (let end = 1; end <= word.length; end += 1) keys.add(`^${word.slice(0, end)}`);
  }
  for (const name of offer.unknown) keys.add(`u:${name}`);
  if (offer.places.length === 0) keys.add('s:');
  for (const { name, candidates } of offer.places) {
    for (const place of candidates) {
      keys.add(`a:${place.country}`);
      if (place.region !== null) keys.add(`a:${place.region}`);
      for (const cell of cellsOf(place)) keys.add(cell);
      keys.add(`n:${place.region} ${placeNameKey(name)}`);
      keys.add(`i:${place.id}`);
    }
  }
  return keys;
}
