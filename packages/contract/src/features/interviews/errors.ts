import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  interview_not_open: describeError(
    409,
    'never',
    'Nothing can be changed about interviews here now',
    'Only an application with the status `interview` takes them, 20 at most. One that is over or cancelled stays as it is.',
  ),
} as const satisfies ErrorDescriptions;
