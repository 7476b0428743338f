import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  mail_not_sent: describeError(
    502,
    'later',
    'The mail could not be sent',
    'This instance sends no mail, or its mail server has not taken this one. `detail` tells what it said.',
  ),
} as const satisfies ErrorDescriptions;
