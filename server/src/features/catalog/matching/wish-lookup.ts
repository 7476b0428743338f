import { normalizeCompanyName } from '../companies/index.ts';
import { isEligible, isOffered, readWish } from '../places/index.ts';
import type { ParsedJob } from './parsed.ts';
import { inSkills, inText, inTitle, type PhraseIndex } from './phrase-index.ts';
import { parseSkill, type Skill, skillWeight } from './skills.ts';
import { wordsOf } from './text.ts';
import { type TitleTerms, titleShare, titleTerms } from './titles.ts';

/** Jobs, by number, with words of a wanted title, and how much of that title they are: the closest first. */
export interface TitleHits {
  readonly title: TitleTerms;
  readonly jobs: Uint32Array;
  readonly shares: Float64Array;
}

/** Jobs, by number, with a skill. One object for every way to write the skill. */
export interface SkillHits {
  readonly skill: Skill;
  readonly jobs: Uint32Array;
  /** What it weighs in each of all the jobs; empty when none has it. */
  readonly weights: Uint8Array;
}

/** What a wanted place is to a job: the job lies in it; who lives there may take it. */
export const inPlace = 1;
export const inReach = 2;

/** The jobs that wishes are looked up in. */
export interface IndexedJobs {
  readonly jobs: readonly ParsedJob[];
  readonly phrases: PhraseIndex;
  readonly byTitleTerm: ReadonlyMap<string, readonly number[]>;
  readonly byCompany: ReadonlyMap<string, readonly number[]>;
  /** By an item of the list of skills, as words between spaces. */
  readonly bySkill: ReadonlyMap<string, readonly number[]>;
}

/** Finds the jobs of a wish as people write it, each distinct wish once. */
export interface WishLookup {
  /** How many wishes it remembers. */
  size(): number;
  title(name: string): TitleHits;
  /** Null when there is no word in it. */
  skill(name: string): SkillHits | null;
  /** For each job `inPlace` and `inReach`; null when the words name no place. */
  place(name: string): Uint8Array | null;
  /** Jobs with these words in title or text. */
  words(text: string): readonly number[];
  company(name: string): readonly number[];
}

export function createWishLookup(indexed: IndexedJobs): WishLookup {
  const skillsByKey = new Map<string, SkillHits>();
  const titles = remember((name) => findTitle(indexed, titleTerms(name)));
  const skills = remember((name) => {
    const skill = parseSkill(name);
    if (skill === null) return null;
    const known = skillsByKey.get(skill.key) ?? findSkill(indexed, skill);
    skillsByKey.set(skill.key, known);
    return known;
  });
  const places = remember((name) => findPlace(indexed, name));
  const words = remember((text) => findWords(indexed, wordsOf(text)));
  const companies = remember((name) => indexed.byCompany.get(normalizeCompanyName(name)) ?? []);
  return {
    size: () => titles.size() + skills.size() + places.size() + words.size() + companies.size(),
    title: titles.get,
    skill: skills.get,
    place: places.get,
    words: words.get,
    company: companies.get,
  };
}

function remember<Value>(find: (name: string) => Value): { size(): number; get(name: string): Value } {
  const known = new Map<string, { readonly value: Value }>();
  return {
    size: () => known.size,
    get(name) {
      const before = known.get(name);
      if (before !== undefined) return before.value;
      const value = find(name);
      known.set(name, { value });
      return value;
    },
  };
}

function findTitle({ jobs, byTitleTerm }: IndexedJobs, title: TitleTerms): TitleHits {
  const common = new Map<number, number>();
  for (const [term, weight] of title.weights) {
    for (const job of byTitleTerm.get(term) ?? []) common.set(job, (common.get(job) ?? 0) + weight);
  }
  const hits: { number: number; share: number }[] = [];
  for (const [number, weight] of common) {
    const job = jobs[number];
    if (job !== undefined) hits.push({ number, share: titleShare(weight, title, job.title) });
  }
  hits.sort((one, other) => other.share - one.share);
  return {
    title,
    jobs: Uint32Array.from(hits, ({ number }) => number),
    shares: Float64Array.from(hits, ({ share }) => share),
  };
}

function findSkill({ jobs, phrases, bySkill }: IndexedJobs, skill: Skill): SkillHits {
  const found = new Map<number, number>();
  for (const { words, ambiguous } of skill.phrases) {
    if (ambiguous) {
      for (const job of bySkill.get(words.join(' ')) ?? []) found.set(job, skillWeight(skill, 'listed'));
      continue;
    }
    for (const { job, fields } of phrases.find(words)) {
      const isListed = (fields & (inTitle | inSkills)) !== 0;
      const weight = skillWeight(skill, isListed ? 'listed' : 'text');
      found.set(job, Math.max(weight, found.get(job) ?? 0));
    }
  }
  const weights = new Uint8Array(found.size === 0 ? 0 : jobs.length);
  for (const [job, weight] of found) weights[job] = weight;
  return { skill, jobs: Uint32Array.from(found.keys()), weights };
}

function findPlace({ jobs }: IndexedJobs, name: string): Uint8Array | null {
  const wish = readWish(name);
  if (wish === null) return null;
  return Uint8Array.from(jobs, ({ offer }) => {
    const isReachable = offer.scope === null || isEligible(wish, offer.scope);
    return (isOffered(wish, offer) ? inPlace : 0) | (isReachable ? inReach : 0);
  });
}

function findWords({ phrases }: IndexedJobs, phrase: readonly string[]): readonly number[] {
  return phrases
    .find(phrase)
    .filter(({ fields }) => (fields & (inTitle | inText)) !== 0)
    .map(({ job }) => job);
}
