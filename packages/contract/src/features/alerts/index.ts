export { mostAlertJobs } from './kinds/saved-search-alert.ts';
export * from './schemas.ts';
export * from './values.ts';
