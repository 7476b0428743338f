import { createHash, createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { parse as parseUuid, stringify as stringifyUuid } from 'uuid';
import { deriveKey } from '../../../platform/secret/index.ts';

/** A mail whose opens or clicks are told of. */
export interface TrackedMail {
  readonly deliveryId: string;
  readonly userId: string;
  /** When it was handed over, to the second. */
  readonly sentAt: Date;
}

export interface TrackedLink extends TrackedMail {
  /** Where it leads: an http or https address. */
  readonly target: string;
}

/**
 * Makes and reads the tokens of tracked links and pixels. They are signed over the mail and the target, so nobody else can
 * make one that leads anywhere, and need no table, so that a link works for as long as the secret does.
 */
export interface TrackingTokens {
  /** Null: the target is none that is tracked, or is too long for an address. */
  signLink(link: TrackedLink): string | null;
  /** Null: not signed by this instance. */
  verifyLink(token: string): TrackedLink | null;
  signOpen(mail: TrackedMail): string;
  verifyOpen(token: string): TrackedMail | null;
}

const version = 1;
const signatureBytes = 16;
const idBytes = 16;
const headBytes = 1 + 2 * idBytes + 4;
/** Parameters of a path have at most 512 characters. */
const longestToken = 512;

/**
 * @param secret of the instance; the keys are derived from it and good for nothing else
 * @param publicUrl origin without a trailing slash; targets below it are kept short by leaving it out
 */
export function createTrackingTokens(secret: string, publicUrl: string): TrackingTokens {
  const linkKey = createSecretKey(deriveKey(secret, 'tracked-link'));
  const openKey = createSecretKey(deriveKey(secret, 'tracked-open'));

  return {
    signLink({ target, ...mail }) {
      if (!isWebAddress(target)) return null;
      const kept = target.startsWith(`${publicUrl}/`) ? target.slice(publicUrl.length) : target;
      const token = sign(linkKey, Buffer.concat([headOf(mail), Buffer.from(kept)]));
      return token.length > longestToken ? null : token;
    },

    verifyLink(token) {
      const content = verify(linkKey, token);
      if (content === null) return null;
      const kept = content.subarray(headBytes).toString();
      const target = kept.startsWith('/') ? `${publicUrl}${kept}` : kept;
      return isWebAddress(target) ? { ...mailOf(content), target } : null;
    },

    signOpen: (mail) => sign(openKey, headOf(mail)),

    verifyOpen(token) {
      const content = verify(openKey, token);
      return content === null ? null : mailOf(content);
    },
  };
}

/** A short name of a target, to tell the links of a mail apart. */
export function nameOfTarget(target: string): string {
  return createHash('sha256').update(target).digest('base64url').slice(0, 12);
}

function isWebAddress(target: string): boolean {
  const url = URL.parse(target);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}

function headOf({ deliveryId, userId, sentAt }: TrackedMail): Buffer {
  const seconds = Buffer.alloc(4);
  seconds.writeUInt32BE(Math.floor(sentAt.getTime() / 1_000));
  return Buffer.concat([Buffer.from([version]), parseUuid(deliveryId), parseUuid(userId), seconds]);
}

function mailOf(content: Buffer): TrackedMail {
  return {
    deliveryId: stringifyUuid(content.subarray(1, 1 + idBytes)),
    userId: stringifyUuid(content.subarray(1 + idBytes, 1 + 2 * idBytes)),
    sentAt: new Date(content.readUInt32BE(1 + 2 * idBytes) * 1_000),
  };
}

function signatureOf(key: KeyObject, content: Uint8Array): Buffer {
  return createHmac('sha256', key).update(content).digest().subarray(0, signatureBytes);
}

function sign(key: KeyObject, content: Buffer): string {
  return Buffer.concat([signatureOf(key, content), content]).toString('base64url');
}

function verify(key: KeyObject, token: string): Buffer | null {
  if (token.length > longestToken || !/^[\w-]+$/.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  const content = bytes.subarray(signatureBytes);
  if (content.length < headBytes || content[0] !== version) return null;
  return timingSafeEqual(bytes.subarray(0, signatureBytes), signatureOf(key, content)) ? content : null;
}
