import { initialPlacesOf, receiverOf } from './receivers.ts';

/** What is known of a receiver. */
interface ReceiverState {
  inFlight: number;
  /** Mails at a time. */
  places: number;
  pausedUntil: number;
  /** How often in a row it has deferred mails. */
  deferrals: number;
}

/** A receiver that gets fewer mails than usual. */
export interface ThrottledReceiver {
  readonly name: string;
  readonly places: number;
  /** Milliseconds since 1970; in the past: it is not paused. */
  readonly pausedUntil: number;
}

export type ReceiverAdmission =
  | {
      readonly isAdmitted: true;
      /** @param answer `deferred`: it has deferred this mail; `none`: nothing is known of its answer */
      leave(answer: 'taken' | 'deferred' | 'none', now: number): void;
    }
  | { readonly isAdmitted: false; readonly waitMs: number };

/**
 * Gives a receiver that defers mails (4.x.x) half as many at a time, after a pause of 30 s, 1 min and so on up to 30 min.
 * Each mail that it takes lets a little more through. Other receivers are not affected. Urgent mails always go through, and
 * count.
 */
export class ReceiverThrottles {
  readonly #known = new Map<string, ReceiverState>();

  enter(address: string, isUrgent: boolean, now: number): ReceiverAdmission {
    const name = receiverOf(address);
    const known = this.#known.get(name) ?? fresh(name);
    if (!isUrgent) {
      if (now < known.pausedUntil) return { isAdmitted: false, waitMs: known.pausedUntil - now };
      if (known.inFlight >= Math.max(1, Math.floor(known.places)))
        return { isAdmitted: false, waitMs: fullMs };
    }
    this.#keep(name, known);
    known.inFlight += 1;
    let isGone = false;
    return {
      isAdmitted: true,
      leave: (answer, at) => {
        if (isGone) return;
        isGone = true;
        this.#learn(name, known, answer, at);
      },
    };
  }

  throttled(now: number): ThrottledReceiver[] {
    return [...this.#known].flatMap(([name, { places, pausedUntil }]) =>
      places < initialPlacesOf(name) || now < pausedUntil
        ? [{ name, places: Math.floor(places), pausedUntil }]
        : [],
    );
  }

  #learn(name: string, known: ReceiverState, answer: 'taken' | 'deferred' | 'none', now: number): void {
    if (answer === 'deferred' && now >= known.pausedUntil) {
      known.places = Math.max(1, Math.min(known.places, known.inFlight) / 2);
      known.pausedUntil = now + Math.min(firstPauseMs * 2 ** known.deferrals, longestPauseMs);
      known.deferrals = Math.min(known.deferrals + 1, mostDeferrals);
    }
    if (answer === 'taken') {
      const places = initialPlacesOf(name);
      known.places = Math.min(places, known.places + 1 / known.places);
      // A receiver without an initial limit loses its limit again when it takes as many as a large one.
      if (places === Number.POSITIVE_INFINITY && known.places >= recoveredPlaces) known.places = places;
      known.deferrals = Math.max(0, known.deferrals - 1);
    }
    known.inFlight -= 1;
    const isOrdinary =
      known.places >= initialPlacesOf(name) && now >= known.pausedUntil && known.deferrals === 0;
    if (known.inFlight === 0 && isOrdinary) this.#known.delete(name);
  }

  /** Bounded: the receiver that was used longest ago is forgotten first, unless a mail is on its way to it. */
  #keep(name: string, known: ReceiverState): void {
    this.#known.delete(name);
    this.#known.set(name, known);
    if (this.#known.size <= mostKnown) return;
    for (const [oldest, { inFlight }] of this.#known) {
      if (inFlight > 0) continue;
      this.#known.delete(oldest);
      return;
    }
  }
}

function fresh(name: string): ReceiverState {
  return { inFlight: 0, places: initialPlacesOf(name), pausedUntil: 0, deferrals: 0 };
}

const mostKnown = 10_000;
const recoveredPlaces = 20;
const firstPauseMs = 30_000;
const longestPauseMs = 1_800_000;
const mostDeferrals = 10;
/** How long a mail waits when as many as allowed are on their way. */
const fullMs = 2_000;
