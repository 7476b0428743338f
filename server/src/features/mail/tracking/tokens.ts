import { createHash } from 'node:crypto';
import { parse as parseUuid, stringify as stringifyUuid } from 'uuid';
import { type InstanceSecret, keysFor } from '../../../platform/secret/index.ts';
import { createTokenSigner } from '../../../platform/tokens/index.ts';

/** A mail whose opens or clicks are tracked. */
export interface TrackedMail {
  readonly deliveryId: string;
  readonly userId: string;
  /** When it was sent, to the second. */
  readonly sentAt: Date;
}

export interface TrackedLink extends TrackedMail {
  /** Where it leads: an http or https address. */
  readonly target: string;
}

/**
 * Makes and reads the tokens of tracked links and pixels. Signatures over the mail and the target keep others from making
 * links that lead elsewhere. Tokens need no table, so a link works for as long as its secret counts.
 */
export interface TrackingTokens {
  /** Null: the target is not a web address, or is too long. */
  signLink(link: TrackedLink): string | null;
  /** Null: this instance has not signed it. */
  verifyLink(token: string): TrackedLink | null;
  signOpen(mail: TrackedMail): string;
  verifyOpen(token: string): TrackedMail | null;
}

const version = 1;
const idBytes = 16;
const headBytes = 1 + 2 * idBytes + 4;
/** Parameters of a path have at most 512 characters. */
const longestToken = 512;

/**
 * @param secret of the instance; the keys are derived from it and good for nothing else
 * @param publicUrl origin without a trailing slash; targets below it are kept short by leaving it out
 */
export function createTrackingTokens(secret: InstanceSecret, publicUrl: string): TrackingTokens {
  const links = createTokenSigner(keysFor(secret, 'tracked-link'), longestToken);
  const opens = createTokenSigner(keysFor(secret, 'tracked-open'), longestToken);

  return {
    signLink({ target, ...mail }) {
      if (!isWebAddress(target)) return null;
      const kept = target.startsWith(`${publicUrl}/`) ? target.slice(publicUrl.length) : target;
      const token = links.sign(Buffer.concat([headOf(mail), Buffer.from(kept)]));
      return token.length > longestToken ? null : token;
    },

    verifyLink(token) {
      const content = links.verify(token);
      if (content === null || !hasHead(content)) return null;
      const kept = content.subarray(headBytes).toString();
      const target = kept.startsWith('/') ? `${publicUrl}${kept}` : kept;
      return isWebAddress(target) ? { ...mailOf(content), target } : null;
    },

    signOpen: (mail) => opens.sign(headOf(mail)),

    verifyOpen(token) {
      const content = opens.verify(token);
      return content === null || !hasHead(content) ? null : mailOf(content);
    },
  };
}

/** A short name of a target, which distinguishes the links of a mail. */
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

function hasHead(content: Buffer): boolean {
  return content.length >= headBytes && content[0] === version;
}

function mailOf(content: Buffer): TrackedMail {
  return {
    deliveryId: stringifyUuid(content.subarray(1, 1 + idBytes)),
    userId: stringifyUuid(content.subarray(1 + idBytes, 1 + 2 * idBytes)),
    sentAt: new Date(content.readUInt32BE(1 + 2 * idBytes) * 1_000),
  };
}
