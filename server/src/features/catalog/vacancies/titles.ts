import { editDistance } from '../../../platform/edit-distance/index.ts';
import { decodeEntities, fold, foldUmlauts } from './folding.ts';
import { cityCountries, countries, regionCodes, regions } from './geography.ts';
import { levelOf, noiseWords, readHours, spellings, stopWords, workplaceWords } from './title-words.ts';

/** What the title of a posting says, apart from how it says it. */
export interface TitleFacts {
  /** Its words without decoration, levels and hours, each once, in the order of the alphabet. */
  readonly core: readonly string[];
  /** The same in the order of the title, as one word: 'Back End' is 'Backend'. */
  readonly joined: string;
  readonly levels: readonly string[];
  /** Hours and shifts, such as `time:part` or `shift:night`. */
  readonly hours: readonly string[];
  /** Places at its end that are not among those of the posting. */
  readonly places: readonly string[];
  readonly requisition: string | null;
}

const longestTitle = 300;
const mostWords = 40;

const genderMark = /^[mfwdxhign*]{1,2}(?:[/|,.\-–][mfwdxhigna*]{1,2}){1,4}$/;
const genderWords =
  /\b(?:all genders?|alle geschlechter|every gender|gn|m f d|m w d|f m d|w m d|m f x|h f|f h|m f|w m|m w)\b/g;
/** 'Verkäufer/in', 'Softwareentwickler*in', 'Ingénieur(e)', 'Cocinero/a'. */
const forms =
  /(?<=\p{L}{3})(?:\/-?|[*:_·(]-?)(?:innen|in|euse|trice|ere|ne|rice|iere|e|a|o|as|os|ra|es|se|r)\)?(?![\p{L}\p{N}])/gu;
