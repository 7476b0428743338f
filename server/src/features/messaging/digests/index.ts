export { createDigests, type Digests, type DigestsDependencies } from './digests.ts';
export type { DigestFacts, DigestPeriod, JobOfPerson, JobStanding } from './facts.ts';
