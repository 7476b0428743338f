import type { Source, SourceKind } from '@rolecall/contract';

type Labels<Value extends string> = Readonly<Record<Value, string>>;

/** What a kind of source is called, and what is asked for as the address of one. */
interface SourceKindWords {
  readonly label: string;
  readonly address: string;
  readonly example: string;
}

export const sourceKindWords: Readonly<Record<SourceKind, SourceKindWords>> = {
  greenhouse: { label: 'Greenhouse', address: 'Board token', example: 'acme' },
  lever: { label: 'Lever', address: 'Site', example: 'acme' },
  ashby: { label: 'Ashby', address: 'Board name', example: 'acme' },
  smartrecruiters: { label: 'SmartRecruiters', address: 'Company', example: 'AcmeInc' },
  workable: { label: 'Workable', address: 'Account', example: 'acme' },
  recruitee: { label: 'Recruitee', address: 'Company', example: 'acme' },
  personio: { label: 'Personio', address: 'Board', example: 'acme' },
  teamtailor: { label: 'Teamtailor', address: 'Company', example: 'acme' },
  adzuna: { label: 'Adzuna', address: 'Search', example: 'gb?what=nurse&where=Leeds' },
  remotive: { label: 'Remotive', address: 'Category, or all', example: 'all' },
  remoteok: { label: 'Remote OK', address: 'Tag, or all', example: 'all' },
  arbeitnow: { label: 'Arbeitnow', address: 'Board', example: 'all' },
  hacker_news: { label: 'Hacker News: Who is hiring?', address: 'Threads of', example: 'whoishiring' },
  rss: { label: 'RSS or Atom feed', address: 'Address of the feed', example: 'https://example.com/jobs.rss' },
  job_posting: {
    label: 'JobPosting feed or page',
    address: 'Address of the feed or page',
    example: 'https://example.com/jobs.json',
  },
  employer_dump: { label: 'Employer file', address: 'File', example: 'acme.json' },
  open_jobs: { label: 'Open jobs file', address: 'File', example: 'jobs.json' },
};

export const sourceHealthLabels: Labels<Source['health']> = {
  new: 'Never run',
  healthy: 'Healthy',
  backing_off: 'Backing off',
  paused_by_breaker: 'Paused after failures',
  set_aside: 'Set aside',
  disabled: 'Paused',
};
