import type { SkipReason, Source, SourceKind } from '@rolecall/contract';

type Labels<Value extends string> = Readonly<Record<Value, string>>;

export const sourceKindLabels: Labels<SourceKind> = {
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  job_posting: 'JobPosting feed or page',
  employer_dump: 'Employer file',
  open_jobs: 'Open jobs file',
};

export const sourceHealthLabels: Labels<Source['health']> = {
  new: 'Never run',
  healthy: 'Healthy',
  backing_off: 'Backing off',
  paused_by_breaker: 'Paused after failures',
  set_aside: 'Set aside',
  disabled: 'Paused',
};

export const skipReasonLabels: Labels<SkipReason> = {
  no_title: 'No title',
  no_id: 'No id',
  no_company: 'No company',
  bad_url: 'Bad address',
  unlisted: 'Unlisted',
  invalid: 'Not valid',
  duplicate: 'Duplicate',
  too_hard: 'Too hard to read',
};
