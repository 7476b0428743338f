import { RolecallError } from '../client.ts';
import type { attemptsMessages } from './attempts.messages.ts';

const codes: ReadonlySet<string> = new Set(['too_many_attempts', 'rate_limited']);

/** Says from when on somebody may try again; undefined: that is not what is wrong. */
export function tooManyAttempts(
  error: unknown,
  words: ReturnType<typeof attemptsMessages>,
): string | undefined {
  if (!(error instanceof RolecallError) || !codes.has(error.code)) return undefined;
  return words.too_many({ minutes: Math.max(1, Math.ceil((error.retryAfter ?? 60) / 60)) });
}
