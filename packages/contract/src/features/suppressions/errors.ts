import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  suppression_list_invalid: describeError(
    422,
    'after_change',
    'This is no list of addresses',
    'The text is not CSV, has no column `address`, or has more than 10,000 lines. `detail` tells which.',
  ),
} as const satisfies ErrorDescriptions;
