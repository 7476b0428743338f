import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  delivery_not_failed: describeError(
    409,
    'never',
    'Only a failed delivery can be sent again',
    'The delivery is pending, sent or skipped.',
  ),
} as const satisfies ErrorDescriptions;
