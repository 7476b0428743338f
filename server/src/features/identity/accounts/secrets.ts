import { createHmac, hkdfSync, randomBytes } from 'node:crypto';

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
  const derive = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', secret, '', `rolecall/${purpose}`, 32));
  const tokenKey = derive('token-hash');
  return {
    keyEncryptionKey: derive('signing-key-encryption'),
    hashToken: (token) => createHmac('sha256', tokenKey).update(token).digest(),
  };
}

/** 256 random bits, safe in an address. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url');
}
