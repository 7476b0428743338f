import type { Clock } from '../clock/index.ts';

export type BreakerState = 'closed' | 'half_open' | 'open';

/**
 * Leaves the other side alone when it fails. It is asked before anything is claimed or prepared, so that an outage costs
 * little, and it goes by the injected clock.
 *
 * Closed: everything goes through. After three failures in a row it opens for 5 s; after a grave one, where we are refused as
 * the sender, at once and for 5 minutes. Then it is half open: one at a time goes through as a probe. If that fails
 * too it opens for twice as long as before, up to 5 minutes or an hour; if it succeeds it closes.
 */
export class CircuitBreaker {
  readonly #clock: Clock;
  #failures = 0;
  #pauses = 0;
  #openUntil = 0;
  #isProbing = false;
  #reason: string | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  state(): BreakerState {
    if (this.#pauses === 0) return 'closed';
    return this.#clock.now().getTime() < this.#openUntil ? 'open' : 'half_open';
  }

  /** Why it is not closed; null: it is. */
  get reason(): string | null {
    return this.#reason;
  }

  /** When the next probe may go through; null: it is closed. */
  get openUntil(): Date | null {
    return this.#pauses === 0 ? null : new Date(this.#openUntil);
  }

  /** Whether something may go through. After yes the caller says what came of it, by one of the three calls below. */
  admit(): boolean {
    const state = this.state();
    if (state === 'closed') return true;
    if (state === 'open' || this.#isProbing) return false;
    this.#isProbing = true;
    return true;
  }

  /** How many may go through now, up to `wanted`: a single one as a probe. Unlike `admit` it promises nothing. */
  allows(wanted: number): number {
    const state = this.state();
    if (state === 'open') return 0;
    return state === 'closed' ? wanted : Math.min(wanted, 1);
  }

  succeeded(): void {
    this.close();
  }

  /** What came of it says nothing about the other side. */
  abstained(): void {
    this.#isProbing = false;
  }

  /**
   * @param isGrave it will not pass by itself
   * @returns whether it has been closed until now
   */
  failed(reason: string, isGrave = false): boolean {
    this.#isProbing = false;
    this.#failures += 1;
    // What was already under way when it opened says nothing new.
    if (this.state() === 'open') return false;
    const wasClosed = this.#pauses === 0;
    if (wasClosed && !isGrave && this.#failures < breakAfter) return false;
    const { first, longest } = isGrave ? pauses.grave : pauses.passing;
    this.#openUntil = this.#clock.now().getTime() + Math.min(first * 2 ** this.#pauses, longest);
    this.#pauses += 1;
    this.#reason = reason;
    return wasClosed;
  }

  /** Lets everything through again. */
  close(): void {
    this.#failures = 0;
    this.#pauses = 0;
    this.#isProbing = false;
    this.#reason = null;
  }
}

const breakAfter = 3;

/** In milliseconds. */
const pauses = {
  passing: { first: 5_000, longest: 300_000 },
  grave: { first: 300_000, longest: 3_600_000 },
} as const;
