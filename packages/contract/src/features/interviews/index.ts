export type { InterviewEvent } from './kinds/fields.ts';
export * from './schemas.ts';
