import { describeError, type ErrorDescriptions } from '../../core/errors.ts';

export const errors = {
  second_factor_refused: describeError(
    401,
    'after_change',
    'The code is not right',
    'The code is wrong, has run out, or has been used before. A code of an app works once and for about a minute, a recovery code works once.',
  ),
  second_factor_challenge_over: describeError(
    410,
    'after_change',
    'This sign-in has run out',
    'A challenge works once, for ten minutes and a few tries. Begin again with the first proof.',
  ),
  second_factor_on: describeError(
    409,
    'after_change',
    'There is a second factor already',
    'Remove it before you set up another one.',
  ),
  second_factor_off: describeError(
    409,
    'after_change',
    'There is no second factor',
    'The account has none, or its setup was not confirmed within an hour. Set it up first.',
  ),
} as const satisfies ErrorDescriptions;
