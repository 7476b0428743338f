export { applicationOf, wasResumeSent } from './applications.store.ts';
export {
  type ApplicationList,
  type ApplicationQuery,
  type Applications,
  type ApplicationsDependencies,
  createApplications,
  type StatusChange,
} from './applications.ts';
export {
  type ApplicationBrief,
  findApplicationBriefs,
  findAppliedJobs,
  findStatuses,
  listUnanswered,
} from './batches.store.ts';
export { countAllApplications, countApplications } from './figures.store.ts';
export type { LockedApplication } from './locked-application.ts';
export { type CheckNotes, createCheckNotes } from './notes.ts';
export { ofInterview } from './notices.ts';
export type {
  ApplicantSettings,
  ApplicationInterviews,
  ApplicationResumes,
  CompanyMembers,
  InterviewDetails,
} from './ports.ts';
export { releaseMoment } from './release.ts';
export {
  type ApplicationQuestion,
  findApplied,
  findSuperseded,
  findWithdrawn,
  type StatusQuestion,
} from './relevance.ts';
export type { ChangedApplication } from './steps.ts';
