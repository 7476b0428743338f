import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  template_changed: describeError(
    409,
    'after_change',
    'Somebody else has changed this draft',
    'The draft is not the one that was seen. Read it again, and save what you want of both.',
  ),
  template_invalid: describeError(
    422,
    'after_change',
    'The template has faults',
    '`errors` names each one by its field, with line and column. A text with faults is never published.',
  ),
} as const satisfies ErrorDescriptions;
