export type { AudienceMember, Audiences } from './audiences.ts';
export { type Broadcasts, createBroadcasts } from './broadcasts.ts';
export type { LiveProgress } from './live-progress.ts';
export { createPreviews, type MailPreviews, type Previews } from './preview.ts';
export { type BroadcastRunner, createBroadcastRunner } from './runner.ts';
export { type BroadcastWork, createSteps, type Steps } from './steps.ts';
