export { countNewJobs, standingsOf } from './digest-facts.ts';
export {
  type AlertQuestion,
  createMatching,
  type MatchedJob,
  type Matching,
  type MatchingDependencies,
} from './matching.ts';
export type { MatchingRun, Seekers } from './new-jobs.ts';
export { matchData } from './personal-data.ts';
export type { MatchableJob, Seeker } from './readings.ts';
export { createUntold, type UntoldDependencies } from './untold.ts';
