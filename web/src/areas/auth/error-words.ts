import type { attemptsMessages } from '../../lib/attempts.messages.ts';
import { tooManyAttempts } from '../../lib/attempts.ts';
import type { ErrorTitles } from '../../lib/errors.ts';
import type { authMessages } from './messages.ts';

/** The errors that people meet around signing in, in their language. */
export function errorWords(
  error: unknown,
  words: ReturnType<typeof authMessages>,
  waits: ReturnType<typeof attemptsMessages>,
): ErrorTitles {
  const tooMany = tooManyAttempts(error, waits);
  return new Map([
    ['invalid_credentials', words.invalid_credentials()],
    ['email_taken', words.email_taken()],
    ['account_disabled', words.account_disabled()],
    ['password_guessable', words.password_guessable()],
    ['address_disposable', words.address_disposable()],
    ['token_invalid', words.link_over()],
    ...(tooMany === undefined
      ? []
      : ([
          ['too_many_attempts', tooMany],
          ['rate_limited', tooMany],
        ] as const)),
  ]);
}
