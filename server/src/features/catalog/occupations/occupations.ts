import { lemma, titleParts, titleWords } from './lemmas.ts';
import { isCircumstance, type Level, levelOf, type RoleShape, shapeOf } from './shapes.ts';
import { type Alias, feminineOf, type Occupation, readOccupations } from './vocabulary.ts';

/** An occupation that a title names. */
export interface FoundOccupation {
  readonly occupation: Occupation;
  /** Places of the first and the last of its words among the words of the title. */
  readonly first: number;
  readonly last: number;
  /** Only the end of a compound names it ('Maschinenbauingenieur'), or its words stand in another order. */
  readonly isLoose: boolean;
  /** The share that its words have of the parts of the title in which they stand, without those of level and circumstance. */
  readonly coverage: number;
}

export interface ReadTitle {
  /** The one that the most words name first. */
  readonly occupations: readonly FoundOccupation[];
  readonly shape: RoleShape;
  readonly level: Level | null;
}

export interface OccupationVocabulary {
  readonly occupations: readonly Occupation[];
  /** What a title names, in time in proportion to its length. */
  occupationsIn(title: string): ReadTitle;
  /** The occupations of which a text is a name. */
  lookUp(name: string): readonly Occupation[];
}

/** A name has no more words; titles are read by windows of as many. */
const longestName = 7;
/** More of a title is a text. */
const mostWords = 40;
/** An ending of a compound that names an occupation by itself. */
const shortestEnding = 5;

let shipped: OccupationVocabulary | undefined;

/** The shipped vocabulary, read when it is first asked for. */
export function occupationVocabulary(): OccupationVocabulary {
  shipped ??= createOccupationVocabulary(readOccupations());
  return shipped;
}

export const occupationsIn = (title: string): ReadTitle => occupationVocabulary().occupationsIn(title);

function createOccupationVocabulary(occupations: readonly Occupation[]): OccupationVocabulary {
  const byName = new Map<string, Occupation[]>();
  const byWords = new Map<string, Occupation[]>();
  const add = (map: Map<string, Occupation[]>, key: string, occupation: Occupation) => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [occupation]);
    else if (!known.includes(occupation)) known.push(occupation);
  };
  for (const occupation of occupations) {
    for (const { text } of occupation.aliases.flatMap(withFeminine)) {
      const lemmas = titleWords(text).map(lemma);
      if (lemmas.length === 0 || lemmas.length > longestName) continue;
      add(byName, lemmas.join(' '), occupation);
      if (lemmas.length > 1) add(byWords, lemmas.toSorted().join(' '), occupation);
    }
  }

  function occupationsIn(title: string): ReadTitle {
    const parts = titleParts(title);
    const lemmas = parts.flat().slice(0, mostWords).map(lemma);
    const coverageOf = createCoverage(parts);
    const found: FoundOccupation[] = [];
    for (let first = 0; first < lemmas.length; ) {
      const here = longestAt(lemmas, first).map((each) => ({ ...each, coverage: coverageOf(each) }));
      found.push(...here);
      first = (here[0]?.last ?? first) + 1;
    }
    const wordsIn = ({ first, last, isLoose }: FoundOccupation) => (last - first + 1) * 2 - (isLoose ? 1 : 0);
    return {
      occupations: found.toSorted((one, other) => wordsIn(other) - wordsIn(one) || one.first - other.first),
      shape: shapeOf(title),
      level: levelOf(title),
    };
  }

  function longestAt(lemmas: readonly string[], first: number): Omit<FoundOccupation, 'coverage'>[] {
    for (let last = Math.min(lemmas.length, first + longestName) - 1; last >= first; last -= 1) {
      const words = lemmas.slice(first, last + 1);
      const exact = byName.get(words.join(' '));
      const loose = exact ?? (words.length > 1 ? byWords.get(words.toSorted().join(' ')) : undefined);
      if (loose !== undefined) {
        return loose.map((occupation) => ({ occupation, first, last, isLoose: exact === undefined }));
      }
    }
    const word = lemmas[first] ?? '';
    for (let from = 3; from <= Math.min(word.length, 40) - shortestEnding; from += 1) {
      const ending = byName.get(word.slice(from));
      if (ending !== undefined)
        return ending.map((occupation) => ({ occupation, first, last: first, isLoose: true }));
    }
    return [];
  }

  return {
    occupations,
    occupationsIn,
    lookUp: (name) => byName.get(titleWords(name).slice(0, longestName).map(lemma).join(' ')) ?? [],
  };
}

/** How much of the parts that it touches a find covers. */
function createCoverage(parts: readonly (readonly string[])[]) {
  const telling: number[] = [];
  const partOf: number[] = [];
  parts.forEach((words, part) => {
    telling.push(words.filter((each) => !isCircumstance(each)).length);
    for (const _ of words) partOf.push(part);
  });
  return ({ first, last }: Pick<FoundOccupation, 'first' | 'last'>): number => {
    let touched = 0;
    for (let part = partOf[first] ?? 0; part <= (partOf[last] ?? 0); part += 1) touched += telling[part] ?? 0;
    return Math.min(1, (last - first + 1) / Math.max(1, touched));
  };
}

/** A name with its feminine form. */
export function withFeminine(alias: Alias): Alias[] {
  const text = feminineOf(alias);
  return text === null ? [alias] : [alias, { language: alias.language, text }];
}
