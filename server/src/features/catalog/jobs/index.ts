export {
  type Advertised,
  type AdvertisedPart,
  findAdvertised,
  selectAdvertised,
  summarizeAdvertised,
} from './advertised.store.ts';
export {
  findJobBriefs,
  findJobWords,
  holdAnyJob,
  holdJob,
  type JobBrief,
  type JobWords,
  lockJobBrief,
  takesApplications,
} from './briefs.store.ts';
export { summaryColumns } from './columns.ts';
export { type PostingsSummary, summarizePostings } from './company-postings.store.ts';
export { postedClinicJobs } from './demo-jobs.ts';
export type { Descriptions } from './description.ts';
export type { FlaggedJob, JobEvents } from './events.ts';
export {
  countJobs,
  countOpenJobsOfSources,
  countPublishedJobs,
  findJobStandings,
  type JobStanding,
} from './figures.store.ts';
export { createReadFlags, type ReadFlags } from './flagging.ts';
export type { ImportedPosting, JobImports, PostingMark } from './imports.ts';
export { type CompanyJob, createJobs, type Jobs, type JobsDependencies } from './jobs.ts';
export {
  findPostedJob,
  findTellableJobs,
  hasUnmatchedJobs,
  listMatchedJobs,
  listUnmatchedJobs,
  lockUnmatchedJobs,
  type MatchableJob,
  markMatched,
  type PostedJob,
  type PublishedJob,
  type TellableJob,
  type UnmatchedJob,
} from './matchable.store.ts';
export { type OfferQuestion, offerChecks } from './offers.ts';
export { findOtherPostings } from './other-postings.ts';
export { annualPay, toPay } from './pay.ts';
export { type Description, excerptOf, plainDescription, type RawDescription } from './plain-description.ts';
export type { ApplicationNumbers, JobPageExtras, JobSource } from './ports.ts';
export type { PublicStanding } from './public-standing.ts';
export { companyMarkOf, companyOf, type JobRow, type JobSummaryRow, toSummary } from './rows.ts';
export {
  type JobRevision,
  type SearchableJob,
  selectChangedSince,
  selectRevisions,
  selectRevisionsOf,
  selectSearchable,
  selectVacanciesOf,
} from './searchable.store.ts';
export {
  type AgingJob,
  findAgingJob,
  findRepeats,
  listAgingJobs,
  type Repeats,
  writeStaleness,
} from './staleness.store.ts';
export {
  askForVacancies,
  type DueJob,
  findPostingsOfVacancy,
  findRecentJobs,
  listDueJobs,
  lockDueJobs,
  moveToVacancy,
  selectVacancyJobs,
  settleVacancies,
  type VacancyJobRow,
} from './vacancies.store.ts';
