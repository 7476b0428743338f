import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  already_reported: describeError(
    409,
    'never',
    'You have reported this job already',
    'Operators have not decided yet. Who is signed in is told when they have.',
  ),
  too_many_reports: describeError(
    429,
    'later',
    'Too many jobs were reported',
    'A person can report 20 jobs in a day, and who is not signed in 3 from one network. Wait for the seconds that `Retry-After` gives, or sign in.',
  ),
} as const satisfies ErrorDescriptions;
