import { jobPosted } from './job-posted.ts';

export const kinds = {
  job_posted: jobPosted,
} as const;
