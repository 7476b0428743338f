import { jobModerated } from './job-moderated.ts';
import { jobReportDecided } from './job-report-decided.ts';

export const kinds = {
  job_report_decided: jobReportDecided,
  job_moderated: jobModerated,
} as const;
