import { createKnownWords, type KnownWord } from './analysis.ts';
import type { Dictionary, Entry } from './dictionary.ts';
import { markDenied } from './negation.ts';
import type { Candidate, ReadText } from './reading.ts';
import { languagesOf, role, wordsThatTell } from './speech.ts';
import { type VocabularyLanguage, vocabularyLanguages } from './vocabulary.ts';
import { createWordBuffer, gap, readWords, type Words } from './words.ts';

/** A skill at a place of a text. */
export interface FoundSkill {
  /** Place of the concept in the vocabulary. */
  readonly concept: number;
  readonly start: number;
  readonly end: number;
}

export interface FoundSkills {
  /** In the order of the text; one that is told twice is found twice, one that is denied not at all. */
  readonly skills: readonly FoundSkill[];
  /** The language that most of the text is in; null where nothing tells. */
  readonly language: VocabularyLanguage | null;
}

export type FindSkills = (text: string) => FoundSkills;

/** Makes a finder; it remembers what it has learnt of words. */
export function createFindSkills(dictionary: Dictionary): FindSkills {
  const known = createKnownWords(dictionary);
  const buffer = createWordBuffer();
  return (text) => {
    const words = readWords(text, buffer);
    const knownWords: KnownWord[] = [];
    for (let at = 0; at < words.count; at += 1) knownWords.push(known.at(text, words, at));
    const languages = languagesOf(knownWords.slice(0, wordsThatTell).map(({ tells }) => tells));
    const isTold = languages.length < vocabularyLanguages.length;
    const readings = languages.map((language) =>
      candidatesOf(dictionary, {
        text,
        language,
        words,
        analyses: knownWords.map((word) => known.analyse(word, language)),
      }),
    );
    return {
      skills: merged(readings)
        .filter(({ isDenied }) => !isDenied)
        .flatMap((candidate) => foundBy(dictionary, words, candidate)),
      language: isTold ? (languages[0] ?? null) : null,
    };
  };
}

/** The skills of a text that is read by one language, with those that it denies. */
function candidatesOf(dictionary: Dictionary, read: ReadText): Candidate[] {
  const candidates = findCandidates(dictionary, read);
  if (candidates.some(({ isMeant }) => !isMeant)) settleAmbiguous(dictionary, read, candidates);
  const meant = candidates.filter(({ isMeant }) => isMeant);
  markDenied(read, meant);
  return meant;
}

/** What was found by several languages, in the order of the text; where two found something, the first of them is right. */
function merged(readings: readonly Candidate[][]): Candidate[] {
  const [only] = readings;
  if (readings.length === 1 && only !== undefined) return only;
  const owners = new Map<number, number>();
  return readings
    .flatMap((candidates, order) =>
      candidates.filter(({ first, last }) => {
        for (let at = first; at <= last; at += 1) if ((owners.get(at) ?? order) !== order) return false;
        for (let at = first; at <= last; at += 1) owners.set(at, order);
        return true;
      }),
    )
    .toSorted((one, other) => one.first - other.first);
}

/** The longest spelling at each place, from left to right. */
function findCandidates(dictionary: Dictionary, read: ReadText): Candidate[] {
  const candidates: Candidate[] = [];
  for (let first = 0; first < read.words.count; first += 1) {
    const beginnings = read.analyses[first]?.beginnings ?? nowhere;
    if (beginnings.length === 0) continue;
    const found = longestAt(dictionary, read, first, beginnings);
    if (found === null) continue;
    candidates.push(found);
    first = found.last;
  }
  return candidates;
}

const nowhere: readonly number[] = [];

/** Words of the longest spelling, with those that join; bounds what is looked at from one word. */
const mostWords = 12;

