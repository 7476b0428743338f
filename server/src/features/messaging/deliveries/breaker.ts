import type { Clock } from '../../../platform/clock/index.ts';
import type { BreakerState } from '../../../platform/resilience/index.ts';

/**
 * Leaves a provider alone that fails. Unlike the breakers around single calls it is asked before work is claimed at
 * all, so that an outage costs no attempts and no writes, and it goes by the injected clock.
 *
 * Closed: all is sent. After 3 failures in a row it opens for 5 s. Then it is half open: one delivery is sent as a
 * probe. If that fails it opens for twice as long as before, 5 minutes at most; if it succeeds it closes.
 */
export interface ProviderBreaker {
  readonly name: string;
  state(): BreakerState;
  /** How many may be sent now, up to `wanted`. */
  allows(wanted: number): number;
  succeeded(): void;
  failed(): void;
}

const breakAfter = 3;
const firstPauseMs = 5_000;
const longestPauseMs = 300_000;

export function createProviderBreaker(name: string, clock: Clock): ProviderBreaker {
  let failures = 0;
  let pauses = 0;
  let pausedUntil = 0;

  function state(): BreakerState {
    if (pauses === 0) return 'closed';
    return clock.now().getTime() < pausedUntil ? 'open' : 'half_open';
  }

  return {
    name,
    state,
    allows(wanted) {
      const current = state();
      if (current === 'open') return 0;
      return current === 'closed' ? wanted : Math.min(wanted, 1);
    },
    succeeded() {
      failures = 0;
      pauses = 0;
    },
    failed() {
      failures += 1;
      // What was already under way when it opened says nothing new.
      if (state() === 'open' || (pauses === 0 && failures < breakAfter)) return;
      pausedUntil = clock.now().getTime() + Math.min(firstPauseMs * 2 ** pauses, longestPauseMs);
      pauses += 1;
    },
  };
}
