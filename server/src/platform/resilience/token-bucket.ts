/** Allows so many events per second on average, and a burst of them at once. Both may change. */
export class TokenBucket {
  #perMillisecond: number;
  #capacity: number;
  #tokens: number;
  #filledAt: number;

  /**
   * @param capacity tokens that it holds at most: the burst
   * @param now milliseconds since 1970, here and everywhere
   */
  constructor(capacity: number, perSecond: number, now: number, tokens = capacity) {
    this.#capacity = capacity;
    this.#perMillisecond = perSecond / 1_000;
    this.#tokens = tokens;
    this.#filledAt = now;
  }

  /**
   * Takes a token.
   * @param reserve tokens that must be left
   * @returns false when there is none
   */
  take(now: number, reserve = 0): boolean {
    this.#fill(now);
    if (this.#tokens < 1 + reserve) return false;
    this.#tokens -= 1;
    return true;
  }

  /** After how many milliseconds a token can be taken, at least 1. */
  waitMs(now: number, reserve = 0): number {
    this.#fill(now);
    return Math.max(1, Math.ceil((1 + reserve - this.#tokens) / this.#perMillisecond));
  }

  /** Whether nothing would change if this bucket were forgotten. */
  isFull(now: number): boolean {
    this.#fill(now);
    return this.#tokens === this.#capacity;
  }

  /** From now on it fills at another rate; what it holds beyond its new capacity is lost. */
  change(capacity: number, perSecond: number, now: number): void {
    this.#fill(now);
    this.#capacity = capacity;
    this.#perMillisecond = perSecond / 1_000;
    this.#tokens = Math.min(this.#tokens, capacity);
  }

  #fill(now: number): void {
    const passed = Math.max(0, now - this.#filledAt);
    this.#tokens = Math.min(this.#capacity, this.#tokens + passed * this.#perMillisecond);
    this.#filledAt = now;
  }
}
