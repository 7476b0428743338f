import { resumeEvaluator } from '../features/activity/resumes/index.ts';
import { titlesEvaluator } from '../features/catalog/occupations/index.ts';
import { payEvaluator } from '../features/catalog/pay/index.ts';
import { placesEvaluator } from '../features/catalog/places/index.ts';
import { rankEvaluator } from '../features/catalog/ranking/index.ts';
import { skillEvaluator } from '../features/catalog/skills/index.ts';
import { clusterEvaluator } from '../features/catalog/vacancies/index.ts';
import type { Evaluator, FolderEvaluator } from '../platform/evaluation/index.ts';

/** What `rolecall eval <name>` knows. */
export const evaluators: ReadonlyMap<string, Evaluator | FolderEvaluator> = new Map<
  string,
  Evaluator | FolderEvaluator
>([
  ['clusters', clusterEvaluator],
  ['pay', payEvaluator],
  ['places', placesEvaluator],
  ['rank', rankEvaluator],
  ['resumes', resumeEvaluator],
  ['skills', skillEvaluator],
  ['titles', titlesEvaluator],
]);
