import { distanceInKm } from './distance.ts';
import { type NamedPlace, theGazetteer } from './gazetteer/gazetteer.ts';
import { gapOf, type Sentence, type Token } from './tokens.ts';
import { beginningsOfTerms, longestTerm, type Term, terms, wordsLikeCodes } from './words/terms.ts';

/** Words that belong together, and what they may mean. */
export interface Item {
  readonly tokens: readonly Token[];
  /** How it hangs on the item before. */
  readonly gap: 'soft' | 'tight' | 'list';
  readonly terms: readonly Term[];
  readonly places: readonly NamedPlace[];
  /** All that it may mean is a code, as of a state. */
  readonly isCode: boolean;
  /** It has a digit, or is a word that nobody knows. */
  readonly isNumber: boolean;
}

const longestName = 6;
const districtKm = 30;

/** Takes a sentence apart into the longest phrases and names that are known. */
export function itemsOf(sentence: Sentence, withNames = true): Item[] {
  const letters = sentence.map(({ text }) => text).join('');
  const isUpper = letters === letters.toUpperCase();
  const isLower = letters === letters.toLowerCase();
  const items: Item[] = [];
  for (let at = 0; at < sentence.length; ) {
    const item = longestAt(sentence, at, { isUpper, isLower, withNames });
    items.push(item);
    at += item.tokens.length;
  }
  return items;
}

interface Case {
  readonly isUpper: boolean;
  readonly isLower: boolean;
  /** Names of places are looked for, and not words alone. */
  readonly withNames: boolean;
}

function longestAt(sentence: Sentence, at: number, letterCase: Case): Item {
  const [first] = sentence.slice(at, at + 1);
  const gap = first === undefined ? 'soft' : gapOf(first);
  const hanging = gap === 'bracket' ? (first?.before.trim() === '/' ? 'list' : 'tight') : gap;
  for (let length = longestCandidate(sentence, at, letterCase.withNames); length > 0; length -= 1) {
    const tokens = sentence.slice(at, at + length);
    const key = tokens.map((token) => token.key).join(' ');
    const meanings = length <= longestTerm ? (terms.get(key) ?? []) : [];
    const places = letterCase.withNames ? placesOf(key, tokens, letterCase) : [];
    if (meanings.length === 0 && (places.length === 0 || isDistrictOf(places, first))) continue;
    const isCode = places.length > 0 && places.every(({ naming }) => naming === 'code');
    return { tokens, gap: hanging, terms: meanings, places, isCode, isNumber: false };
  }
  const tokens = sentence.slice(at, at + 1);
  return {
    tokens,
    gap: hanging,
    terms: [],
    places: [],
    isCode: false,
    isNumber: /\p{N}/u.test(first?.text ?? ''),
  };
}

/** How many words from here on may be one name or phrase. */
function longestCandidate(sentence: Sentence, at: number, withNames: boolean): number {
  let key = sentence[at]?.key ?? '';
  let isName = withNames;
  let length = 1;
  for (; length < Math.max(longestName, longestTerm); length += 1) {
    const next = sentence[at + length];
    if (next === undefined) break;
    const gap = gapOf(next);
    if (gap === 'tight' || gap === 'list') break;
    key = `${key} ${next.key}`;
    isName = isName && theGazetteer().begins(key);
    if (!isName && !beginningsOfTerms.has(key)) break;
  }
  return length;
}

/** Whether a name in several words is a part of the city that its first word names: 'Berlin-Kreuzberg'. */
function isDistrictOf(places: readonly NamedPlace[], first: Token | undefined): boolean {
  if (!places.every(({ place }) => place.kind === 'district')) return false;
  const [largest] = places;
  return theGazetteer()
    .find(first?.key ?? '')
    .some(({ place }) => {
      const distance = largest === undefined ? null : distanceInKm(place, largest.place);
      return place.kind === 'city' && distance !== null && distance < districtKm;
    });
}

function placesOf(key: string, tokens: readonly Token[], { isUpper, isLower }: Case): readonly NamedPlace[] {
  const found = theGazetteer().find(key);
  if (found.length === 0) return found;
  const [token] = tokens;
  if (token === undefined || tokens.length > 1) return found;
  if (/^\p{N}+$/u.test(key)) return [];
  if (key.length > 3) return found;
  // 'us' and 'la' are words too; as codes they stand in capitals, or where nothing does.
  const isWritten = token.text === token.text.toUpperCase() || (isLower && key.length > 1);
  if (!isWritten)
    return found.filter(({ naming, place }) => naming === 'main' && place.name.length === key.length);
  const followsSign = /[,(/-]/.test(token.before);
  const isWord = wordsLikeCodes.has(key) && (isUpper || isLower) && !followsSign;
  return isWord ? found.filter(({ naming }) => naming !== 'code') : found;
}
