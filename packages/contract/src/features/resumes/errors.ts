import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  resume_refused: describeError(
    422,
    'after_change',
    'This file is not taken as a résumé',
    'Nothing was kept. `reason` says why: `not_a_resume`, `encrypted`, `has_macros`, `has_scripts`, `too_many_pages` (at most 30), `too_large` (what it unpacks to) or `too_slow`.',
  ),
  acceptance_outdated: describeError(
    409,
    'never',
    'The profile has been changed since',
    'What was accepted is taken back only while the profile still has it as it was left.',
  ),
} as const satisfies ErrorDescriptions;
