import type { Workplace } from '@rolecall/contract';
import { keyOf } from './fold.ts';
import { type NamedPlace, theGazetteer } from './gazetteer/gazetteer.ts';
import type { NamedItem } from './groups.ts';
import { type Item, itemsOf } from './items.ts';
import type { Sentence } from './tokens.ts';
import { streetEndings, streetWords, type Term } from './words/terms.ts';

/** What one line or sentence says. */
export interface SentenceReading {
  readonly named: readonly NamedItem[];
  /** Parts of the world that have no code. */
  readonly areas: readonly string[];
  readonly workplaces: readonly Workplace[];
  readonly refusesRemote: boolean;
  /** It tells days at home or in the office. */
  readonly isPartlyRemote: boolean;
  /** It says who may apply ('US only', 'you must live in …'), so its countries and regions are no places of work. */
  readonly limits: boolean;
  readonly isProse: boolean;
  /** Whether words that nobody knows stand beside the item with this number. */
  isAside(number: number): boolean;
  readonly unknown: readonly string[];
}

type Kind = Term['kind'];

const has = (item: Item | undefined, kind: Kind) => item?.terms.some((term) => term.kind === kind) === true;

/** A whole sentence is read by its prepositions, a field as a list of names. */
export function readSentence(sentence: Sentence): SentenceReading {
  const items = itemsOf(sentence).map(decided);
  const isProse = isProseOf(sentence, items);
  const parts = partsOf(items);
  const isReadable = isProse ? introducedIn(items) : streetsLeftOut(parts);
  const named: NamedItem[] = [];
  const areas: string[] = [];
  let isListed = false;
  for (const [number, item] of items.entries()) {
    if (item.gap === 'list' || has(item, 'join')) isListed = true;
    const isUsed = isReadable(number);
    for (const term of item.terms) {
      if (term.kind === 'area' && isUsed) areas.push(term.name);
      if (term.kind === 'nationwide') areas.push(term.country);
    }
    const candidates = candidatesOf(item);
    if (candidates.length === 0 || !isUsed) continue;
    const metropolis = item.terms.find((term) => term.kind === 'metropolis');
    named.push({
      candidates,
      isCode: item.isCode,
      name: metropolis?.name ?? null,
      isMetropolis: metropolis !== undefined,
      text: item.tokens.map(({ text }) => text).join(' '),
      number,
      isListed,
    });
    isListed = false;
  }
  return {
    named,
    areas,
    ...readWorkplaces(items),
    limits: items.some((item) => has(item, 'only') || has(item, 'must')),
    isProse,
    isAside: (number) => isProse || parts[number]?.hasUnknown === true,
    unknown: isProse ? [] : unknownOf(parts),
  };
}

