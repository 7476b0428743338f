export { createMailAnalytics, type MailAnalytics } from './analytics.ts';
