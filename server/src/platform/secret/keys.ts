import { hkdfSync } from 'node:crypto';

/** The secret of an instance, and those of before that still count, the latest first. */
export interface SecretTexts {
  readonly current: string;
  readonly previous: readonly string[];
}

/** What lies in the database as hashes by which it is found again, and so cannot change with the secret. */
export const keptPurposes = ['token-hash', 'known-device', 'suppressed-address', 'audit-pseudonym'] as const;

export type KeptPurpose = (typeof keptPurposes)[number];

/**
 * What keys are derived from: a secret alone, which has never been another, or one with those of before and the keys that
 * have outlasted them.
 */
export type InstanceSecret = string | (SecretTexts & { readonly kept: ReadonlyMap<KeptPurpose, Uint8Array> });

/** Keys for one purpose: the first for what is made now, all of them for what was made before. */
export type KeyRing = readonly [current: Uint8Array, ...previous: Uint8Array[]];

/**
 * Keys of 256 bits (HKDF, RFC 5869) that are derived from the secret of the instance and good for one purpose only.
 * @param purpose never changes, since what it has signed would hold no more
 */
export function keysFor(
  secret: InstanceSecret,
  purpose: string,
  derive: (text: string, purpose: string) => Uint8Array = deriveKey,
): KeyRing {
  if (typeof secret === 'string') return [derive(secret, purpose)];
  return [derive(secret.current, purpose), ...secret.previous.map((text) => derive(text, purpose))];
}

/** The key for what is found again by its hash. It stays the same when the secret is rotated. */
export function keptKey(secret: InstanceSecret, purpose: KeptPurpose): Uint8Array {
  const kept = typeof secret === 'string' ? undefined : secret.kept.get(purpose);
  return kept ?? keysFor(secret, purpose)[0];
}

export function deriveKey(text: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', text, '', `rolecall/${purpose}`, 32));
}
