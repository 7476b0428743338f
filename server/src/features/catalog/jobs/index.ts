export { summaryColumns } from './columns.ts';
export { cleanText, type Description, type RawDescription, readDescription } from './description.ts';
export type { ImportedPosting, JobImports, PostingMark } from './imports.ts';
export {
  type ApplicationNumbers,
  type CompanyJob,
  createJobs,
  type JobEvents,
  type JobPageExtras,
  type Jobs,
  type JobsDependencies,
} from './jobs.ts';
export { annualPay, toPay } from './pay.ts';
export { postingData } from './personal-data.store.ts';
export { type JobRow, type JobSummaryRow, toSummary } from './rows.ts';
