import type { IncomingHttpHeaders } from 'node:http';
import type { Role } from '@rolecall/contract';
import { cookieName, isFromAllowedOrigin, type Viewer } from '../../platform/http/index.ts';
import type { Identity } from '../../platform/realtime/index.ts';

/** A person, and until when the proof of that is good. */
export interface Grant {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
}

/** Why a proof does not hold: it ran out, it is not ours any more or never was, or it is nothing of this kind. */
export type Fault = 'expired' | 'invalid' | 'malformed';

/** The ways to prove who one is. */
export interface Authenticators {
  verifyAccessToken(token: string): Promise<Grant | Fault>;
  /** Null when the key is unknown, expired or revoked. */
  verifyApiKey(key: string): Promise<Grant | null>;
  /** Uses a one-time ticket up. Null when it is unknown, used or expired. */
  redeemTicket(ticket: string): Promise<Grant | null>;
  /** Whether this process knows that a session or an API key has ended. */
  hasEnded(grantId: string): boolean;
  /** Null when the session is unknown or has ended. */
  sessionViewer(sessionToken: string): Promise<Grant | null>;
}

/** What a client shows of itself. */
export interface Proofs {
  /** What follows `Bearer` in a header; null where none came, or none is taken. */
  readonly bearer: string | null;
  readonly token: string | null;
  readonly ticket: string | null;
  /** The header with the cookies; null where the page that sent them along is not to be believed. */
  readonly cookies: string | null;
}

/** Which browsers' cookies count at the door. */
export interface CookieRule {
  readonly allowedOrigins: readonly string[];
  /** The public URL is https, and so is the name of the cookie. */
  readonly secureCookies: boolean;
}

/** The cookies of a request whose page may act with them; null for any other. */
export function believedCookies(headers: IncomingHttpHeaders, { allowedOrigins }: CookieRule): string | null {
  return isFromAllowedOrigin(headers, allowedOrigins) ? (headers.cookie ?? null) : null;
}

const sessionCookie = 'rolecall_session';
/** Longer ones are no tokens or tickets of ours. */
const maximumCredentialLength = 4_096;

/**
 * Finds out who opens a socket or a stream: by the bearer (an access token or an API key), else by the access token in
 * the address, else by a ticket there, else by the session cookie. The first one that is given decides.
 */
export async function authenticate(
  { bearer, token, ticket, cookies }: Proofs,
  authenticators: Authenticators,
  { secureCookies }: CookieRule,
): Promise<Identity<Role> | Fault> {
  const grant = await firstGrant();
  if (typeof grant === 'string') return grant;
  const { viewer, expiresAt } = grant;
  const grantId = viewer.sessionId ?? viewer.apiKey?.id ?? null;
  return { userId: viewer.userId, role: viewer.role, grantId, expiresAt };

  async function firstGrant(): Promise<Grant | Fault> {
    if (bearer !== null) return ofBearer(bearer, authenticators);
    if (token !== null) return ofToken(token, authenticators);
    if (ticket !== null) return isTooLong(ticket) ? 'invalid' : ofSecret(authenticators.redeemTicket(ticket));
    const session = readCookie(cookies ?? '', cookieName(sessionCookie, secureCookies));
    return session === undefined ? 'invalid' : ofSecret(authenticators.sessionViewer(session));
  }
}

async function ofBearer(bearer: string, authenticators: Authenticators): Promise<Grant | Fault> {
  const verified = await ofToken(bearer, authenticators);
  if (verified !== 'malformed' || isTooLong(bearer)) return verified;
  return (await authenticators.verifyApiKey(bearer)) ?? verified;
}

async function ofToken(token: string, { verifyAccessToken }: Authenticators): Promise<Grant | Fault> {
  return isTooLong(token) ? 'malformed' : verifyAccessToken(token);
}

async function ofSecret(found: Promise<Grant | null>): Promise<Grant | Fault> {
  return (await found) ?? 'invalid';
}

const isTooLong = (credential: string) => credential.length > maximumCredentialLength;

function readCookie(header: string, name: string): string | undefined {
  for (const pair of header.split(';')) {
    const [key = '', ...value] = pair.split('=');
    if (key.trim() === name) return decode(value.join('=').trim());
  }
  return undefined;
}

function decode(value: string): string | undefined {
  try {
    return decodeURIComponent(value);
  } catch {
    return undefined;
  }
}
