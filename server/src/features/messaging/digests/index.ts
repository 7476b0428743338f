export type { Closing } from './closing.ts';
export { type Collected, type Composition, composeDigest } from './compose.ts';
export { createDigests, type Digests, type DigestsDependencies } from './digests.ts';
export type { DigestFacts, DigestPeriod, JobOfPerson, JobStanding } from './facts.ts';
