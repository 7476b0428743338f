import type { IncomingMessage } from 'node:http';
import { closeCodes } from '@rolecall/contract';
import type { Viewer } from '../../platform/http/index.ts';
import type { Identity } from '../../platform/realtime/index.ts';

/** A person, and until when the proof of that is good. */
export interface Grant {
  readonly viewer: Viewer;
  readonly expiresAt: Date;
}

/** The ways to prove who one is. */
export interface Authenticators {
  verifyAccessToken(token: string): Promise<Grant | 'expired' | 'invalid' | 'malformed'>;
  /** Uses a one-time ticket up. Null when it is unknown, used or expired. */
  redeemTicket(ticket: string): Promise<Grant | null>;
  /** Null when the session is unknown or has ended. */
  sessionViewer(sessionToken: string): Promise<Grant | null>;
}

/** Why a socket is closed instead of opened. */
export interface Refusal {
  readonly code: number;
  readonly reason: string;
}

const sessionCookie = 'rolecall_session';
/** Longer ones are no tokens or tickets of ours. */
const maximumCredentialLength = 4_096;

const refusals = {
  expired: { code: closeCodes.tokenExpired, reason: 'token expired' },
  invalid: { code: closeCodes.authenticationFailed, reason: 'authentication failed' },
  malformed: { code: closeCodes.invalidToken, reason: 'invalid token format' },
} as const satisfies Record<string, Refusal>;

function toIdentity({ viewer, expiresAt }: Grant): Identity {
  return { userId: viewer.userId, role: viewer.role, sessionId: viewer.sessionId, expiresAt };
}

/**
 * Finds out who opens a socket: by the access token in the address, else by a ticket there, else by the session
 * cookie. The first one that is given decides. A cookie is only believed when the page that opens the socket is one
 * of the allowed origins, because browsers send it along from any page.
 */
export async function authenticateHandshake(
  request: IncomingMessage,
  query: URLSearchParams,
  authenticators: Authenticators,
  allowedOrigins: ReadonlySet<string>,
): Promise<Identity | Refusal> {
  const token = query.get('token');
  if (token !== null) {
    const verified = await verify(token, authenticators);
    return typeof verified === 'string' ? refusals[verified] : toIdentity(verified);
  }
  const ticket = query.get('ticket');
  if (ticket !== null) {
    const grant = ticket.length > maximumCredentialLength ? null : await authenticators.redeemTicket(ticket);
    return grant === null ? refusals.invalid : toIdentity(grant);
  }
  const session = readCookie(request.headers.cookie ?? '', sessionCookie);
  const { origin } = request.headers;
  if (session === undefined || origin === undefined || !allowedOrigins.has(origin)) return refusals.invalid;
  const grant = await authenticators.sessionViewer(session);
  return grant === null ? refusals.invalid : toIdentity(grant);
}

function verify(token: string, { verifyAccessToken }: Authenticators) {
  return token.length > maximumCredentialLength ? 'malformed' : verifyAccessToken(token);
}

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
