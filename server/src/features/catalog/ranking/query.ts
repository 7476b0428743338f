import { occupationVocabulary, type ReadTitle } from '../occupations/index.ts';
import { lemmasOfTitle } from './analysis.ts';
import { certaintyOf, isTitle, type PooledOccupation, pooled } from './pool.ts';

/** For whom or what candidates are ranked: a title or a résumé as a text, or a profile. */
export interface Query {
  readonly titles: readonly string[];
  readonly skills: readonly string[];
  readonly text: string;
  readonly years: number | null;
}

/** A way to put what is looked for: as it is written, or by another name of an occupation that it names. */
export interface Variant {
  readonly lemmas: readonly string[];
  readonly weight: number;
  /** Words of other names are not widened once more. */
  readonly isOwn: boolean;
}

export interface ReadQuery extends Query {
  readonly variants: readonly Variant[];
  readonly occupations: readonly PooledOccupation[];
  readonly shape: ReadTitle['shape'] | null;
  readonly level: ReadTitle['level'];
}

const mostTitles = 10;
const mostVariants = 40;
/** What another name of the same occupation is worth beside the words themselves, where it is all that the title says. */
const aliasWeight = 0.8;
const namesOfEach = 8;

export function readQuery(query: Query): ReadQuery {
  const isOneTitle = query.titles.length === 0 && isTitle(query.text);
  const titles = (isOneTitle ? [query.text] : query.titles).slice(0, mostTitles);
  const { occupationsIn, occupations: all } = occupationVocabulary();
  const variants: Variant[] = [];
  const known = new Map<number, number>();
  const readTitles = titles.map((title) => {
    const lemmas = lemmasOfTitle(title);
    const read = occupationsIn(title);
    variants.push({ lemmas, weight: 1, isOwn: true });
    for (const { place, coverage } of pooled(read.occupations)) {
      known.set(place, Math.max(known.get(place) ?? 0, coverage));
    }
    return read;
  });
  for (const [place, coverage] of titles.length === 0 ? occupationsOfText(query.text) : []) {
    known.set(place, coverage);
  }
  const occupations = Array.from(known, ([place, coverage]) => ({ place, coverage })).toSorted(
    (one, other) => other.coverage - one.coverage || one.place - other.place,
  );
  for (const { place, coverage } of occupations) {
    const taken = new Map<string, number>();
    for (const { language, text } of all[place]?.aliases ?? []) {
      const count = taken.get(language) ?? 0;
      if (count === namesOfEach || variants.length === mostVariants) continue;
      taken.set(language, count + 1);
      variants.push({
        lemmas: lemmasOfTitle(text),
        weight: aliasWeight * certaintyOf(coverage),
        isOwn: false,
      });
    }
  }
  return {
    ...query,
    variants,
    occupations,
    shape: readTitles[0]?.shape ?? null,
    level: readTitles.find(({ level }) => level !== null)?.level ?? levelOfYears(query.years),
  };
}

function levelOfYears(years: number | null): ReadTitle['level'] {
  if (years === null) return null;
  if (years < 1) return 0;
  if (years < 3) return 1;
  return years < 6 ? 2 : 3;
}

const windowWords = 24;
const mostWindows = 60;
const mostOfText = 4;

/** The occupations that a résumé names, the weightiest 1: what stands at its head and what comes again says what somebody is. */
function occupationsOfText(text: string): [number, number][] {
  const { occupationsIn } = occupationVocabulary();
  const words = text.slice(0, 12_000).split(/\s+/);
  const weights = new Map<number, number>();
  for (let window = 0; window < mostWindows && window * windowWords < words.length; window += 1) {
    const part = words.slice(window * windowWords, (window + 1) * windowWords).join(' ');
    for (const { occupation, first, last, isLoose } of occupationsIn(part).occupations) {
      if (isLoose) continue;
      const isHead = window === 0 && first < 8;
      const weight = (isHead ? 4 : 1 / (1 + window / 6)) * (last > first ? 1.5 : 1);
      weights.set(occupation.place, (weights.get(occupation.place) ?? 0) + weight);
    }
  }
  const sorted = [...weights].toSorted((one, other) => other[1] - one[1] || one[0] - other[0]);
  const most = sorted[0]?.[1] ?? 1;
  return sorted.slice(0, mostOfText).map(([place, weight]) => [place, weight / most]);
}
