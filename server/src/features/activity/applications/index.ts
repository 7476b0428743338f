export {
  type ApplicationList,
  type ApplicationQuery,
  type Applications,
  type ApplicationsDependencies,
  createApplications,
  type StatusChange,
} from './applications.ts';
export type { CompanyMembers } from './companies.ts';
export { countApplicationActivity, haveApplied } from './digest-facts.ts';
export type { ApplicationEvents } from './events.ts';
export { createInterviews, type Interviews } from './interviews.ts';
export { applicationData } from './personal-data.store.ts';
export {
  type ApplicationQuestion,
  findApplied,
  findOutdatedInvitations,
  findSuperseded,
  findWithdrawn,
  type StatusQuestion,
} from './relevance.ts';
export { createResumes, maximumResumes, type Resumes, type ResumesDependencies } from './resumes.ts';
