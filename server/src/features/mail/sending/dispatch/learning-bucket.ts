/**
 * How many mails a provider is given in a second, learned from its answers: a little more for each that it takes, half as
 * many when it says that they are too many (additive increase, multiplicative decrease), and none for as long as it asks.
 * Never more than the configured rate.
 *
 * In any `t` seconds it lets at most `ceiling × t + burst + reserve` mails through. What is not urgent leaves the reserve
 * alone, so that something urgent finds a token whatever else is waiting.
 */
export class LearningBucket {
  readonly #ceiling: number;
  #rate: number;
  #tokens: number;
  #filledAt: number;
  #pausedUntil = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #secondStartedAt: number;
  #inThisSecond = 0;
  #inLastSecond = 0;

  /**
   * @param ceiling mails per second; undefined: as many as the provider takes
   * @param now milliseconds since 1970, here and everywhere
   */
  constructor(ceiling: number | undefined, now: number) {
    this.#ceiling = ceiling ?? Number.POSITIVE_INFINITY;
    this.#rate = this.#ceiling;
    this.#filledAt = now;
    this.#secondStartedAt = now;
    this.#tokens = capacityOf(this.#rate);
  }

  /** Mails per second at present; null: unlimited. */
  get rate(): number | null {
    return Number.isFinite(this.#rate) ? this.#rate : null;
  }

  /** Until when the provider has asked to be left alone; in the past: it has not. */
  get pausedUntil(): number {
    return this.#pausedUntil;
  }

  /** Takes a token. @returns 0, or after how many milliseconds there may be one */
  take(now: number, isUrgent: boolean): number {
    if (now < this.#pausedUntil) return this.#pausedUntil - now;
    this.#count(now);
    if (this.rate === null) {
      this.#inThisSecond += 1;
      return 0;
    }
    this.#fill(now);
    const needed = isUrgent ? 1 : 1 + reserveOf(this.#rate);
    if (this.#tokens < needed) return Math.max(1, Math.ceil(((needed - this.#tokens) / this.#rate) * 1_000));
    this.#tokens -= 1;
    this.#inThisSecond += 1;
    return 0;
  }

  /** The provider has taken a mail. */
  succeeded(now: number): void {
    if (this.rate === null || this.#rate >= this.#ceiling) return;
    this.#fill(now);
    if (this.#ceiling === Number.POSITIVE_INFINITY && now - this.#slowedAt >= forgetAfterMs) {
      this.#rate = this.#ceiling;
      return;
    }
    const perSecond = Number.isFinite(this.#ceiling) ? this.#ceiling / stepsToCeiling : 1;
    this.#rate = Math.min(this.#ceiling, this.#rate + perSecond / Math.max(this.#rate, 1));
  }

  /**
   * The provider has said that it wants fewer. Answers to what was under way at the same time count once.
   * @param retryAfterMs for how long it wants none at all
   */
  slowDown(now: number, retryAfterMs = 0): void {
    this.#pausedUntil = Math.max(this.#pausedUntil, now + retryAfterMs);
    if (now - this.#slowedAt < oneDecisionMs) return;
    this.#slowedAt = now;
    this.#count(now);
    this.#fill(now);
    const wasUnlimited = this.rate === null;
    // What was unlimited is half of what has gone through lately.
    const before = this.rate ?? Math.max(this.#inThisSecond, this.#inLastSecond);
    this.#rate = Math.max(Math.min(lowestRate, this.#ceiling), before / 2);
    // Where nothing was counted before, an urgent mail still finds its token.
    this.#tokens = wasUnlimited ? reserveOf(this.#rate) : Math.min(this.#tokens, capacityOf(this.#rate));
  }

  #fill(now: number): void {
    const passed = Math.max(0, now - this.#filledAt) / 1_000;
    this.#filledAt = Math.max(this.#filledAt, now);
    if (this.rate === null) return;
    this.#tokens = Math.min(capacityOf(this.#rate), this.#tokens + passed * this.#rate);
  }

  /** How many have gone through lately, for when there was no limit before. */
  #count(now: number): void {
    if (now - this.#secondStartedAt < 1_000) return;
    this.#inLastSecond = now - this.#secondStartedAt < 2_000 ? this.#inThisSecond : 0;
    this.#inThisSecond = 0;
    this.#secondStartedAt = now;
  }
}

/** Mails per second that are always tried. */
const lowestRate = 0.1;
const oneDecisionMs = 1_000;
/** Without a configured rate, what was learned is forgotten when all has been well for so long. */
const forgetAfterMs = 600_000;
/** Seconds of nothing but success from nothing to the configured rate. */
const stepsToCeiling = 60;

/** Tokens that only urgent mails may take: those of half a second. */
export function reserveOf(rate: number): number {
  return Math.max(1, rate / 2);
}

/** Tokens for what comes at once: those of a tenth of a second. */
export function burstOf(rate: number): number {
  return Math.max(1, rate / 10);
}

function capacityOf(rate: number): number {
  return Number.isFinite(rate) ? reserveOf(rate) + burstOf(rate) : 0;
}
