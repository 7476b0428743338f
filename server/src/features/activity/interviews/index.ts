export { findInterviewsOf, type InterviewRow, listApplicationsWithInterviews } from './interviews.store.ts';
export { createInterviews, type Interviews, type InterviewsDependencies } from './interviews.ts';
export type { ExportedInterview } from './personal-data.store.ts';
export { findOutdatedInvitations } from './relevance.ts';
export { applicationInterviews } from './rows.ts';
