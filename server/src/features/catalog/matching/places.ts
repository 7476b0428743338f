import { hasPhrase, normalizeText, wordsOf } from './text.ts';

/** A place as its parts from the narrow to the wide, each as words: `[['berlin'], ['germany']]`. */
export interface Place {
  readonly parts: readonly (readonly string[])[];
}

/** Other names of the same place, after normalization. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['city of london', 'london'],
  ['great britain', 'united kingdom'],
  ['new york city', 'new york'],
  ['the netherlands', 'netherlands'],
  ['u k', 'united kingdom'],
  ['u s', 'united states'],
  ['u s a', 'united states'],
  ['united states of america', 'united states'],
  ['bangalore', 'bengaluru'],
  ['bruxelles', 'brussels'],
  ['deutschland', 'germany'],
  ['espana', 'spain'],
  ['frankreich', 'france'],
  ['geneve', 'geneva'],
  ['italia', 'italy'],
  ['koln', 'cologne'],
  ['lisboa', 'lisbon'],
  ['milano', 'milan'],
  ['munchen', 'munich'],
  ['nyc', 'new york'],
  ['osterreich', 'austria'],
  ['praha', 'prague'],
  ['roma', 'rome'],
  ['schweiz', 'switzerland'],
  ['sevilla', 'seville'],
  ['sf', 'san francisco'],
  ['suisse', 'switzerland'],
  ['uk', 'united kingdom'],
  ['us', 'united states'],
  ['usa', 'united states'],
  ['warszawa', 'warsaw'],
  ['wien', 'vienna'],
]);

/** Words about the way of working that feeds write into the place. */
const notPlaces = new Set(['remote', 'hybrid', 'onsite', 'anywhere', 'worldwide', 'office', 'hq']);

/** Reads a place as people and postings write it. */
export function parsePlace(text: string): Place {
  const parts: (readonly string[])[] = [];
  for (const part of normalizeText(text).split(/[,;/|()·•–—]|\s-\s/)) {
    const words = wordsOf(part).filter((word) => !notPlaces.has(word));
    const name = words.join(' ');
    if (name !== '') parts.push((aliases.get(name) ?? name).split(' '));
  }
  return { parts };
}

/**
 * Whether an offered place lies in a wanted one. The narrow part of the wish has to be named. Where both name
 * something wider, it has to agree too, so that Paris in France is not Paris in Texas; abbreviations such as 'TX' or
 * 'CA' mean too many things to contradict.
 */
export function isPlaceWithin(offered: Place, wanted: Place): boolean {
  const [narrow, ...wider] = wanted.parts;
  if (narrow === undefined) return false;
  const at = offered.parts.findIndex((part) => hasPhrase(part, narrow));
  if (at === -1) return false;
  const others = offered.parts.filter((_, index) => index !== at);
  if (wider.length === 0 || others.length === 0) return true;
  if ([...wider, ...others].some(isAbbreviation)) return true;
  return wider.some((part) => others.some((other) => hasPhrase(other, part) || hasPhrase(part, other)));
}

function isAbbreviation(part: readonly string[]): boolean {
  const [only] = part;
  return part.length === 1 && only !== undefined && only.length <= 3;
}
