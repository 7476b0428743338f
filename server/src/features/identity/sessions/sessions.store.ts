import type { Role } from '@rolecall/contract';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type SessionRow = Selectable<Schema['sessions']>;

/** What became of a sign-in. */
export interface Opening {
  /** Nobody may act as this person; it stays so until the transaction ends. */
  readonly isDisabled: boolean;
  /** Nobody had signed in from this device as this person. */
  readonly isNewDevice: boolean;
  /** Sessions that were ended for it. */
  readonly ended: readonly string[];
}

/**
 * Opens a session, ends those that were refreshed longest ago, leaving so many, and notes the device, where there is one. All
 * in one statement, since many people sign in.
 */
export async function openSession(
  tx: Tx,
  session: Insertable<Schema['sessions']>,
  { kept, deviceHash }: { readonly kept: number; readonly deviceHash: Uint8Array | null },
): Promise<Opening> {
  const userId = session.user_id;
  const row = await tx
    .with('person', (db) => db.selectFrom('people').select('disabled_at').where('id', '=', userId).forShare())
    .with('opened', (db) => db.insertInto('sessions').values(session))
    // It does not see the one that is being opened.
    .with('ended', (db) =>
      db
        .deleteFrom('sessions')
        .where('id', 'in', (query) =>
          query
            .selectFrom('sessions')
            .select('id')
            .where('user_id', '=', userId)
            .orderBy('refreshed_at', 'desc')
            .orderBy('id', 'desc')
            .offset(kept - 1),
        )
        .returning('id'),
    )
    .with('noted', (db) =>
      db
        .insertInto('known_devices')
        .columns(['user_id', 'device_hash', 'seen_at'])
        .expression(
          db
            .selectNoFrom([
              sql<string>`${userId}::uuid`.as('user_id'),
              sql<Uint8Array>`${deviceHash}::bytea`.as('device_hash'),
              sql<Date>`${session.created_at}::timestamptz`.as('seen_at'),
            ])
            .where(sql<boolean>`${deviceHash}::bytea is not null`),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['user_id', 'device_hash'])
            .doUpdateSet((row) => ({ seen_at: row.ref('excluded.seen_at') })),
        )
        .returning(sql<boolean>`xmax = 0`.as('is_new')),
    )
    .selectNoFrom((query) => [
      query.exists(query.selectFrom('person').where('disabled_at', 'is not', null)).as('is_disabled'),
      query.exists(query.selectFrom('noted').where('is_new', '=', true)).as('is_new_device'),
      sql<string[]>`array(select id::text from ended)`.as('ended'),
    ])
    .executeTakeFirstOrThrow();
  return {
    isDisabled: Boolean(row.is_disabled),
    isNewDevice: Boolean(row.is_new_device),
    ended: row.ended,
  };
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
