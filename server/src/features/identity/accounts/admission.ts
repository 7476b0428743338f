import type { Session } from '@rolecall/contract';
import type { RequestContext } from '../../../platform/http/index.ts';
import { cookiePath, deviceCookie, sessionCookie } from '../sessions/index.ts';
import type { SignedIn } from './accounts.ts';

/** How much longer than its session, or a proof without one, a device is known, in milliseconds. */
const deviceIsKnownFor = 365 * 86_400_000;

/**
 * The session as it is answered. Only pages of allowed origins get the cookie: another site must not be able to sign
 * somebody in under an account of its own, and programs keep the token themselves.
 */
export function admit(context: RequestContext, signedIn: SignedIn): Session {
  const { accessToken, refreshToken, refreshTokenExpiresAt, deviceToken, account } = signedIn;
  if (context.fromAllowedOrigin) {
    context.setCookie(sessionCookie, refreshToken, { ...cookiePath, expires: refreshTokenExpiresAt });
    keepDevice(context, deviceToken, refreshTokenExpiresAt);
  }
  return {
    access_token: accessToken.token,
    access_token_expires_at: accessToken.expiresAt.toISOString(),
    access_token_expires_in: accessToken.lifetimeSeconds,
    refresh_token: refreshToken,
    account,
  };
}

/** Has a browser keep what it is known again by. @param until when its session ends */
export function keepDevice(context: RequestContext, deviceToken: string | undefined, until: Date): void {
  if (!context.fromAllowedOrigin || deviceToken === undefined) return;
  const expires = new Date(until.getTime() + deviceIsKnownFor);
  context.setCookie(deviceCookie, deviceToken, { ...cookiePath, expires });
}
