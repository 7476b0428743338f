import type { SourceKind } from '@rolecall/contract';
import type { Adapter } from './adapter.ts';
import { adzuna } from './adzuna/index.ts';
import { arbeitnow } from './arbeitnow/index.ts';
import { ashby } from './ashby/index.ts';
import { employerDump } from './employer_dump/index.ts';
import { greenhouse } from './greenhouse/index.ts';
import { hackerNews } from './hacker_news/index.ts';
import { jobPosting } from './job_posting/index.ts';
import { lever } from './lever/index.ts';
import { openJobs } from './open_jobs/index.ts';
import { personio } from './personio/index.ts';
import { recruitee } from './recruitee/index.ts';
import { remoteOk } from './remoteok/index.ts';
import { remotive } from './remotive/index.ts';
import { rss } from './rss/index.ts';
import { smartRecruiters } from './smartrecruiters/index.ts';
import { teamtailor } from './teamtailor/index.ts';
import { workable } from './workable/index.ts';

/** What reads each kind of source. */
export const adapters: Readonly<Record<SourceKind, Adapter>> = {
  greenhouse,
  lever,
  ashby,
  smartrecruiters: smartRecruiters,
  workable,
  recruitee,
  personio,
  teamtailor,
  adzuna,
  remotive,
  remoteok: remoteOk,
  arbeitnow,
  hacker_news: hackerNews,
  rss,
  job_posting: jobPosting,
  employer_dump: employerDump,
  open_jobs: openJobs,
};
