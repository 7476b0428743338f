export {
  checkObjects,
  EvaluationInputError,
  type Evaluator,
  type FolderEvaluator,
  readObjects,
} from './evaluation.ts';
