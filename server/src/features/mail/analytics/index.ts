export { createMailAnalytics, type MailAnalytics } from './analytics.ts';
export { isRefused } from './tally.ts';
