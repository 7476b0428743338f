import { TokenBucket } from '../../platform/resilience/index.ts';

/** Addresses that are remembered; the one that came first is forgotten for a new one. */
const maximumAddresses = 10_000;

/** Bounds how often an address may open sockets and streams. */
export class AddressLimiter {
  readonly #burst: number;
  readonly #perSecond: number;
  readonly #buckets = new Map<string, TokenBucket>();

  constructor(burst: number, perSecond: number) {
    this.#burst = burst;
    this.#perSecond = perSecond;
  }

  /** @param now milliseconds since 1970 */
  allows(address: string, now: number): boolean {
    const known = this.#buckets.get(address);
    if (known !== undefined) return known.take(now);
    if (this.#buckets.size >= maximumAddresses) this.#forget(now);
    const bucket = new TokenBucket(this.#burst, this.#perSecond, now);
    this.#buckets.set(address, bucket);
    return bucket.take(now);
  }

  #forget(now: number): void {
    for (const [address, bucket] of this.#buckets) {
      if (bucket.isFull(now)) this.#buckets.delete(address);
    }
    const [oldest] = this.#buckets.keys();
    if (this.#buckets.size >= maximumAddresses && oldest !== undefined) this.#buckets.delete(oldest);
  }
}
