import type { SourceKind } from '@rolecall/contract';
import type { Adapter } from './adapter.ts';
import { ashby } from './ashby/index.ts';
import { employerDump } from './employer_dump/index.ts';
import { greenhouse } from './greenhouse/index.ts';
import { jobPosting } from './job_posting/index.ts';
import { lever } from './lever/index.ts';
import { openJobs } from './open_jobs/index.ts';

/** What reads each kind of source. */
export const adapters: Readonly<Record<SourceKind, Adapter>> = {
  greenhouse,
  lever,
  ashby,
  job_posting: jobPosting,
  employer_dump: employerDump,
  open_jobs: openJobs,
};
