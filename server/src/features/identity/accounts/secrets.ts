import { createHmac, randomBytes } from 'node:crypto';
import { deriveKey } from '../../../platform/secret/index.ts';

/** What is derived from the secret of the instance, each for one purpose. */
export interface DerivedSecrets {
  /** 256 bits for AES-GCM, which keep the private signing keys unreadable in a copy of the database. */
  readonly keyEncryptionKey: Uint8Array;
  /**
   * Keyed hash of a token with 256 random bits, as it is stored. A copy of the database signs nobody in, and a new
   * secret of the instance ends every session and link.
   */
  hashToken(token: string): Uint8Array;
}

export function deriveSecrets(secret: string): DerivedSecrets {
  const tokenKey = deriveKey(secret, 'token-hash');
  return {
    keyEncryptionKey: deriveKey(secret, 'signing-key-encryption'),
    hashToken: (token) => createHmac('sha256', tokenKey).update(token).digest(),
  };
}

/** 256 random bits, safe in an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
