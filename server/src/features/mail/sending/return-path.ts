import { createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../../../platform/secret/index.ts';

/**
 * Makes and reads the addresses that bounces are sent to: `b+<delivery id>.<signature>@<bounce domain>` (variable
 * envelope return paths, VERP). Who knows no secret can make none, so what arrives at one belongs to that delivery.
 */
export interface ReturnPaths {
  /** The envelope sender of the mail that carries this delivery; the local part has 59 characters (RFC 5321 allows 64). */
  create(deliveryId: string): string;
  /**
   * The delivery whose mail has bounced. Servers may have changed the case of the address.
   * @param address without angle brackets
   * @returns null: not made by this instance
   */
  verify(address: string): string | null;
}

/** 96 bits: nobody finds one by trying. */
const signatureLength = 24;

const shape = /^b\+([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})\.([\da-f]{24})@(.+)$/;

/**
 * @param secret of the instance; the key of the signatures is derived from it and good for nothing else
 * @param domain whose mail comes to us
 */
export function createReturnPaths({
  secret,
  domain,
}: {
  readonly secret: string;
  readonly domain: string;
}): ReturnPaths {
  // As a key object, because bytes would be made one for each mail, which takes longer than signing.
  const key = createSecretKey(deriveKey(secret, 'return-path'));
  const ownDomain = domain.toLowerCase();
  const signatureOf = (deliveryId: string) =>
    createHmac('sha256', key).update(deliveryId).digest('hex').slice(0, signatureLength);

  return {
    create(deliveryId) {
      const id = deliveryId.toLowerCase();
      return `b+${id.replaceAll('-', '')}.${signatureOf(id)}@${ownDomain}`;
    },
    verify(address) {
      const parts = shape.exec(address.toLowerCase());
      if (parts === null) return null;
      const deliveryId = parts.slice(1, 6).join('-');
      const [signature = '', givenDomain] = parts.slice(6);
      const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(deliveryId)));
      return isOurs && givenDomain === ownDomain ? deliveryId : null;
    },
  };
}
