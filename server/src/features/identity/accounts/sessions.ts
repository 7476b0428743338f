import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import type { VerifiedViewer } from './access-tokens.ts';
import { type DerivedSecrets, randomToken } from './secrets.ts';
import {
  deleteSession,
  deleteSessionsBeyond,
  deleteSessionsOf,
  extendSession,
  insertSession,
  selectSession,
} from './sessions.store.ts';

const day = 86_400_000;
/** A session ends when it was not refreshed for so long, in milliseconds. */
const idleLimit = 30 * day;
/** With one more, the session that was refreshed longest ago ends. */
const maximumSessions = 50;

export interface OpenSession {
  readonly id: string;
  readonly userId: string;
  readonly refreshToken: string;
  readonly expiresAt: Date;
}

/**
 * Sessions, each known by its refresh token. A refresh moves the end of the session and keeps the token: two tabs may
 * refresh at the same moment, and an answer that got lost signs nobody out.
 */
export interface Sessions {
  open(tx: Tx, userId: string): Promise<OpenSession>;
  /** Undefined when the token belongs to no session that is on. */
  extend(tx: Tx, refreshToken: string): Promise<OpenSession | undefined>;
  /** Whose session it is, without moving its end; undefined when none is on. */
  find(tx: Tx, refreshToken: string): Promise<VerifiedViewer | undefined>;
  /** Ends one session; tells whose it was. */
  end(tx: Tx, refreshToken: string): Promise<string | undefined>;
  endAll(tx: Tx, userId: string): Promise<void>;
}

interface Dependencies {
  readonly clock: Clock;
  readonly secrets: DerivedSecrets;
}

export function createSessions({ clock, secrets }: Dependencies): Sessions {
  return {
    async open(tx, userId) {
      const now = clock.now();
      const session: OpenSession = {
        id: uuidv7(),
        userId,
        refreshToken: randomToken(),
        expiresAt: new Date(now.getTime() + idleLimit),
      };
      await insertSession(tx, {
        id: session.id,
        user_id: userId,
        token_hash: secrets.hashToken(session.refreshToken),
        created_at: now,
        refreshed_at: now,
        expires_at: session.expiresAt,
      });
      await deleteSessionsBeyond(tx, userId, maximumSessions);
      return session;
    },

    async extend(tx, refreshToken) {
      const now = clock.now();
      const expiresAt = new Date(now.getTime() + idleLimit);
      const session = await extendSession(tx, secrets.hashToken(refreshToken), now, expiresAt);
      return session && { id: session.id, userId: session.user_id, refreshToken, expiresAt };
    },

    async find(tx, refreshToken) {
      const session = await selectSession(tx, secrets.hashToken(refreshToken), clock.now());
      return (
        session && {
          viewer: { userId: session.user_id, role: session.role, sessionId: session.id },
          expiresAt: session.expires_at,
        }
      );
    },

    async end(tx, refreshToken) {
      return (await deleteSession(tx, secrets.hashToken(refreshToken)))?.user_id;
    },

    endAll: deleteSessionsOf,
  };
}
