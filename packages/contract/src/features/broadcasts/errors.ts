import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  broadcast_status_conflict: describeError(
    409,
    'after_change',
    'The broadcast cannot do this now',
    '`status` is its status, `allowed` lists what can be done with it. What has started cannot be edited any more.',
  ),
} as const satisfies ErrorDescriptions;
