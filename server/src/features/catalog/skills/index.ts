export { skillEvaluator } from './evaluation.ts';
export { lookUpSkill, namesOfSkills, skillVocabulary } from './skills.ts';
export type { Concept } from './vocabulary.ts';
export { fold, stemSpanish } from './words.ts';
