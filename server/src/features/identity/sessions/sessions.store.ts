import type { Role } from '@rolecall/contract';
import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type SessionRow = Selectable<Schema['sessions']>;

export async function insertSession(tx: Tx, session: Insertable<Schema['sessions']>): Promise<void> {
  await tx.insertInto('sessions').values(session).execute();
}

/** Whether nobody may act as this person; it stays so until the transaction ends. */
export async function isDisabled(tx: Tx, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('people')
    .select('disabled_at')
    .where('id', '=', userId)
    .forShare()
    .executeTakeFirst();
  return row !== undefined && row.disabled_at !== null;
}

/** Ends the sessions that were refreshed longest ago, leaving so many; tells which. */
export async function deleteSessionsBeyond(tx: Tx, userId: string, kept: number): Promise<string[]> {
  const rows = await tx
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
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What a refresh token names: a session by its id, or by the hash of the token that it once had. */
export type SessionKey = { readonly id: string } | { readonly hash: Uint8Array };

/** A session that is on, with the role of its person. */
export async function selectSession(
  tx: Tx,
  key: SessionKey,
  now: Date,
): Promise<(SessionRow & { readonly role: Role }) | undefined> {
  return tx
    .selectFrom('sessions')
    .innerJoin('people', 'people.id', 'sessions.user_id')
    .selectAll('sessions')
    .select('people.role')
    .$if('id' in key, (query) => query.where('sessions.id', '=', 'id' in key ? key.id : ''))
    .$if('hash' in key, (query) =>
      query.where('sessions.token_hash', '=', 'hash' in key ? key.hash : new Uint8Array()),
    )
    .where('sessions.expires_at', '>', now)
    .executeTakeFirst();
}

/** Moves a session on to its next token; false when somebody else has done so, or it has ended. */
export async function rotateSession(
  tx: Tx,
  { id, generation }: Pick<SessionRow, 'id' | 'generation'>,
  next: number,
  now: Date,
  expiresAt: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('sessions')
    .set({ generation: next, rotated_at: now, refreshed_at: now, expires_at: expiresAt })
    .where('id', '=', id)
    .where('generation', '=', generation)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Ends a session; false when it has ended already, or is of somebody else. */
export async function deleteSession(tx: Tx, id: string, userId: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

/** Ends all sessions of a person but perhaps one; tells which. */
export async function deleteSessionsOf(tx: Tx, userId: string, but: string | null): Promise<string[]> {
  const rows = await tx
    .deleteFrom('sessions')
    .where('user_id', '=', userId)
    .$if(but !== null, (query) => query.where('id', '!=', but ?? ''))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** The sessions of a person that are on, the one used last first. */
export async function selectSessionsOf(tx: Tx, userId: string, now: Date): Promise<SessionRow[]> {
  return tx
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('refreshed_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
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

export async function touchAuthenticated(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('sessions').set({ authenticated_at: now }).where('id', '=', id).execute();
}

/** When the person of a session proved last who they are. */
export async function selectAuthenticatedAt(tx: Tx, id: string): Promise<Date | undefined> {
  const row = await tx
    .selectFrom('sessions')
    .select('authenticated_at')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.authenticated_at;
}
