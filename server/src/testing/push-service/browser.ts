import { randomBytes } from 'node:crypto';

/** A browser that has subscribed: the half of RFC 8291 that the server never sees. */
export interface TestBrowser {
  readonly keys: { readonly p256dh: string; readonly auth: string };
  /**
   * Decrypts a body with `aes128gcm`, as a browser does. It shares no code with what is tested.
   * @throws when it is not for this browser, has more than a record, or is broken
   */
  decrypt(body: Uint8Array): Promise<Uint8Array>;
}

export async function createTestBrowser(): Promise<TestBrowser> {
  const curve = { name: 'ECDH', namedCurve: 'P-256' };
  const own = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
  if (!('privateKey' in own)) throw new Error('no pair of keys was made');
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', own.publicKey));
  const auth = new Uint8Array(randomBytes(16));

  return {
    keys: {
      p256dh: Buffer.from(publicKey).toString('base64url'),
      auth: Buffer.from(auth).toString('base64url'),
    },
    async decrypt(given) {
      const body = Uint8Array.from(given);
      const view = new DataView(body.buffer);
      const [salt, recordSize, keyLength] = [body.slice(0, 16), view.getUint32(16), view.getUint8(20)];
      const record = body.slice(21 + keyLength);
      if (keyLength !== 65) throw new Error('the key id is not a public key');
      if (record.length > recordSize) throw new Error('there is more than one record');
      const sender = body.slice(21, 21 + keyLength);
      const senderKey = await crypto.subtle.importKey('raw', sender, curve, false, []);
      const agreed = await crypto.subtle.deriveBits({ name: 'ECDH', public: senderKey }, own.privateKey, 256);
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), publicKey, sender]);
      const material = await hkdf(agreed, auth, info, 32);
      const key = await hkdf(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
      const iv = await hkdf(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
      const aes = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
      const padded = new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, aes, record));
      const end = padded.findLastIndex((byte) => byte !== 0);
      if (padded[end] !== 2) throw new Error('the last record is not marked as such');
      return padded.slice(0, end);
    },
  };
}

async function hkdf(
  material: ArrayBuffer,
  salt: Uint8Array<ArrayBuffer>,
  given: Uint8Array,
  length: number,
): Promise<ArrayBuffer> {
  const key = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveBits']);
  const info = Uint8Array.from(given);
  return crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, length * 8);
}
