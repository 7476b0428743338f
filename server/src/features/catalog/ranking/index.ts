export { rankEvaluator } from './evaluation.ts';
export { type Candidate, createPool, type Pool } from './pool.ts';
export type { Query } from './query.ts';
export { type RankingPart, rank, rankingParts } from './rank.ts';
