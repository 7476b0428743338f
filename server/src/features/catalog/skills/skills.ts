import { createDictionary } from './dictionary.ts';
import { createFindSkills, type FindSkills } from './find-skills.ts';
import { createLookUpSkill, type LookUpSkill } from './look-up.ts';
import { type Concept, readVocabulary, type VocabularyLanguage } from './vocabulary.ts';

/** What the product knows of skills. */
export interface SkillVocabulary {
  readonly find: FindSkills;
  readonly lookUp: LookUpSkill;
  concept(place: number): Concept;
  /** All of them, each at its place. */
  readonly concepts: readonly Concept[];
}

let shipped: SkillVocabulary | undefined;

/** The shipped vocabulary, read when it is first asked for. */
export function skillVocabulary(): SkillVocabulary {
  shipped ??= createSkillVocabulary(readVocabulary());
  return shipped;
}

function createSkillVocabulary(concepts: readonly Concept[]): SkillVocabulary {
  const dictionary = createDictionary(concepts);
  return {
    concepts,
    find: createFindSkills(dictionary),
    lookUp: createLookUpSkill(dictionary),
    concept(place) {
      const concept = concepts[place];
      if (concept === undefined) throw new Error(`the vocabulary of skills has no place ${place}`);
      return concept;
    },
  };
}

/** The shipped skill that a name means in whatever language; null for one that is not known. */
export const lookUpSkill: LookUpSkill = (name) => skillVocabulary().lookUp(name);

/** The names of the skills of some texts, each once, as the language of the texts calls them. */
export function namesOfSkills(
  { find, concept }: SkillVocabulary,
  texts: readonly string[],
  most: number,
): string[] {
  const read = texts.map(find);
  const told = read.findLast(({ language }) => language !== null)?.language ?? 'en';
  const names = new Set<string>();
  for (const { skills } of read) {
    for (const skill of skills) {
      if (names.size < most) names.add(nameOf(concept(skill.concept), told));
    }
  }
  return [...names];
}

const nameOf = (concept: Concept, language: VocabularyLanguage): string => concept.names[language];
