import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, type JWK } from 'jose';
import type { KeyRing } from './keys.ts';

/** Keeps small secrets unreadable in a copy of the database (AES-256-GCM). */
export interface Sealing {
  /** @param owner what the secret belongs to; sealed for one owner it does not open for another */
  seal(secret: Uint8Array, owner: string): Uint8Array;
  /** Undefined when it was sealed for somebody else, with another key, or was changed. */
  open(sealed: Uint8Array, owner: string): Uint8Array | undefined;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** @param keys of 256 bits, good for nothing else; the first seals, each of them opens */
export function createSealing(keys: KeyRing): Sealing {
  return {
    seal(content, owner) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, keys[0], nonce).setAAD(Buffer.from(owner));
      const encrypted = Buffer.concat([cipher.update(content), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), encrypted]);
    },

    open(sealed, owner) {
      for (const key of keys) {
        const content = openWith(key, sealed, owner);
        if (content !== undefined) return content;
      }
      return undefined;
    },
  };
}

function openWith(key: Uint8Array, sealed: Uint8Array, owner: string): Uint8Array | undefined {
  if (sealed.length < nonceBytes + tagBytes) return undefined;
  const nonce = sealed.subarray(0, nonceBytes);
  const tag = sealed.subarray(nonceBytes, nonceBytes + tagBytes);
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: tagBytes })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** The same for private keys in their usual form (JWE, RFC 7516). */
export interface JwkSealing {
  seal(key: JWK): Promise<string>;
  /** Undefined when it was sealed with another key, or was changed. */
  open(sealed: string): Promise<JWK | undefined>;
}

/** @param keys of 256 bits, good for nothing else; the first seals, each of them opens */
export function createJwkSealing(keys: KeyRing): JwkSealing {
  return {
    seal: (key) =>
      new CompactEncrypt(new TextEncoder().encode(JSON.stringify(key)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(keys[0]),

    async open(sealed) {
      for (const key of keys) {
        try {
          const { plaintext } = await compactDecrypt(sealed, key, {
            keyManagementAlgorithms: ['dir'],
            contentEncryptionAlgorithms: ['A256GCM'],
          });
          return JSON.parse(new TextDecoder().decode(plaintext));
        } catch {
          // Another one may have sealed it.
        }
      }
      return undefined;
    },
  };
}
