export { checkObjects, EvaluationInputError, type Evaluator, readObjects } from './evaluation.ts';
