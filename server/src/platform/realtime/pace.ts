import type { Clock } from '../clock/index.ts';
import type { Timers } from './timers.ts';

/**
 * Spaces queries that serve many: the first one after a rest goes at once, and what comes within the gap after it goes
 * together. Without it a fast database would answer a storm of clients one by one.
 */
export class Pace {
  readonly #clock: Clock;
  readonly #timers: Timers;
  readonly #gapMs: number;
  #last = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, timers: Timers, gapMs: number) {
    this.#clock = clock;
    this.#timers = timers;
    this.#gapMs = gapMs;
  }

  /** Waits until the next query may go. @param isFull a full batch gains nothing by waiting */
  async wait(isFull: boolean): Promise<void> {
    const remaining = this.#last + this.#gapMs - this.#clock.now().getTime();
    // A clock that was set back must not make anybody wait for longer.
    if (!isFull && remaining > 0) {
      await new Promise<void>((resolve) => this.#timers.after(Math.min(remaining, this.#gapMs), resolve));
    }
    this.#last = this.#clock.now().getTime();
  }
}