function longestAt(
  dictionary: Dictionary,
  read: ReadText,
  first: number,
  beginnings: readonly number[],
): Candidate | null {
  let best: Candidate | null = null;
  let nodes = beginnings;
  const end = Math.min(read.words.count, first + mostWords);
  for (let at = first; at < end; at += 1) {
    if (at > first) {
      const analysis = read.analyses[at];
      if (read.words.gaps[at] !== gap.joined || analysis === undefined) break;
      const following = nodesBehind(dictionary, nodes, analysis.numbers);
      if (analysis.isJoining) {
        nodes = following.length === 0 ? nodes : [...nodes, ...following];
        if (following.length === 0) continue;
      } else nodes = following;
      if (nodes.length === 0) break;
    }
    for (const node of nodes) {
      const entry = pick(dictionary, read, node, first, at);
      if (entry !== null && (best === null || at > best.last)) best = candidateOf(entry, first, at);
    }
  }
  return best;
}

function nodesBehind(
  dictionary: Dictionary,
  nodes: readonly number[],
  numbers: readonly number[],
): readonly number[] {
  if (numbers.length === 0) return nowhere;
  const following: number[] = [];
  for (const node of nodes) {
    for (const number of numbers) {
      const next = dictionary.next(node, number);
      if (next !== -1) following.push(next);
    }
  }
  return following;
}

const candidateOf = (entry: Entry, first: number, last: number): Candidate => ({
  entry,
  first,
  last,
  isMeant: entry.spelling.kind !== 'ambiguous',
  isDenied: false,
});

/** The first spelling at a node that is written as the text has it; those of usual words come last. */
function pick(
  dictionary: Dictionary,
  read: ReadText,
  node: number,
  first: number,
  last: number,
): Entry | null {
  let ambiguous: Entry | null = null;
  for (const entry of dictionary.entriesAt(node)) {
    const needsCapital = entry.needsCapital || (entry.needsCapitalAbroad && read.language !== 'en');
    if (needsCapital && read.analyses[first]?.startsWithCapital === false) continue;
    if (entry.spelling.kind === 'plain') return entry;
    if (!isAsWritten(read, entry, first, last)) continue;
    if (entry.spelling.kind === 'exact' && !isHalfOfWord(read, last)) return entry;
    if (entry.spelling.kind === 'exact') continue;
    ambiguous ??= entry;
  }
  return ambiguous;
}

/** 'Excel-lent' is no Excel; 'Excel-Kenntnisse' are. */
const isHalfOfWord = ({ text, words, analyses }: ReadText, last: number): boolean =>
  text.charAt(words.ends[last] ?? 0) === '-' &&
  words.starts[last + 1] === (words.ends[last] ?? 0) + 1 &&
  analyses[last + 1]?.startsWithCapital === false;

function isAsWritten({ text, words }: ReadText, { spelling }: Entry, first: number, last: number): boolean {
  const written = text.slice(words.starts[first], words.ends[last]);
  if (written === spelling.text) return true;
  // The name of a language may begin a sentence.
  return (
    spelling.text.charAt(0) === spelling.text.charAt(0).toLowerCase() &&
    written.slice(1) === spelling.text.slice(1) &&
    written.charAt(0).toLowerCase() === spelling.text.charAt(0)
  );
}

/** Words after an ambiguous one that may show what is meant. */
const windowAfter = 2;

/** A usual word counts where words of its trade, or other skills of it in a list, stand beside it. */
function settleAmbiguous(dictionary: Dictionary, read: ReadText, candidates: readonly Candidate[]): void {
  candidates.forEach((candidate) => {
    if (!candidate.isMeant) candidate.isMeant = hasContext(dictionary, read, candidate);
  });
  // In a list one that is meant shows that the others are: 'TypeScript, React or Go'.
  for (const order of [candidates, candidates.toReversed()]) {
    let previous: Candidate | undefined;
    for (const candidate of order) {
      if (!candidate.isMeant && previous?.isMeant && areListed(dictionary, read, previous, candidate)) {
        candidate.isMeant = !isPartOfWord(read, candidate);
      }
      previous = candidate;
    }
  }
  const { length } = candidates;
  for (let at = 1; at < length; at += 1) {
    const [one, other] = [candidates[at - 1], candidates[at]];
    if (one === undefined || other === undefined || one.isMeant || other.isMeant) continue;
    // Two languages beside each other are languages.
    if (tradeOf(dictionary, one).window > 3 && areListed(dictionary, read, one, other)) {
      one.isMeant = true;
      other.isMeant = true;
    }
  }
}

