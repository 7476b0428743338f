import type { Clock } from '../../../platform/clock/index.ts';
import { type BreakerState, ProviderBreaker } from '../../../platform/resilience/index.ts';

/**
 * Leaves a channel alone that fails. It is asked before work is claimed at all, so that an outage costs no attempts and
 * no writes.
 */
export interface ChannelBreaker {
  readonly name: string;
  state(): BreakerState;
  /** How many may be sent now, up to `wanted`: a single one as a probe. */
  allows(wanted: number): number;
  succeeded(): void;
  failed(reason: string): void;
}

export function createChannelBreaker(name: string, clock: Clock): ChannelBreaker {
  const breaker = new ProviderBreaker(clock);
  return {
    name,
    state: () => breaker.state(),
    allows(wanted) {
      const state = breaker.state();
      if (state === 'open') return 0;
      return state === 'closed' ? wanted : Math.min(wanted, 1);
    },
    succeeded: () => breaker.succeeded(),
    failed(reason) {
      breaker.failed(reason, false);
    },
  };
}
