export { alertKey } from './alerts.ts';
export { countNewJobs, standingsOf } from './digest-facts.ts';
export { findToldPairs } from './matching.store.ts';
export {
  type AlertQuestion,
  createMatching,
  type MatchedJob,
  type Matching,
  type MatchingDependencies,
  matchFor,
} from './matching.ts';
export type { MatchingRun, SavedSearches, SearchAnswer, SearchFinding, Seekers } from './new-jobs.ts';
export type { Seeker } from './parsed.ts';
export {
  closeInBatches,
  type DueQuestion,
  type DueWindow,
  type WindowsClosed,
  type WindowTable,
} from './window-batches.ts';
