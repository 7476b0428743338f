export { skillEvaluator } from './evaluation.ts';
export { lookUpSkill, namesOfSkills, skillVocabulary } from './skills.ts';
export type { Concept } from './vocabulary.ts';
export { stemSpanish } from './words.ts';
