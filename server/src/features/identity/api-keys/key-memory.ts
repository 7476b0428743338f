import type { ApiKeyOwner } from './api-keys.store.ts';

/** How long an owner is remembered, in milliseconds. */
const lifetime = 1_000;
/** From this age on the owner is looked up again, in milliseconds, so that nobody who calls all the time waits for it. */
const agesAfter = 500;
const maximumOwners = 1_000;

interface Remembered {
  readonly owner: ApiKeyOwner;
  readonly since: number;
  readonly until: number;
  /** Whether somebody looks it up again. */
  isRenewed: boolean;
}

/**
 * Remembers for a second whom keys belong to, since a program that sends much asks for the same key again and again. A
 * key that this process revokes is forgotten at once; one that another process revokes may be let in until the second
 * is over.
 */
export class KeyMemory {
  readonly #owners = new Map<string, Remembered>();
  #forgotten = 0;

  /** Tells later whether something was forgotten meanwhile, so that what was read before must not be remembered. */
  get state(): number {
    return this.#forgotten;
  }

  /**
   * @param now milliseconds since 1970
   * @param renew is called for the first one who asks for an owner that is not fresh any more
   */
  recall(hash: string, now: number, renew: () => void): ApiKeyOwner | undefined {
    const known = this.#owners.get(hash);
    // A clock that was set back must not keep a key for longer.
    if (known === undefined || now >= known.until || now < known.since) return undefined;
    if (now >= known.since + agesAfter && !known.isRenewed) {
      known.isRenewed = true;
      renew();
    }
    return known.owner;
  }

  /**
   * @param state what `state` was before the owner was read
   * @param now milliseconds since 1970, when it was read
   */
  remember(hash: string, owner: ApiKeyOwner, state: number, now: number): void {
    if (state !== this.#forgotten) return;
    const [oldest] = this.#owners.keys();
    if (this.#owners.size >= maximumOwners && oldest !== undefined) this.#owners.delete(oldest);
    const until = Math.min(now + lifetime, owner.expires_at?.getTime() ?? Number.POSITIVE_INFINITY);
    this.#owners.delete(hash);
    this.#owners.set(hash, { owner, since: now, until, isRenewed: false });
  }

  /** The key is not in force any more. */
  forget(hash: string): void {
    this.#owners.delete(hash);
  }

  /** Keys are revoked too seldom to look for the one. */
  forgetAll(): void {
    this.#forgotten += 1;
    this.#owners.clear();
  }
}