const requisitionMark = /\b(?:requisition|req|jr|job id|ref|id|r)[ #:._-]{0,3}(\d{4,10})\b/;
/** Amounts of pay, which boards put behind a title: '$18/hr', '60k'. */
const amount =
  /(?:[$€£]\s?\d[\d.,]{0,12}k?|\d[\d.,]{0,12}\s?(?:[$€£]|k\b))(?:\s?(?:\/|per|an|pro)\s?(?:hr|hour|year|h|stunde))?\+?/g;

/**
 * @param placeWords folded words of the places of the posting, which say nothing in its title
 * @param companyKey as `readCompany` gives it
 */
export function readTitle(title: string, placeWords: ReadonlySet<string>, companyKey: string): TitleFacts {
  const folded = fold(decodeEntities(title.slice(0, longestTitle)));
  const requisition = requisitionMark.exec(folded)?.[0] ?? null;
  const plain = (requisition === null ? folded : folded.replace(requisition, ' '))
    .replace(amount, ' ')
    .split(/(?<=[\s([])|(?=[\s)\]])/)
    .map((word) => (genderMark.test(word.trim().replace(/[()[\]]/g, '')) ? ' ' : word))
    .join('')
    .replace(forms, '')
    .replace(genderWords, ' ');
  const segments = segmentsOf(plain);
  const places: string[] = [];
  const kept = segments.filter((segment, index) => {
    const words = segment.join(' ');
    if (index === 0) return true;
    if (words === companyKey) return false;
    if (!isPlaceName(words)) return true;
    if (!segment.every((word) => placeWords.has(word))) places.push(words);
    return false;
  });
  const trailing = takeTrailingPlace(kept, placeWords);
  if (trailing !== null) places.push(trailing);
  return { ...readWords(kept.flat(), placeWords), places, requisition };
}

/** The words of a title, split where a comma, a bracket or a dash between spaces stands. */
function segmentsOf(title: string): string[][] {
  const separated = title.split(/[,;|()[\]@•·]|\s[-–—:]+\s|[–—]|\s-|-\s/);
  return separated
    .map((segment) =>
      segment
        .replace(/['’.](?=\p{L})/gu, '')
        .split(/[^\p{L}\p{N}\p{M}+#]+/u)
        .filter((word) => word !== ''),
    )
    .filter((segment) => segment.length > 0);
}

function isPlaceName(words: string): boolean {
  if (cityCountries.has(words) || countries.has(words) || regions.has(words)) return true;
  return (
    words.length > 2 &&
    words.split(' ').every((word) => regionCodes.has(word) && word !== 'in' && word !== 'or')
  );
}

const placeJoints: ReadonlySet<string> = new Set([
  'in',
  'a',
  'en',
  'at',
  'bei',
  'near',
  'nahe',
  'raum',
  'im',
]);

/** 'Pflegefachkraft in Ulm', where Ulm is a city that the posting does not name otherwise. */
function takeTrailingPlace(segments: string[][], placeWords: ReadonlySet<string>): string | null {
  const last = segments.at(-1);
  if (last === undefined) return null;
  for (const length of [3, 2, 1]) {
    const name = last.slice(-length).join(' ');
    const joint = last.at(-length - 1);
    if (last.length <= length || joint === undefined || !placeJoints.has(joint) || !cityCountries.has(name))
      continue;
    last.splice(-length - 1);
    return name.split(' ').every((word) => placeWords.has(word)) ? null : name;
  }
  return null;
}

function readWords(
  written: readonly string[],
  placeWords: ReadonlySet<string>,
): Pick<TitleFacts, 'core' | 'joined' | 'levels' | 'hours'> {
  const { hours, rest } = readHours(written.slice(0, mostWords));
  const levels = new Set<string>();
  const core: string[] = [];
  for (const [index, word] of rest.entries()) {
    const level = levelOf(word, rest.length, index);
    if (level !== null) {
      levels.add(level);
      continue;
    }
    if (noiseWords.has(word) || stopWords.has(word) || workplaceWords.has(word)) continue;
    if (word.length > 2 && placeWords.has(word) && index > 0) continue;
    core.push(...(spellings.get(word) ?? word).split(' '));
  }
  const withoutShort = dropInitials(core);
  // A title of nothing but decoration is taken as it is.
  const words = withoutShort.length > 0 ? withoutShort : written;
  const forms = new Map(words.map((word) => [stem(word), word]));
  // Words inside of a compound keep their ends: 'Software-Entwickler' is 'Softwareentwickler'.
  const joined = stem([...forms.values()].map(foldUmlauts).join(''));
  return { core: [...forms.keys()].sort(), joined, levels: [...levels].sort(), hours };
}

/** Both genders and most plurals of a word have one stem. */
function stem(word: string): string {
  if (word.length < 5 || /\d/.test(word)) return word;
  const neuter = foldUmlauts(word).replace(/(er|ent|ist|or|eur|ant|oge|ling)(?:innen|in)$/, '$1');
  const singular =
    neuter.length > 4 && neuter.endsWith('s') && !neuter.endsWith('ss') ? neuter.slice(0, -1) : neuter;
  return singular.length > 5 ? singular.replace(/[aoe]$/, '') : singular;
}

/** 'RN' beside 'Registered Nurse' says nothing more. */
function dropInitials(words: readonly string[]): string[] {
  return words.filter((word) => {
    if (word.length < 2 || word.length > 4) return true;
    const others = words.filter((other) => other.length > 4);
    return !isInitialsOf(word, others);
  });
}

/** Whether each letter is that of a word, in their order, so that each word begins with one of them. */
function isInitialsOf(short: string, words: readonly string[]): boolean {
  if (words.length < 2 || words.length > short.length) return false;
  let at = 0;
  for (const [index, word] of words.entries()) {
    if (word[0] !== short[at]) return false;
    at += 1;
    const left = words.length - index - 1;
    for (const letter of word.slice(1)) {
      if (short.length - at > left && letter === short[at]) at += 1;
    }
  }
  return at === short.length;
}

/** How two titles are to each other; `extended`: one says all that the other says, and more. */
export type TitleRelation = 'same' | 'near' | 'extended' | 'other';

export function compareTitles(a: TitleFacts, b: TitleFacts): TitleRelation {
  if (a.joined === b.joined || sameWords(a.core, b.core)) return 'same';
  const [onlyA, onlyB] = [without(a.core, b.core), without(b.core, a.core)];
  if (onlyA.length === 0 || onlyB.length === 0) return 'extended';
  const [one, other] = [onlyA.join(''), onlyB.join('')];
  if (one === other) return 'same';
  const isMistyped = onlyA.length <= 2 && onlyB.length <= 2 && isNear(one, other);
  return isMistyped ? 'near' : 'other';
}

/** Words that only one of both titles has. */
export const extraWords = (a: TitleFacts, b: TitleFacts): readonly string[] => [
  ...without(a.core, b.core),
  ...without(b.core, a.core),
];

const sameWords = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);
const without = (a: readonly string[], b: readonly string[]): string[] =>
  a.filter((word) => !b.includes(word));

function isNear(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length);
  if (length < 6 || Math.abs(a.length - b.length) > 2 || a.length > 40) return false;
  if (/\d/.test(a) || /\d/.test(b)) return false;
  return editDistance(a, b) <= (length < 9 ? 1 : 2);
}
