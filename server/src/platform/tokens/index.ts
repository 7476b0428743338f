export { createKeyedHash, isSameSecret, type KeyedHash } from './keyed-hash.ts';
export { createTokenSigner } from './token-signer.ts';
