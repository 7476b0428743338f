export { type DigestState, findDigests } from './digests.store.ts';
export { createDigests, type Digests, type DigestsDependencies } from './digests.ts';
export type { DigestFacts, DigestPeriod, JobOfPerson, JobStanding } from './facts.ts';
export { createDigestWindows, type PersonalDigestWindows } from './windows.ts';
