import { type Concept, lookUpSkill } from '../skills/index.ts';
import { singular, wordsOf } from './text.ts';

/** One way to write a skill. */
export interface SkillPhrase {
  readonly words: readonly string[];
  /** It is a usual word too ('go', 'excel') and counts only where it is all that an item of the list of skills says. */
  readonly ambiguous: boolean;
}

/** A skill with every way to write it. Two skills with the same key are one. */
export interface Skill {
  readonly key: string;
  readonly phrases: readonly SkillPhrase[];
  /** Weight where the job lists it or has it in its title; in the running text it is one less. */
  readonly weight: number;
}

/** Skills that most postings ask for and most people name, by their English names: they tell little. */
const generic = new Set([
  'communication skills',
  'customer service',
  'english',
  'excel',
  'leadership',
  'management',
  'microsoft office',
  'organisational skills',
  'presentation skills',
  'problem solving',
  'project management',
  'teamwork',
  'time management',
]);

/** Reads a skill of a profile; null when it has no word in it. */
export function parseSkill(name: string): Skill | null {
  const words = wordsOf(name);
  if (words.length === 0) return null;
  const concept = lookUpSkill(name);
  if (concept !== null) return skillOf(concept);
  const inSingular = [...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' ');
  const names = new Set([inSingular, `${inSingular}s`, words.join(' ')]);
  return {
    key: inSingular,
    phrases: Array.from(names, (written) => toPhrase(written.split(' '), false)),
    weight: generic.has(inSingular) ? usual : specific,
  };
}

const specific = 4;
const usual = 2;

/** A skill of the vocabulary, with all its spellings in all languages. */
function skillOf({ id, spellings }: Concept): Skill {
  const phrases = new Map<string, SkillPhrase>();
  for (const { text, kind } of spellings) {
    const words = wordsOf(text);
    // Words are compared without their capitals, so a spelling that needs them is a usual word here.
    if (words.length > 0) phrases.set(words.join(' '), toPhrase(words, kind !== 'plain'));
  }
  return { key: id, phrases: [...phrases.values()], weight: generic.has(id) ? usual : specific };
}

const toPhrase = (words: readonly string[], isUsualWord: boolean): SkillPhrase => ({
  words,
  ambiguous: isUsualWord || (words.length === 1 && words[0]?.length === 1),
});

/** Where a job names a skill. */
export type SkillPlace = 'listed' | 'text';

/** What a found skill weighs. */
export function skillWeight(skill: Skill, place: SkillPlace): number {
  return place === 'listed' ? skill.weight : skill.weight - 1;
}

/** The weight from which more common skills add nothing: five specific ones. */
const enough = 20;

/** How far the skills agree, from 0 to 1: the weight found against what the person has, or what is enough. */
export function skillShare(found: number, total: number): number {
  return total === 0 ? 0 : Math.min(1, found / Math.min(enough, total));
}
