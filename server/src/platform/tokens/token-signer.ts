import { createKeyedHash } from './keyed-hash.ts';

/**
 * Makes and reads tokens that carry their content: a signature and what it covers, safe in an address. They need no table,
 * so that they hold for as long as their key.
 */
export interface TokenSigner {
  sign(content: Uint8Array): string;
  /** What was signed; null: not by us. */
  verify(token: string): Buffer | null;
}

/** 128 bits. */
const signatureBytes = 16;

/**
 * @param keys the first signs, and what any of them has signed is ours
 * @param longest characters of a token that are read at all
 */
export function createTokenSigner(
  keys: readonly [current: Uint8Array, ...previous: Uint8Array[]],
  longest: number,
): TokenSigner {
  const hash = createKeyedHash(keys, signatureBytes);
  return {
    sign: (content) => Buffer.concat([hash.of(content), content]).toString('base64url'),

    verify(token) {
      if (token.length > longest || !/^[\w-]+$/.test(token)) return null;
      const bytes = Buffer.from(token, 'base64url');
      const content = bytes.subarray(signatureBytes);
      return hash.isOf(bytes.subarray(0, signatureBytes), content) ? content : null;
    },
  };
}
