import { type InstanceSecret, keysFor } from '../../../platform/secret/index.ts';
import { createKeyedHash } from '../../../platform/tokens/index.ts';

/**
 * Makes and reads the addresses that bounces are sent to: `b+<delivery id>.<signature>@<bounce domain>` (variable
 * envelope return paths, VERP). Only this instance can make them, so a mail to such an address belongs to that delivery.
 */
export interface ReturnPaths {
  /** The envelope sender of the mail that carries this delivery; the local part has 59 characters (RFC 5321 allows 64). */
  create(deliveryId: string): string;
  /**
   * The delivery whose mail has bounced. Servers may have changed the case of the address.
   * @param address without angle brackets
   * @returns null: this instance has not made it
   */
  verify(address: string): string | null;
}

/** 96 bits, which nobody can guess. */
const signatureBytes = 12;

/**
 * Servers on the way may have put a tag before it (BATV): `prvs=TAG=`, `msprvs1=TAG=` and `btv1==TAG==`, each of which they
 * should have taken off again.
 */
const tag = /^(?:(?:ms)?prvs\d?=[^=@]{1,64}=|btv1==[^=@]{1,64}==)/;

const shape = /^b\+([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})\.([\da-f]{24})@(.+)$/;

/**
 * @param secret of the instance; the key of the signatures is derived from it and good for nothing else
 * @param domain of which we receive the mail
 */
export function createReturnPaths({
  secret,
  domain,
}: {
  readonly secret: InstanceSecret;
  readonly domain: string;
}): ReturnPaths {
  const signature = createKeyedHash(keysFor(secret, 'return-path'), signatureBytes);
  const ownDomain = domain.toLowerCase();

  return {
    create(deliveryId) {
      const id = deliveryId.toLowerCase();
      return `b+${id.replaceAll('-', '')}.${signature.of(id).toString('hex')}@${ownDomain}`;
    },
    verify(address) {
      const bare = address
        .toLowerCase()
        .replace(/^"([^"\\]*)"@/, '$1@')
        .replace(tag, '');
      const parts = shape.exec(bare);
      if (parts === null) return null;
      const deliveryId = parts.slice(1, 6).join('-');
      const [given = '', givenDomain] = parts.slice(6);
      const isOurs = signature.isOf(Buffer.from(given, 'hex'), deliveryId);
      return isOurs && givenDomain === ownDomain ? deliveryId : null;
    },
  };
}

const mostFound = 20;

/** What looks like a return path in a text; anybody may have written it. */
export function findReturnPaths(text: string): readonly string[] {
  const found: string[] = [];
  for (const [address] of text.matchAll(
    /\bb\+[\da-f]{32}\.[\da-f]{24}@[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?/gi,
  )) {
    found.push(address);
    if (found.length === mostFound) break;
  }
  return found;
}
