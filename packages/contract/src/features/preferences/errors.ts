import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  too_many_mutes: describeError(
    409,
    'after_change',
    'You have muted too much',
    'A person can have 1,000 subjects muted at a time. Unmute some that do not matter any more.',
  ),
  address_unverified: describeError(
    409,
    'after_change',
    'Confirm your e-mail address first',
    'A test is only mailed to a confirmed address. Follow the link of the mail that you got when you signed up.',
  ),
} as const satisfies ErrorDescriptions;
