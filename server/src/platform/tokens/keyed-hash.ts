import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

/** Hashes that nobody makes without the key (HMAC-SHA-256), cut to so many bytes. */
export interface KeyedHash {
  of(content: string | Uint8Array): Buffer;
  /** Whether it was made with one of the keys. Compares in a time that tells nothing of the right hash. */
  isOf(hash: Uint8Array, content: string | Uint8Array): boolean;
}

/** @param keys good for nothing else; the first makes hashes, and those of all of them are known again */
export function createKeyedHash(
  keys: readonly [current: Uint8Array, ...previous: Uint8Array[]],
  bytes = 32,
): KeyedHash {
  // A key object: Node.js would convert bytes to one for each hash, which takes longer than hashing.
  const current = createSecretKey(keys[0]);
  const all = [current, ...keys.slice(1).map((key) => createSecretKey(key))];
  const hashWith = (key: KeyObject, content: string | Uint8Array) =>
    createHmac('sha256', key).update(content).digest().subarray(0, bytes);
  return {
    of: (content) => hashWith(current, content),
    isOf: (hash, content) =>
      hash.length === bytes && all.some((key) => timingSafeEqual(hash, hashWith(key, content))),
  };
}

/** Compares secrets in a time that tells nothing of them. */
export function isSameSecret(given: string, wanted: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(wanted));
}
