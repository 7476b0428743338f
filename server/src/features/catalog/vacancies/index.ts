export { clusterEvaluator } from './evaluation.ts';
