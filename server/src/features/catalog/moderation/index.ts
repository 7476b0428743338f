export { createModeration, type ModeratedJob, type Moderation } from './moderation.ts';
