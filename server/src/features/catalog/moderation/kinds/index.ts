import { jobModerated } from './job-moderated.ts';
import { jobReportDecided } from './job-report-decided.ts';

export const moderationKinds = [jobModerated, jobReportDecided];
