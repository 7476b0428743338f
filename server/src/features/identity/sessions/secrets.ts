import { randomBytes } from 'node:crypto';
import {
  createJwkSealing,
  type InstanceSecret,
  type JwkSealing,
  keptKey,
  keysFor,
} from '../../../platform/secret/index.ts';
import { createKeyedHash, type KeyedHash } from '../../../platform/tokens/index.ts';

/** What is derived from the secret of the instance, each for one purpose. */
export interface DerivedSecrets {
  /** Keeps the private signing keys unreadable in a copy of the database. */
  readonly keySealing: JwkSealing;
  /**
   * Keyed hash of a token with 256 random bits, as it is stored. A copy of the database signs nobody in, and a secret that
   * is replaced rather than rotated ends every session and link.
   */
  hashToken(token: string): Uint8Array;
  /** Proves refresh tokens. */
  readonly refreshCode: KeyedHash;
  /** Tells devices apart without storing what tells them apart. */
  readonly deviceHash: KeyedHash;
}

/** Of the keys that seal signing keys. */
export const signingKeyPurpose = 'signing-key-encryption';

export function deriveSecrets(secret: InstanceSecret): DerivedSecrets {
  const tokenHash = createKeyedHash([keptKey(secret, 'token-hash')]);
  return {
    keySealing: createJwkSealing(keysFor(secret, signingKeyPurpose)),
    hashToken: (token) => tokenHash.of(token),
    refreshCode: createKeyedHash(keysFor(secret, 'refresh-token')),
    deviceHash: createKeyedHash([keptKey(secret, 'known-device')]),
  };
}

/** 256 random bits, safe in an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