/** Where words are also a name: a code in capitals is a code, all else are words. */
function decided(item: Item): Item {
  if (item.terms.length === 0 || item.places.length === 0) return item;
  const [token] = item.tokens;
  const isWord =
    has(item, 'area') || has(item, 'nowhere') || (has(item, 'not') && !/[,(]/.test(token?.before ?? ''));
  const isShort = token !== undefined && item.tokens.length === 1 && token.text.length <= 3;
  const isName = item.isCode || (isShort && token.text === token.text.toUpperCase() && !has(item, 'join'));
  return isName && !isWord ? { ...item, terms: [] } : { ...item, places: [], isCode: false };
}

function candidatesOf({ terms, places }: Item): readonly NamedPlace[] {
  const metropolis = terms.find((term) => term.kind === 'metropolis');
  if (metropolis === undefined) return places;
  return theGazetteer()
    .find(keyOf(metropolis.city))
    .filter(
      ({ place, naming }) =>
        place.kind === 'city' && naming === 'main' && place.country === metropolis.country,
    )
    .slice(0, 1);
}

function isProseOf(sentence: Sentence, items: readonly Item[]): boolean {
  if (sentence.length < 4) return false;
  return items.some((item, index) => {
    const [token] = item.tokens;
    return has(item, 'prose') && (index === 0 || token?.text === token?.text.toLowerCase());
  });
}

/** Names behind a preposition or before 'office', and those in one list with them. */
function introducedIn(items: readonly Item[]): (number: number) => boolean {
  const introduced = new Set<number>();
  for (const [number, item] of items.entries()) {
    const isName = item.places.length > 0 || has(item, 'area') || has(item, 'metropolis');
    if (!isName || item.terms.some(({ kind }) => kind === 'nationwide')) continue;
    if (item.places.length > 0 && !/^[^\p{Ll}]/u.test(item.tokens[0]?.text ?? '')) continue;
    let before = number - 1;
    while (
      before >= 0 &&
      (has(items[before], 'article') || has(items[before], 'join') || isTransparent(items[before]))
    ) {
      if (introduced.has(before)) break;
      before -= 1;
    }
    const isInList = introduced.has(before);
    if (isInList || (isIntroducedBy(items, before, number) && !isElsewhere(items, number)))
      introduced.add(number);
  }
  return (number) => introduced.has(number);
}

const isTransparent = (item: Item | undefined) =>
  item?.isNumber === true || has(item, 'only') || has(item, 'around');

function isIntroducedBy(items: readonly Item[], before: number, number: number): boolean {
  const word = items[before];
  if (has(word, 'in')) return true;
  if (has(items[number + 1], 'office') && items[number + 1]?.gap !== 'list') return true;
  if (/:/.test(items[number]?.tokens[0]?.before ?? '')) return true;
  if (!has(word, 'of')) return false;
  const noun = items[before - 1];
  return (['office', 'filler', 'around', 'must'] as const).some((kind) => has(noun, kind));
}

const reachOfElsewhere = 6;

/** 'We serve customers in Paris', 'founded in Berlin': no place of work. */
function isElsewhere(items: readonly Item[], number: number): boolean {
  for (let before = number - 1; before >= Math.max(0, number - reachOfElsewhere); before -= 1) {
    if (has(items[before], 'elsewhere')) return true;
  }
  return false;
}

/** A stretch between commas and the like. */
interface Part {
  readonly items: Item[];
  /** It holds words that nobody knows. */
  readonly hasUnknown: boolean;
  /** It is a street with a house's number, whose name may hold names of places: 'Berliner Straße 12'. */
  readonly isStreet: boolean;
  /** The number of the first item behind its postcode, where a town may stand. */
  readonly townAt: number;
}

/** The part of each item. */
function partsOf(items: readonly Item[]): Part[] {
  const parts: Part[] = [];
  let first = 0;
  for (let end = 1; end <= items.length; end += 1) {
    const next = items[end];
    if (next !== undefined && next.gap === 'soft' && !has(next, 'join')) continue;
    const part = partOf(items.slice(first, end), first);
    for (; first < end; first += 1) parts.push(part);
  }
  return parts;
}

const shortestPostcode = 5;

function partOf(items: Item[], first: number): Part {
  const hasUnknown = items.some((item) => isUnknown(item) && !item.isNumber);
  const postcode = items.findIndex(
    (item, index) => index > 0 && isPostcode(item.tokens[0]?.text ?? '', shortestPostcode),
  );
  const townAt = postcode === -1 ? Number.POSITIVE_INFINITY : first + postcode + 1;
  return { items, hasUnknown, isStreet: isStreet(items, hasUnknown), townAt };
}

function isPostcode(text: string, shortest: number): boolean {
  return text.length >= shortest && /^\p{N}+$/u.test(text);
}

const isUnknown = ({ terms, places }: Item) => terms.length === 0 && places.length === 0;

/** Without names of streets: 'Berliner Straße 12, 69120 Heidelberg'. */
function streetsLeftOut(parts: readonly Part[]): (number: number) => boolean {
  return (number) => {
    const part = parts[number];
    return part === undefined || !part.isStreet || number >= part.townAt;
  };
}

function isStreet(items: readonly Item[], hasUnknown: boolean): boolean {
  const words = items.flatMap(({ tokens }) => tokens);
  const hasNumber = words.some(({ text }) => /^\p{N}/u.test(text));
  if (!hasNumber) return false;
  const isStreetWord = words.some(
    ({ key }) =>
      streetWords.has(key) ||
      streetEndings.some((ending) => key.length > ending.length + 2 && key.endsWith(ending)),
  );
  if (isStreetWord) return true;
  // A house's number and what is no single name.
  const start = words[0]?.text ?? '';
  const names = items.filter(({ places }) => places.length > 0).length;
  if (!/^\p{N}/u.test(start)) return false;
  return hasUnknown ? names !== 1 || !/^\p{N}{4,6}$/u.test(start) : names > 1;
}

/** Parts of which nothing is known. */
function unknownOf(parts: readonly Part[]): string[] {
  return [...new Set(parts)].flatMap(({ items, ...part }) => {
    if (!part.hasUnknown || part.isStreet || items.some(({ places }) => places.length > 0)) return [];
    const words = items.filter(isUnknown).flatMap(({ tokens }) => tokens.map(({ key }) => key));
    return [words.join(' ')];
  });
}

const reachOfNegation = 3;
const reachOfRefusal = 9;
const reachOfDays = 6;

/** What some items say of the workplace. */
export function readWorkplaces(
  items: readonly Item[],
): Pick<SentenceReading, 'workplaces' | 'refusesRemote' | 'isPartlyRemote'> {
  const workplaces: Workplace[] = [];
  let refusesRemote = false;
  let isPartlyRemote = false;
  for (const [number, item] of items.entries()) {
    if (has(item, 'anywhere')) workplaces.push('remote');
    for (const term of item.terms) {
      if (term.kind !== 'workplace') continue;
      const isAtHome = term.workplace === 'remote';
      if (isAtHome && isRefused(items, number)) refusesRemote = true;
      else if (isAtHome && isHybridBeside(items, number)) workplaces.push('hybrid');
      else workplaces.push(term.workplace);
    }
    if (has(item, 'day')) {
      const near = items.slice(Math.max(0, number - reachOfDays), number + reachOfDays + 1);
      if (near.some((each) => has(each, 'workplace') || has(each, 'office'))) isPartlyRemote = true;
    }
  }
  return { workplaces, refusesRemote, isPartlyRemote };
}

/** 'Hybrid remote' is hybrid; 'hybrid or remote' is either. */
function isHybridBeside(items: readonly Item[], number: number): boolean {
  const isHybrid = (item: Item | undefined) =>
    item?.terms.some((term) => term.kind === 'workplace' && term.workplace === 'hybrid') === true;
  const before = items[number - 1];
  const after = items[number + 1];
  const isGlued = (item: Item | undefined) => item !== undefined && item.gap === 'soft';
  return (isHybrid(before) && isGlued(items[number])) || (isHybrid(after) && isGlued(after));
}

/** 'Not a remote job', 'Remote: no', 'remote work is not possible'. */
function isRefused(items: readonly Item[], number: number): boolean {
  for (let at = number - 1; at >= Math.max(0, number - reachOfNegation); at -= 1) {
    if (has(items[at], 'not')) return true;
    if (items[at]?.terms.length === 0 || items[at + 1]?.gap !== 'soft') break;
  }
  const next = items[number + 1];
  if (has(next, 'not') && /:/.test(next?.tokens[0]?.before ?? '')) return true;
  for (let at = number + 1; at < Math.min(items.length, number + reachOfRefusal); at += 1) {
    if (has(items[at], 'not')) return items.slice(at + 1, at + 5).some((each) => has(each, 'possible'));
  }
  return false;
}
