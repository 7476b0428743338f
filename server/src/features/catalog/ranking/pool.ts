import { type FoundOccupation, occupationVocabulary, type ReadTitle } from '../occupations/index.ts';
import { skillVocabulary } from '../skills/index.ts';
import { countGrams, countText, countTitle, lemmasOfTitle, longestText } from './analysis.ts';
import { type Compounds, createCompounds } from './compounds.ts';
import { relations } from './relations.ts';
import { createSparseIndex, type SparseIndex, saturated, unitTfIdf } from './sparse-index.ts';

/** What is ranked: a posting, or the name of an occupation. */
export interface Candidate {
  readonly title?: string | undefined;
  readonly text?: string | undefined;
  readonly skills?: readonly string[] | undefined;
}

export interface PooledOccupation {
  readonly place: number;
  /** How much of its part of the title names it. */
  readonly coverage: number;
}

/** Candidates, read once and then ranked for many queries; rarity is that among them. */
export interface Pool {
  readonly size: number;
  readonly compounds: Compounds;
  readonly titleWords: SparseIndex;
  readonly titleGrams: SparseIndex;
  /** Null where no candidate has a text. */
  readonly texts: SparseIndex | null;
  readonly skills: SparseIndex | null;
  /** By candidate. */
  readonly occupations: readonly (readonly PooledOccupation[])[];
  readonly shapes: readonly ReadTitle['shape'][];
  readonly levels: readonly ReadTitle['level'][];
}

/** A text of so few words without a line break is a title. */
const longestTitleOfText = 14;

/** What a candidate is called: its title, or the short first line or sentence of its text. */
function titleOf({ title, text }: Candidate): string {
  if (title !== undefined && title.trim() !== '') return title;
  const head = headOf(text ?? '');
  return isTitle(head) ? head : '';
}

/** The first line of a text, and of that the first sentence. */
function headOf(text: string): string {
  const start = text.trimStart().slice(0, longestHead);
  const ends = ['\n', '. ', ' | '].map((end) => start.indexOf(end)).filter((at) => at > 0);
  return start.slice(0, Math.min(...ends, start.length));
}

const longestHead = 200;

export function isTitle(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length <= 160 && !trimmed.includes('\n') && trimmed.split(' ').length <= longestTitleOfText;
}

export function createPool(candidates: readonly Candidate[]): Pool {
  const titles = candidates.map((candidate) => lemmasOfTitle(titleOf(candidate)));
  const words = new Set(titles.flat());
  const { compounds: learnt } = relations();
  const inPool = createCompounds((each) => words.has(each));
  const compounds: Compounds = {
    partsOf(each) {
      const parts = inPool.partsOf(each);
      return parts.length > 0 ? parts : learnt.partsOf(each);
    },
  };
  const { occupationsIn } = occupationVocabulary();
  const read = candidates.map((candidate) => occupationsIn(titleOf(candidate).slice(0, 600)));
  const hasTexts = candidates.some((candidate) => candidate.text !== undefined && !isTitle(candidate.text));
  return {
    size: candidates.length,
    compounds,
    titleWords: createSparseIndex(
      titles.length,
      (place) => countTitle(titles[place] ?? [], compounds),
      saturated(titleSaturation, titleNormalization),
    ),
    titleGrams: createSparseIndex(titles.length, (place) => countGrams(titles[place] ?? []), unitTfIdf),
    texts: hasTexts ? indexTexts(candidates) : null,
    skills:
      hasTexts || candidates.some(({ skills }) => skills !== undefined) ? indexSkills(candidates) : null,
    occupations: read.map(({ occupations }) => pooled(occupations)),
    shapes: read.map(({ shape }) => shape),
    levels: read.map(({ level }) => level),
  };
}

const titleSaturation = 0.4;
const titleNormalization = 0.5;
const textSaturation = 1.2;
const textNormalization = 0.6;
/** A word of the title says as much of the work as so many of the text. */
const titleInText = 3;

/** A name that is only a part of a title often stands in one of another occupation that the vocabulary lacks. */
export const certaintyOf = (coverage: number): number => coverage ** 3;

export const pooled = (found: readonly FoundOccupation[]): PooledOccupation[] =>
  found.map(({ occupation, coverage, isLoose }) => ({
    place: occupation.place,
    coverage: coverage * (isLoose ? 0.7 : 1),
  }));

function indexTexts(candidates: readonly Candidate[]): SparseIndex {
  const read = (place: number) => {
    const { title, text, skills } = candidates[place] ?? {};
    const words = countText(title ?? '', new Map(), titleInText);
    countText(text ?? '', words);
    return countText((skills ?? []).join(' '), words, 2);
  };
  return createSparseIndex(candidates.length, read, saturated(textSaturation, textNormalization));
}

/** Skills by their places in the vocabulary; those that it does not have by their words. */
export function skillsOf(text: string, listed: readonly string[] = []): Map<string, number> {
  const vocabulary = skillVocabulary();
  const skills = new Map<string, number>();
  for (const { concept } of vocabulary.find(text.slice(0, longestText)).skills) {
    skills.set(vocabulary.concept(concept).id, 1);
  }
  for (const name of listed) {
    skills.set(vocabulary.lookUp(name)?.id ?? name.toLowerCase(), 1);
  }
  return skills;
}

function indexSkills(candidates: readonly Candidate[]): SparseIndex {
  const skills = candidates.map(({ title, text, skills }) =>
    skillsOf(`${title ?? ''}\n${text ?? ''}`, skills),
  );
  return createSparseIndex(skills.length, (place) => skills[place] ?? new Map(), unitTfIdf);
}
