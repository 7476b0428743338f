/** A large receiver with several domains, and how many mails it gets at a time before anything is known of it. */
interface Receiver {
  readonly name: string;
  readonly isOne: RegExp;
  readonly places: number;
}

const receivers: readonly Receiver[] = [
  { name: 'gmail', isOne: /^(?:gmail|googlemail)\.com$/, places: 20 },
  {
    name: 'outlook',
    isOne: /^(?:(?:outlook|hotmail|live|windowslive)\.[a-z.]{2,6}|msn\.com|passport\.com)$/,
    places: 20,
  },
  {
    name: 'yahoo',
    isOne: /^(?:yahoo\.[a-z.]{2,6}|ymail\.com|rocketmail\.com|aol\.[a-z.]{2,6})$/,
    places: 10,
  },
];

/** Who receives the mails of an address: a large receiver by its name, any other by its domain. */
export function receiverOf(address: string): string {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return receivers.find(({ isOne }) => isOne.test(domain))?.name ?? domain;
}

interface Known {
  inFlight: number;
  /** Mails at a time. */
  places: number;
  pausedUntil: number;
  /** How often in a row it has put us off. */
  deferrals: number;
}

/** A receiver that gets fewer mails than it could. */
export interface ThrottledReceiver {
  readonly name: string;
  readonly places: number;
  /** Milliseconds since 1970; in the past: it gets some. */
  readonly pausedUntil: number;
}

export type ReceiverAdmission =
  | {
      readonly isAdmitted: true;
      /** @param answer `deferred`: it has put this mail off; `silent`: nothing was heard of it */
      leave(answer: 'taken' | 'deferred' | 'silent', now: number): void;
    }
  | { readonly isAdmitted: false; readonly waitMs: number };

/**
 * Gives a receiver that puts mails off (4.x.x) fewer at a time, and none for a while: half as many, after 30 s, 1 min and
 * so on up to 30 min. Each mail that it takes lets a little more through. All others go on. Urgent mails are let through
 * and counted.
 */
export class DomainThrottles {
  readonly #known = new Map<string, Known>();

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
      places < fresh(name).places || now < pausedUntil
        ? [{ name, places: Math.floor(places), pausedUntil }]
        : [],
    );
  }

  #learn(name: string, known: Known, answer: 'taken' | 'deferred' | 'silent', now: number): void {
    if (answer === 'deferred' && now >= known.pausedUntil) {
      known.places = Math.max(1, Math.min(known.places, known.inFlight) / 2);
      known.pausedUntil = now + Math.min(firstPauseMs * 2 ** known.deferrals, longestPauseMs);
      known.deferrals = Math.min(known.deferrals + 1, mostDeferrals);
    }
    if (answer === 'taken') {
      const { places } = fresh(name);
      known.places = Math.min(places, known.places + 1 / known.places);
      // Without a limit of its own it is as unknown as before when it has taken as many as any.
      if (places === Number.POSITIVE_INFINITY && known.places >= asMany) known.places = places;
      known.deferrals = Math.max(0, known.deferrals - 1);
    }
    known.inFlight -= 1;
    const isOrdinary =
      known.places >= fresh(name).places && now >= known.pausedUntil && known.deferrals === 0;
    if (known.inFlight === 0 && isOrdinary) this.#known.delete(name);
  }

  /** Bounded: whoever has been heard of longest ago is forgotten first, if nothing is on its way there. */
  #keep(name: string, known: Known): void {
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

function fresh(name: string): Known {
  const places = receivers.find((receiver) => receiver.name === name)?.places ?? Number.POSITIVE_INFINITY;
  return { inFlight: 0, places, pausedUntil: 0, deferrals: 0 };
}

const mostKnown = 10_000;
const asMany = 20;
const firstPauseMs = 30_000;
const longestPauseMs = 1_800_000;
const mostDeferrals = 10;
/** After how long another look is worth while when as many are on their way as may be. */
const fullMs = 2_000;