const tradeOf = (dictionary: Dictionary, { entry }: Candidate) =>
  dictionary.concepts[entry.concept]?.trade ?? { name: '', context: [], window: 0 };

function hasContext(dictionary: Dictionary, read: ReadText, candidate: Candidate): boolean {
  if (isPartOfWord(read, candidate)) return false;
  const { first, last, entry } = candidate;
  const bit = dictionary.tradeBit(entry.concept);
  const { window } = tradeOf(dictionary, candidate);
  const { gaps, count } = read.words;
  if (standsAlone(read, candidate)) return true;
  const speaks = (at: number) => {
    const analysis = read.analyses[at];
    return (
      analysis !== undefined && ((analysis.context & bit) !== 0 || (analysis.roles & role.knowing) !== 0)
    );
  };
  for (let at = first - 1; at >= Math.max(0, first - window); at -= 1) {
    if (gaps[at + 1] === gap.sentence) break;
    if (speaks(at)) return true;
  }
  const after = Math.max(windowAfter, window > 3 ? window : windowAfter);
  for (let at = last + 1; at <= Math.min(count - 1, last + after); at += 1) {
    if (gaps[at] === gap.sentence) break;
    if (speaks(at)) return true;
  }
  return false;
}

/** It is all that a line says, as in a list of skills. */
const standsAlone = ({ words, text }: ReadText, { first, last }: Candidate): boolean =>
  beginsLine(text, words.starts[first] ?? 0) &&
  (last + 1 === words.count || words.gaps[last + 1] === gap.sentence);

const lineMarks: ReadonlySet<string> = new Set('\n•*·|');
const blanks: ReadonlySet<string> = new Set(' \t-');

function beginsLine(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && blanks.has(text.charAt(at))) at -= 1;
  return at >= 0 && lineMarks.has(text.charAt(at));
}

/** A hyphen or an ampersand binds it to a word that is not of the trade: 'Go-to-Market', 'R&D'. */
function isPartOfWord({ text, words, analyses }: ReadText, { first, last }: Candidate): boolean {
  const before = text.charAt((words.starts[first] ?? 0) - 1);
  const after = text.charAt(words.ends[last] ?? 0);
  const isBound = (sign: string) => sign === '-' || sign === '&' || sign === "'" || sign === '’';
  const boundAfter = isBound(after) && (analyses[last + 1]?.context ?? 0) === 0;
  return boundAfter || (isBound(before) && first > 0 && (analyses[first - 1]?.context ?? 0) === 0);
}

/** Nothing but commas, slashes and conjunctions stands between two skills of related trades. */
function areListed(dictionary: Dictionary, read: ReadText, one: Candidate, other: Candidate): boolean {
  const [left, right] = one.first < other.first ? [one, other] : [other, one];
  if (familyOf(tradeOf(dictionary, one).name) !== familyOf(tradeOf(dictionary, other).name)) return false;
  for (let at = left.last + 1; at <= right.first; at += 1) {
    if ((read.words.gaps[at] ?? gap.sentence) > gap.clause || at - left.last > 3) return false;
    if (at < right.first && ((read.analyses[at]?.roles ?? 0) & role.conjunction) === 0) return false;
  }
  const between = read.text.slice(read.words.ends[left.last], read.words.starts[right.first]);
  return right.first > left.last + 1 || /[,/&()]/.test(between);
}

const familyOf = (trade: string): string => trade.split('-')[0] ?? trade;

/** A candidate as it is told, with what knowing it includes. */
function foundBy(dictionary: Dictionary, words: Words, { entry, first, last }: Candidate): FoundSkill[] {
  const place = { start: words.starts[first] ?? 0, end: words.ends[last] ?? 0 };
  const included = dictionary.concepts[entry.concept]?.includes ?? [];
  return [
    { concept: entry.concept, ...place },
    ...included.flatMap((id) => {
      const concept = dictionary.placeOf(id);
      return concept === undefined ? [] : [{ concept, ...place }];
    }),
  ];
}
