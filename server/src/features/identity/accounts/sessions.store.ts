import type { Role } from '@rolecall/contract';
import type { Insertable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export async function insertSession(tx: Tx, session: Insertable<Schema['sessions']>): Promise<void> {
  await tx.insertInto('sessions').values(session).execute();
}

/** Ends the sessions that were refreshed longest ago, leaving so many. */
export async function deleteSessionsBeyond(tx: Tx, userId: string, kept: number): Promise<void> {
  await tx
    .deleteFrom('sessions')
    .where('id', 'in', (query) =>
      query
        .selectFrom('sessions')
        .select('id')
        .where('user_id', '=', userId)
        .orderBy('refreshed_at', 'desc')
        .orderBy('id', 'desc')
        .offset(kept),
    )
    .execute();
}

/** Moves the end of a session that is still on; undefined when there is none. */
export async function extendSession(
  tx: Tx,
  tokenHash: Uint8Array,
  now: Date,
  expiresAt: Date,
): Promise<{ id: string; user_id: string } | undefined> {
  return tx
    .updateTable('sessions')
    .set({ refreshed_at: now, expires_at: expiresAt })
    .where('token_hash', '=', tokenHash)
    .where('expires_at', '>', now)
    .returning(['id', 'user_id'])
    .executeTakeFirst();
}

/** A session that is still on, with the role of its person. */
export async function selectSession(
  tx: Tx,
  tokenHash: Uint8Array,
  now: Date,
): Promise<{ id: string; user_id: string; expires_at: Date; role: Role } | undefined> {
  return tx
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(['sessions.id', 'sessions.user_id', 'sessions.expires_at', 'users.role'])
    .where('sessions.token_hash', '=', tokenHash)
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
}

export async function deleteSession(
  tx: Tx,
  tokenHash: Uint8Array,
): Promise<{ id: string; user_id: string } | undefined> {
  return tx
    .deleteFrom('sessions')
    .where('token_hash', '=', tokenHash)
    .returning(['id', 'user_id'])
    .executeTakeFirst();
}

export async function deleteSessionsOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('sessions').where('user_id', '=', userId).execute();
}

export async function deleteExpiredSessions(tx: Tx, now: Date, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('sessions')
    .where('id', 'in', (query) =>
      query.selectFrom('sessions').select('id').where('expires_at', '<=', now).limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
