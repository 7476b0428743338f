export { titlesEvaluator } from './evaluation.ts';
export { lemma, titleWords } from './lemmas.ts';
export {
  type FoundOccupation,
  type OccupationVocabulary,
  occupationsIn,
  occupationVocabulary,
  type ReadTitle,
} from './occupations.ts';
export { type Level, type RoleShape, roleShapes, shapeOf } from './shapes.ts';
export { type Alias, type Occupation, type OccupationLanguage, relatednessOf } from './vocabulary.ts';
