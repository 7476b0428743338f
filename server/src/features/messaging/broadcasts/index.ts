export type { AudienceMember, Audiences } from './audiences.ts';
export { type Broadcasts, createBroadcasts } from './broadcasts.ts';
export { createLiveProgress, type LiveProgress } from './live-progress.ts';
export { broadcastData } from './personal-data.ts';
export { createPreviews, type MailPreviews, type Previews } from './preview.ts';
export { type BroadcastRunner, createBroadcastRunner } from './runner.ts';
export { type BroadcastWork, createSteps, type Steps } from './steps.ts';
