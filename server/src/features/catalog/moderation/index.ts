export { createModeration, type HiddenJob, type Moderation } from './moderation.ts';
