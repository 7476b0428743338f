import type { Clock } from '../clock/index.ts';
import type { AdaptiveRate } from './adaptive-rate.ts';

/** Timers, so that tests can move them. */
export interface Delay {
  /** @returns the way to call it off */
  after(milliseconds: number, work: () => void): () => void;
}

export const systemDelay: Delay = {
  after(milliseconds, work) {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A place, or how long to stay away. */
export type Admission =
  | { readonly isAdmitted: true; leave(): void }
  | { readonly isAdmitted: false; readonly waitMs: number };

interface Waiter {
  readonly isUrgent: boolean;
  readonly answer: (admission: Admission) => void;
  readonly cancelTimeout: () => void;
}

/**
 * Limits what goes to the other side: so many at a time, and as fast as the rate says. What is urgent goes first, and one
 * place in five (at least one, where there are several) is kept for it. What would have to wait long is sent away.
 */
export class Limiter {
  readonly #concurrency: number;
  readonly #rate: AdaptiveRate;
  readonly #clock: Clock;
  readonly #delay: Delay;
  readonly #urgent: Waiter[] = [];
  readonly #others: Waiter[] = [];
  #inFlight = 0;
  #cancelPump: (() => void) | undefined;

  constructor(options: {
    /** How many may be under way at the same time. */
    readonly concurrency: number;
    readonly rate: AdaptiveRate;
    readonly clock: Clock;
    readonly delay: Delay;
  }) {
    this.#concurrency = options.concurrency;
    this.#rate = options.rate;
    this.#clock = options.clock;
    this.#delay = options.delay;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Answers within two seconds, or five for what is urgent. */
  enter(isUrgent: boolean): Promise<Admission> {
    const longest = longestWaitMs[isUrgent ? 'urgent' : 'other'];
    const pause = this.#rate.pausedUntil - this.#now();
    if (pause > longest) return Promise.resolve({ isAdmitted: false, waitMs: pause });
    const { promise, resolve } = Promise.withResolvers<Admission>();
    const queue = isUrgent ? this.#urgent : this.#others;
    const cancel = this.#delay.after(longest, () => {
      queue.splice(queue.indexOf(waiter), 1);
      resolve({ isAdmitted: false, waitMs: Math.max(this.#rate.pausedUntil - this.#now(), sentAwayMs) });
    });
    const waiter: Waiter = { isUrgent, answer: resolve, cancelTimeout: cancel };
    queue.push(waiter);
    this.#pump();
    return promise;
  }

  #pump(): void {
    this.#cancelPump?.();
    this.#cancelPump = undefined;
    for (;;) {
      const queue = this.#urgent.length > 0 ? this.#urgent : this.#others;
      const [first] = queue;
      if (first === undefined || this.#inFlight >= this.#placesFor(first.isUrgent)) return;
      const wait = this.#rate.take(this.#now(), first.isUrgent);
      if (wait > 0) {
        this.#cancelPump = this.#delay.after(wait, () => this.#pump());
        return;
      }
      queue.shift();
      first.cancelTimeout();
      this.#inFlight += 1;
      first.answer({ isAdmitted: true, leave: this.#leaveOnce() });
    }
  }

  #leaveOnce(): () => void {
    let isGone = false;
    return () => {
      if (isGone) return;
      isGone = true;
      this.#inFlight -= 1;
      this.#pump();
    };
  }

  #placesFor(isUrgent: boolean): number {
    if (isUrgent || this.#concurrency === 1) return this.#concurrency;
    return this.#concurrency - Math.max(1, Math.floor(this.#concurrency / 5));
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

const longestWaitMs = { urgent: 5_000, other: 2_000 } as const;
/** How long what has waited in vain stays away. */
const sentAwayMs = 2_000;
