import { singular, wordsOf } from './text.ts';

/** One way to write a skill. */
export interface SkillPhrase {
  readonly words: readonly string[];
  /** It is a usual word too ('go', 'excel') and counts only where it is clearly meant: in a title or list of skills. */
  readonly ambiguous: boolean;
}

/** A skill with every way to write it. Two skills with the same key are one. */
export interface Skill {
  readonly key: string;
  readonly phrases: readonly SkillPhrase[];
  /** Weight where the job lists it or has it in its title; in the running text it is one less. */
  readonly weight: number;
}

/** Ways to write the same skill, as words; the first is the key. */
const synonyms: readonly (readonly string[])[] = [
  ['amazon web services', 'aws'],
  ['c#', 'csharp', 'c sharp'],
  ['c++', 'cpp'],
  ['ci cd', 'continuous integration'],
  ['dotnet', 'dot net'],
  ['go', 'golang'],
  ['google cloud', 'gcp', 'google cloud platform'],
  ['javascript', 'js'],
  ['kubernetes', 'k8s'],
  ['machine learning', 'ml'],
  ['microsoft excel', 'excel', 'ms excel'],
  ['node', 'node js', 'nodejs'],
  ['postgresql', 'postgres'],
  ['react', 'react js', 'reactjs'],
  ['typescript', 'ts'],
  ['user experience', 'ux'],
  ['vue', 'vue js', 'vuejs'],
];

const ambiguousWords = new Set(
  'access chef dart excel express flask go less make node puppet react rest salt scratch spark spring swift teams word'.split(
    ' ',
  ),
);

/** Skills that most postings ask for and most people name: they tell little. */
const generic = new Set([
  'communication',
  'communication skills',
  'english',
  'leadership',
  'management',
  'microsoft excel',
  'microsoft office',
  'ms office',
  'organization',
  'presentation',
  'problem solving',
  'project management',
  'teamwork',
  'time management',
]);

const groupOf = new Map(synonyms.flatMap((group) => group.map((name) => [name, group] as const)));

/** Reads a skill of a profile; null when it has no word in it. */
export function parseSkill(name: string): Skill | null {
  const words = wordsOf(name);
  if (words.length === 0) return null;
  const written = words.join(' ');
  const inSingular = [...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' ');
  const group = groupOf.get(written) ?? groupOf.get(inSingular);
  const key = group?.[0] ?? inSingular;
  const names = new Set(group ?? [inSingular, `${inSingular}s`, written]);
  return { key, phrases: [...names].map(toPhrase), weight: generic.has(key) ? 2 : 4 };
}

function toPhrase(name: string): SkillPhrase {
  const words = name.split(' ');
  const [only] = words;
  const ambiguous =
    words.length === 1 && only !== undefined && (only.length === 1 || ambiguousWords.has(only));
  return { words, ambiguous };
}

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
