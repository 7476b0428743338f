import type { Clock } from '../../../../platform/clock/index.ts';
import type { LearningBucket } from './learning-bucket.ts';

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

/** What whoever wants to get through gets: a place, or how long to stay away. */
export type Admission =
  | { readonly isAdmitted: true; leave(): void }
  | { readonly isAdmitted: false; readonly waitMs: number };

interface Waiter {
  readonly isUrgent: boolean;
  readonly answer: (admission: Admission) => void;
  readonly giveUp: () => void;
}

/**
 * Lets mails through to one provider: so many at a time, and as fast as its bucket says. Urgent ones go first, and one
 * place in five (at least one, where there are several) is theirs alone. Who would have to wait long is sent away.
 */
export class Turnstile {
  readonly #places: number;
  readonly #bucket: LearningBucket;
  readonly #clock: Clock;
  readonly #delay: Delay;
  readonly #urgent: Waiter[] = [];
  readonly #others: Waiter[] = [];
  #inFlight = 0;
  #cancelPump: (() => void) | undefined;

  constructor(options: {
    /** Mails at the same time. */
    readonly places: number;
    readonly bucket: LearningBucket;
    readonly clock: Clock;
    readonly delay: Delay;
  }) {
    this.#places = options.places;
    this.#bucket = options.bucket;
    this.#clock = options.clock;
    this.#delay = options.delay;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  /** Answers within two seconds, or five for an urgent mail. */
  enter(isUrgent: boolean): Promise<Admission> {
    const longest = longestWaitMs[isUrgent ? 'urgent' : 'other'];
    const pause = this.#bucket.pausedUntil - this.#now();
    if (pause > longest) return Promise.resolve({ isAdmitted: false, waitMs: pause });
    const { promise, resolve } = Promise.withResolvers<Admission>();
    const queue = isUrgent ? this.#urgent : this.#others;
    const cancel = this.#delay.after(longest, () => {
      queue.splice(queue.indexOf(waiter), 1);
      resolve({ isAdmitted: false, waitMs: Math.max(this.#bucket.pausedUntil - this.#now(), sentAwayMs) });
    });
    const waiter: Waiter = { isUrgent, answer: resolve, giveUp: cancel };
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
      const wait = this.#bucket.take(this.#now(), first.isUrgent);
      if (wait > 0) {
        this.#cancelPump = this.#delay.after(wait, () => this.#pump());
        return;
      }
      queue.shift();
      first.giveUp();
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
    if (isUrgent || this.#places === 1) return this.#places;
    return this.#places - Math.max(1, Math.floor(this.#places / 5));
  }

  #now(): number {
    return this.#clock.now().getTime();
  }
}

const longestWaitMs = { urgent: 5_000, other: 2_000 } as const;
/** Who has waited in vain stays away for so long. */
const sentAwayMs = 2_000;
