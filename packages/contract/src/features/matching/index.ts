export { mostNamedJobs } from './kinds/job-matches.ts';
export * from './labels.ts';
export * from './match.ts';
export * from './schemas.ts';
