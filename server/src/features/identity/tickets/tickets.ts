import { createHash, randomBytes } from 'node:crypto';
import type { ApiKeyScope } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Viewer } from '../../../platform/http/index.ts';
import { deleteExpiredTickets, insertTicket, takeTicket } from './tickets.store.ts';

/** How long a ticket can be used, in milliseconds. */
const lifetime = 30_000;
/** How long what was opened with a ticket is vouched for, in milliseconds: as long as by an access token. */
const grantLifetime = 15 * 60_000;
/** Tickets that nobody has used and that one call clears away. */
const clearedAtOnce = 100;

/**
 * One-time tickets for opening a socket: for clients that would rather not have an access token in an address, and
 * for those that have only an API key.
 */
export interface Tickets {
  /** The ticket is shown this one time; only its hash is kept. */
  issue(tx: Tx, viewer: Viewer): Promise<{ readonly ticket: string; readonly expiresAt: Date }>;
  /** Uses a ticket up. Null when it is unknown, used or expired, or its session has ended. */
  redeem(ticket: string): Promise<{ readonly viewer: Viewer; readonly expiresAt: Date } | null>;
}

export function createTickets({
  database,
  clock,
}: {
  readonly database: Database;
  readonly clock: Clock;
}): Tickets {
  return {
    async issue(tx, viewer) {
      const now = clock.now();
      const ticket = randomBytes(32).toString('base64url');
      const expiresAt = new Date(now.getTime() + lifetime);
      await deleteExpiredTickets(tx, now, clearedAtOnce);
      await insertTicket(tx, {
        hash: hashTicket(ticket),
        user_id: viewer.userId,
        session_id: viewer.sessionId,
        api_key_id: viewer.apiKey?.id ?? null,
        expires_at: expiresAt,
      });
      return { ticket, expiresAt };
    },

    async redeem(ticket) {
      const now = clock.now();
      const taken = await takeTicket(database.query, hashTicket(ticket), now);
      if (taken === undefined) return null;
      const viewer: Viewer = {
        userId: taken.user_id,
        role: taken.role,
        sessionId: taken.session_id,
        ...(taken.api_key_id === null ? {} : { apiKey: { id: taken.api_key_id, scopes: liveScopes } }),
      };
      return { viewer, expiresAt: new Date(now.getTime() + grantLifetime) };
    },
  };
}

/** A socket reads notifications and marks them; a key without these gets no ticket. */
const liveScopes = new Set<ApiKeyScope>(['notifications:read', 'notifications:write']);

/** A ticket is random and lives for seconds, so a plain hash hides it well enough. */
function hashTicket(ticket: string): Uint8Array {
  return createHash('sha256').update(ticket).digest();
}
