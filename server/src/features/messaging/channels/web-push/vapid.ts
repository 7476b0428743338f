import { SignJWT } from 'jose';
import type { Clock } from '../../../../platform/clock/index.ts';
import { type VapidKeys, vapidAlgorithm } from './vapid-keys.ts';

/** Says to push services who sends (RFC 8292). */
export interface Vapid {
  /** The `Authorization` for a push service. It is kept for hours, since signing costs more than sending. */
  authorizationFor(endpoint: string): Promise<string>;
}

const hour = 3_600_000;
/** Push services take no more than 24 hours; half of that leaves room for clocks that are wrong. */
const validFor = 12 * hour;
const renewedAfter = 6 * hour;
/** Anybody can name a push service of their own, so what is kept has a bound. */
const mostKept = 200;

interface Kept {
  readonly value: Promise<string>;
  readonly madeAt: number;
}

/** @param subject whom a push service can turn to: a `mailto:` or `https:` address */
export function createVapid(keys: VapidKeys, clock: Clock, subject: string): Vapid {
  const kept = new Map<string, Kept>();

  async function sign(audience: string, now: number): Promise<string> {
    const { privateKey, publicKey } = await keys.current();
    const token = await new SignJWT({ sub: subject })
      .setProtectedHeader({ typ: 'JWT', alg: vapidAlgorithm })
      .setAudience(audience)
      .setExpirationTime(Math.floor((now + validFor) / 1_000))
      .sign(privateKey);
    return `vapid t=${token}, k=${publicKey}`;
  }

  return {
    authorizationFor(endpoint) {
      const { origin } = new URL(endpoint);
      const now = clock.now().getTime();
      const known = kept.get(origin);
      // A clock that was set back must not keep a token that begins to hold later.
      if (known !== undefined && Math.abs(now - known.madeAt) < renewedAfter) return known.value;
      const value = sign(origin, now).catch((error: unknown) => {
        kept.delete(origin);
        throw error;
      });
      kept.delete(origin);
      for (const oldest of kept.keys()) if (kept.size >= mostKept) kept.delete(oldest);
      kept.set(origin, { value, madeAt: now });
      return value;
    },
  };
}

/**
 * Whom push services can turn to. Apple refuses whatever names localhost, so an address that is of no use elsewhere is
 * only given where there is no other.
 *
 * @param from sender of mails: an address
 */
export function contactOf({
  subject,
  from,
  publicUrl,
}: {
  readonly subject: string | undefined;
  readonly from: string;
  readonly publicUrl: string;
}): string {
  if (subject !== undefined) return subject;
  return publicUrl.startsWith('https:') && !isLocal(new URL(publicUrl).hostname)
    ? publicUrl
    : `mailto:${from}`;
}

function isLocal(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local');
}
