import type { Source } from '@rolecall/contract';

const firstPauseMs = 15 * 60_000;
const longestPauseMs = 24 * 3_600_000;
/** After so many failures in a row a source is left alone until somebody runs it by hand. */
const breakAfter = 8;
/** One process may end by itself, and take what it works on along; of two in a row the source is to blame. */
export const setAsideAfter = 2;

interface Health {
  readonly enabled: boolean;
  readonly consecutive_failures: number;
  readonly interrupted_runs: number;
  readonly next_attempt_at: Date | null;
}

/** When a source that has failed so often may be asked again: after 15 minutes, doubling up to a day. */
export function nextAttempt(consecutiveFailures: number, now: Date): Date {
  const pause = Math.min(firstPauseMs * 2 ** (consecutiveFailures - 1), longestPauseMs);
  return new Date(now.getTime() + pause);
}

/**
 * The state that a source is in. It backs off after a failure and is paused by its breaker after 8 of them in a row; a
 * success, also one of a run by hand, makes it healthy again. It is set aside when two runs in a row have ended with their
 * process, until one by hand has come to an end of its own.
 */
export function healthOf(source: Health, hasRun: boolean): Source['health'] {
  if (!source.enabled) return 'disabled';
  if (isSetAside(source)) return 'set_aside';
  if (source.consecutive_failures >= breakAfter) return 'paused_by_breaker';
  if (source.consecutive_failures > 0) return 'backing_off';
  return hasRun ? 'healthy' : 'new';
}

export const isSetAside = ({ interrupted_runs }: Pick<Health, 'interrupted_runs'>): boolean =>
  interrupted_runs >= setAsideAfter;

/** Why a scheduled run does not take place now; null when it does. */
export function reasonToWait(source: Health, now: Date): string | null {
  if (!source.enabled) return 'the source is disabled';
  if (isSetAside(source))
    return `it is set aside, since ${source.interrupted_runs} runs in a row have ended with their process`;
  if (source.consecutive_failures >= breakAfter)
    return `it has failed ${source.consecutive_failures} times in a row`;
  if (source.next_attempt_at !== null && source.next_attempt_at > now) {
    return `it backs off until ${source.next_attempt_at.toISOString()}`;
  }
  return null;
}
