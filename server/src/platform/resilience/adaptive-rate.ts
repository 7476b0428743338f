import { TokenBucket } from './token-bucket.ts';

/**
 * How much the other side is given in a second, learned from its answers: a little more for each success, half as much
 * when it says that this is too much (additive increase, multiplicative decrease), and nothing for as long as it asks.
 * Never more than the configured rate.
 *
 * In any `t` seconds it lets at most `ceiling × t + burst + reserve` through. What is not urgent leaves the reserve alone,
 * so that something urgent finds a token whatever else is waiting.
 */
export class AdaptiveRate {
  readonly #ceiling: number;
  #rate: number;
  /** Undefined while the rate is unlimited. */
  #bucket: TokenBucket | undefined;
  #pausedUntil = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #secondStartedAt: number;
  #inThisSecond = 0;
  #inLastSecond = 0;

  /**
   * @param ceiling per second; undefined: as much as the other side takes
   * @param now milliseconds since 1970, here and everywhere
   */
  constructor(ceiling: number | undefined, now: number) {
    this.#ceiling = ceiling ?? Number.POSITIVE_INFINITY;
    this.#rate = this.#ceiling;
    this.#secondStartedAt = now;
    if (ceiling !== undefined) this.#bucket = new TokenBucket(capacityOf(ceiling), ceiling, now);
  }

  /** Per second at present; null: unlimited. */
  get rate(): number | null {
    return Number.isFinite(this.#rate) ? this.#rate : null;
  }

  /** Until when the other side has asked to be left alone; in the past: it has not. */
  get pausedUntil(): number {
    return this.#pausedUntil;
  }

  /** Takes a token. @returns 0, or after how many milliseconds there may be one */
  take(now: number, isUrgent: boolean): number {
    if (now < this.#pausedUntil) return this.#pausedUntil - now;
    this.#count(now);
    const reserve = isUrgent ? 0 : reserveOf(this.#rate);
    if (this.#bucket?.take(now, reserve) === false) return this.#bucket.waitMs(now, reserve);
    this.#inThisSecond += 1;
    return 0;
  }

  succeeded(now: number): void {
    if (this.#bucket === undefined || this.#rate >= this.#ceiling) return;
    if (this.#ceiling === Number.POSITIVE_INFINITY && now - this.#slowedAt >= forgetAfterMs) {
      this.#rate = this.#ceiling;
      this.#bucket = undefined;
      return;
    }
    const perSecond = Number.isFinite(this.#ceiling) ? this.#ceiling / stepsToCeiling : 1;
    this.#rate = Math.min(this.#ceiling, this.#rate + perSecond / Math.max(this.#rate, 1));
    this.#bucket.change(capacityOf(this.#rate), this.#rate, now);
  }

  /**
   * The other side has said that it wants less. Answers to what was under way at the same time count once.
   * @param retryAfterMs for how long it wants nothing at all
   */
  slowDown(now: number, retryAfterMs = 0): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, now + retryAfterMs);
    if (now - this.#slowedAt < oneDecisionMs) return;
    this.#slowedAt = now;
    this.#count(now);
    // What was unlimited is half of what has gone through lately.
    const before = this.rate ?? Math.max(this.#inThisSecond, this.#inLastSecond);
    this.#rate = Math.max(Math.min(lowestRate, this.#ceiling), before / 2);
    const capacity = capacityOf(this.#rate);
    if (this.#bucket !== undefined) this.#bucket.change(capacity, this.#rate, now);
    // Where nothing was counted before, something urgent still finds its token.
    else this.#bucket = new TokenBucket(capacity, this.#rate, now, reserveOf(this.#rate));
  }

  /** How much has gone through lately, for when there was no limit before. */
  #count(now: number): void {
    if (now - this.#secondStartedAt < 1_000) return;
    this.#inLastSecond = now - this.#secondStartedAt < 2_000 ? this.#inThisSecond : 0;
    this.#inThisSecond = 0;
    this.#secondStartedAt = now;
  }
}

/** Per second; so much is always tried. */
const lowestRate = 0.1;
const oneDecisionMs = 1_000;
/** Without a configured rate, what was learned is forgotten when all has been well for so long. */
const forgetAfterMs = 600_000;
/** Seconds of nothing but success from nothing to the configured rate. */
const stepsToCeiling = 60;

/** Tokens that only what is urgent may take: those of half a second. */
export function reserveOf(rate: number): number {
  return Math.max(1, rate / 2);
}

/** Tokens for what comes at once: those of a tenth of a second. */
export function burstOf(rate: number): number {
  return Math.max(1, rate / 10);
}

function capacityOf(rate: number): number {
  return reserveOf(rate) + burstOf(rate);
}
