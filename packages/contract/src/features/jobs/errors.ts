import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  too_many_open_jobs: describeError(
    409,
    'after_change',
    'Your company has as many open jobs as it may have',
    'Close one, or prove the domain of the company, which raises the limit. `limit` tells how many may be open. Unverified companies whose recruiters have addresses of one domain are counted together.',
  ),
  posting_quota_reached: describeError(
    429,
    'later',
    'Your company has posted as many jobs as it may in a day',
    'Wait for the seconds that `Retry-After` gives, or prove the domain of the company, which raises the limit. Unverified companies whose recruiters have addresses of one domain are counted together.',
  ),
  job_closed: describeError(
    409,
    'never',
    'The job is closed',
    'A closed job takes no applications and no edits.',
  ),
} as const satisfies ErrorDescriptions;
