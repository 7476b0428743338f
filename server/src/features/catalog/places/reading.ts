import type { Workplace } from '@rolecall/contract';
import { keyOf } from './fold.ts';
import { type GazetteerPlace, type NamedPlace, theGazetteer } from './gazetteer/gazetteer.ts';
import { type Group, groupsOf, homeFactor, isArea, likeliest, writtenRegions } from './groups.ts';
import { readSentence, type SentenceReading } from './sentence.ts';
import { sentencesOf } from './tokens.ts';
import { workplaceOf } from './workplace.ts';

/** A place that a text names. */
export interface FoundPlace {
  readonly place: GazetteerPlace;
  /** As it is usually called; a metropolitan area may go by its own name. */
  readonly name: string;
  /** Something else may be meant. */
  readonly unsure: boolean;
  /** What belongs to it lies around it: a metropolitan area; 0: it is a city. */
  readonly radiusKm: number;
  /** All that may be meant where the text does not say more, the likeliest first. */
  readonly candidates: readonly GazetteerPlace[];
}

/** What a text tells of where the work is done. */
export interface PlacesReading {
  /** Each once, in the order of the text. */
  readonly places: readonly FoundPlace[];
  readonly workplace: Workplace | null;
  /**
   * Where a person has to be for remote work, or for any: countries (`US`), regions (`US-CA`) and parts of the world
   * (`EMEA`); null: nothing is said.
   */
  readonly scope: readonly string[] | null;
  /** Names that the gazetteer does not know, folded. */
  readonly unknown: readonly string[];
}

export interface PlacesHint {
  /** The country of the employer as ISO 3166 has it: what has several places of the name is there. */
  readonly country?: string | null | undefined;
  /** Stated by a field of its own. */
  readonly workplace?: Workplace | null | undefined;
}

/** A place field has a line; whatever is behind so many words is of no use to anybody. */
const mostWords = 4_000;
const mostPlaces = 50;

/** A place that is named beside words that nobody knows has at least so many people. */
const leastPeopleAside = 20_000;
const leastPeopleInProse = 15_000;
const metropolisKm = 60;

/** Reads the places of a posting or a person, out of the field for them or out of sentences. */
export function readPlaces(text: string, hint: PlacesHint = {}): PlacesReading {
  const sentences = sentencesOf(repaired(text), mostWords).map(readSentence);
  const workplace = hint.workplace ?? workplaceOf(sentences);
  const groups = sentences.flatMap((sentence) =>
    groupsOf(sentence.named).map((group) => ({ group, sentence })),
  );
  const likely = likelyAreas(
    groups.map(({ group }) => group),
    hint,
  );
  const places = new Map<number, FoundPlace>();
  const scope = new Set<string>();
  for (const { group, sentence } of groups) {
    const found = likeliest(group.candidates, likely);
    if (found === null || !isBelievable(found.best, group, sentence)) continue;
    const { place } = found.best;
    if (isArea(place) && (workplace === 'remote' || sentence.limits))
      scope.add(place.region ?? place.country);
    else if (!places.has(place.id) && places.size < mostPlaces) {
      places.set(place.id, {
        place,
        name: group.name ?? place.name,
        unsure: found.unsure,
        radiusKm: group.isMetropolis ? metropolisKm : 0,
        candidates: candidatesOf(group, place),
      });
    }
  }
  for (const { areas } of sentences) for (const area of areas) scope.add(area);
  return {
    places: [...places.values()],
    workplace,
    scope: scope.size === 0 ? null : [...scope],
    unknown: [...new Set(sentences.flatMap(({ unknown }) => unknown))],
  };
}

/** UTF-8 that somebody has read as Latin-1: 'MÃ¼nchen'. */
function repaired(text: string): string {
  if (!/[ÃÂ][\u0080-\u00bf]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  const decoded = Buffer.from(text, 'latin1').toString('utf8');
  return decoded.includes('\ufffd') ? text : decoded;
}

/** How much likelier places become by what else the text names, and by where the employer is. */
function likelyAreas(groups: readonly Group[], { country }: PlacesHint): Map<string, number> {
  const likely = new Map<string, number>();
  const raise = (code: string, factor: number) => likely.set(code, Math.max(likely.get(code) ?? 1, factor));
  const counts = new Map<string, number>();
  for (const { candidates, isQualified } of groups) {
    const place = likeliest(candidates)?.best.place;
    if (place === undefined) continue;
    counts.set(place.country, (counts.get(place.country) ?? 0) + 1);
    if (!isQualified) continue;
    raise(place.country, 3);
    if (place.region !== null) raise(place.region, 5);
  }
  for (const [code, count] of counts) if (count > 1 && count * 2 > groups.length) raise(code, 4);
  const home = country === undefined || country === null ? undefined : countryCodeOf(country);
  if (home !== undefined) raise(home, homeFactor);
  return likely;
}

/** The country by its code or any of its names. */
function countryCodeOf(name: string): string | undefined {
  return theGazetteer()
    .find(keyOf(name))
    .find(({ place }) => place.kind === 'country')?.place.country;
}

/** Whether a name in this place of the text means a place at all. */
function isBelievable({ place, naming }: NamedPlace, group: Group, sentence: SentenceReading): boolean {
  if (group.isQualified || group.name !== null) return true;
  if (naming === 'code') {
    const isUsual = place.kind === 'country' || writtenRegions.has(place.country);
    return isUsual && (sentence.isProse || !sentence.isAside(group.first));
  }
  if (isArea(place)) return true;
  if (sentence.isProse) return place.population >= leastPeopleInProse;
  if (sentence.isAside(group.first))
    return place.population * (naming === 'main' ? 1 : 0.2) >= leastPeopleAside;
  return true;
}

/** What else the name may mean: the same name elsewhere, a tenth as many people at least. */
function candidatesOf({ candidates, isQualified }: Group, best: GazetteerPlace): GazetteerPlace[] {
  const others = candidates.filter(
    ({ place, naming }) =>
      !isQualified && naming === 'main' && place.id !== best.id && place.population * 10 >= best.population,
  );
  return [best, ...others.map(({ place }) => place)];
}
