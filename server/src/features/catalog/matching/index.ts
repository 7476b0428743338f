export { countNewJobs, standingsOf } from './digest-facts.ts';
export {
  type AlertQuestion,
  createMatching,
  type MatchedJob,
  type Matching,
  type MatchingDependencies,
  matchFor,
} from './matching.ts';
export type { MatchingRun, Seekers } from './new-jobs.ts';
export type { Seeker } from './parsed.ts';
