import { createCipheriv, createECDH, createPublicKey, hkdfSync, randomBytes } from 'node:crypto';

/** Keys of a subscription (RFC 8291), in base64url. */
export interface SubscriptionKeys {
  /** Public key of the browser: an uncompressed point of P-256. */
  readonly p256dh: string;
  /** Secret of 16 bytes that the browser and we share. */
  readonly auth: string;
}

/** What is drawn for each message. Tests give it, so that they can compare with the example of the RFC. */
export interface Randomness {
  readonly salt: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** The most that every push service takes in a body (RFC 8030, 7.2). */
const largestBody = 4_096;
const recordSize = 4_096;
const authenticationTag = 16;
const publicKeyLength = 65;
/** Salt, record size, length of the key id, and the key id, which is the public key. */
const headerLength = 16 + 4 + 1 + publicKeyLength;

/** The most bytes that a message can have before it is encrypted; one more marks the end of the record. */
export const largestMessage = largestBody - headerLength - authenticationTag - 1;

/** Ends the last record, without padding behind it. */
const delimiter = Buffer.from([2]);

/**
 * Encrypts a message for a browser: `aes128gcm` (RFC 8188) with keys that are agreed on by RFC 8291, in one record.
 * It is written on Node's own primitives, as a key agreement, two derivations and a cipher are all that it takes.
 *
 * @throws {RangeError} when the message is longer than `largestMessage`
 */
export function encryptPush(message: Uint8Array, keys: SubscriptionKeys, given?: Randomness): Buffer {
  if (message.length > largestMessage) throw new RangeError(`a push has at most ${largestMessage} bytes`);
  const receiver = Buffer.from(keys.p256dh, 'base64url');
  const secret = Buffer.from(keys.auth, 'base64url');
  const sender = createECDH('prime256v1');
  if (given === undefined) sender.generateKeys();
  else sender.setPrivateKey(given.privateKey);
  const salt = given?.salt ?? randomBytes(16);
  const own = sender.getPublicKey();

  const agreed = sender.computeSecret(receiver);
  const context = Buffer.concat([Buffer.from('WebPush: info\0'), receiver, own]);
  const material = derive(agreed, secret, context, 32);
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);

  const sizes = Buffer.alloc(5);
  sizes.writeUInt32BE(recordSize, 0);
  sizes.writeUInt8(own.length, 4);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  return Buffer.concat([
    salt,
    sizes,
    own,
    cipher.update(message),
    cipher.update(delimiter),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

function derive(material: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', material, salt, info, length));
}

/** Whether these bytes are a point of P-256, so that something can be encrypted for it. */
export function isPublicKey(value: string): boolean {
  const bytes = Buffer.from(value, 'base64url');
  if (bytes.length !== publicKeyLength || bytes[0] !== 4) return false;
  try {
    createPublicKey({
      format: 'jwk',
      key: {
        kty: 'EC',
        crv: 'P-256',
        x: bytes.subarray(1, 33).toString('base64url'),
        y: bytes.subarray(33).toString('base64url'),
      },
    });
    return true;
  } catch {
    return false;
  }
}
