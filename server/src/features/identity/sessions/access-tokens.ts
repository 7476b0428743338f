import { idSchema, roleSchema } from '@rolecall/contract';
import { decodeProtectedHeader, errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { type SigningKeys, signatureAlgorithm } from './signing-keys.ts';

/** How long an access token holds, in seconds; it ends sooner when its session does. */
export const accessTokenSeconds = 15 * 60;

const audience = 'rolecall';
/** Ours have about 500 characters; anything much longer is not worth parsing. */
const maximumLength = 2_048;

export interface AccessToken {
  readonly token: string;
  readonly expiresAt: Date;
  /** From when it was issued until it runs out. */
  readonly lifetimeSeconds: number;
}

/** A person in a session, and until when that was proved. */
export interface VerifiedViewer {
  readonly viewer: Viewer & { readonly sessionId: string };
  readonly expiresAt: Date;
}

/**
 * Why a token does not hold: it ran out; it is not ours, was changed or names a key that is gone; it is no JWT at all.
 */
export type AccessTokenFault = 'expired' | 'invalid' | 'malformed';

export interface AccessTokens {
  /** @param until when the session ends: no token outlives it */
  issue(person: VerifiedViewer['viewer'], until: Date): Promise<AccessToken>;
  /** Verifies in this process, without asking the database whether the session still lives. */
  verify(token: string): Promise<VerifiedViewer | AccessTokenFault>;
}

/** The claims that are ours to check; jose checks issuer, audience and time. */
const claimsSchema = z.object({ sub: idSchema, role: roleSchema, sid: idSchema, exp: z.int() });

interface Dependencies {
  readonly clock: Clock;
  readonly signingKeys: SigningKeys;
  readonly issuer: string;
}

export function createAccessTokens({ clock, signingKeys, issuer }: Dependencies): AccessTokens {
  return {
    async issue({ userId, role, sessionId }, until) {
      const key = await signingKeys.current();
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      const expiresAt = Math.min(issuedAt + accessTokenSeconds, Math.floor(until.getTime() / 1000));
      const token = await new SignJWT({ role, sid: sessionId })
        .setProtectedHeader({ alg: signatureAlgorithm, typ: 'JWT', kid: key.id })
        .setSubject(userId)
        .setIssuer(issuer)
        .setAudience(audience)
        .setIssuedAt(issuedAt)
        .setExpirationTime(expiresAt)
        .sign(key.privateKey);
      return { token, expiresAt: new Date(expiresAt * 1000), lifetimeSeconds: expiresAt - issuedAt };
    },

    async verify(token) {
      if (!isJwt(token)) return 'malformed';
      try {
        const { payload } = await jwtVerify(
          token,
          async ({ kid = '' }) => {
            const key = await signingKeys.find(kid);
            if (key === undefined) throw new errors.JWKSNoMatchingKey();
            return key.publicKey;
          },
          { algorithms: [signatureAlgorithm], issuer, audience, currentDate: clock.now() },
        );
        const claims = claimsSchema.safeParse(payload);
        if (!claims.success) return 'invalid';
        const { sub: userId, role, sid: sessionId, exp } = claims.data;
        return { viewer: { userId, role, sessionId }, expiresAt: new Date(exp * 1000) };
      } catch (error) {
        if (error instanceof errors.JWTExpired) return 'expired';
        if (error instanceof errors.JOSEError) return 'invalid';
        throw error;
      }
    },
  };
}

function isJwt(token: string): boolean {
  if (token.length > maximumLength || !/^[\w-]+\.[\w-]+\.[\w-]*$/.test(token)) return false;
  try {
    return typeof decodeProtectedHeader(token).alg === 'string';
  } catch {
    return false;
  }
}
