import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  source_running: describeError(
    409,
    'later',
    'The source is running already',
    'A source has one run at a time.',
  ),
  source_exists: describeError(
    409,
    'after_change',
    'There is a source for this board already',
    'A board or feed is read by one source.',
  ),
  source_unreadable: describeError(
    422,
    'after_change',
    'The feed cannot be read',
    'The document is not what this kind of source gives. The run log has the reason.',
  ),
} as const satisfies ErrorDescriptions;
