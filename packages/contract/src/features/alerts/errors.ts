import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  too_many_alerts: describeError(
    409,
    'after_change',
    'A person has 50 alerts at most',
    'Remove one that is not needed any more, or widen one of them.',
  ),
} satisfies ErrorDescriptions;
