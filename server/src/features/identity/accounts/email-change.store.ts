import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type EmailChangeRow = Selectable<Schema['email_changes']>;

export async function insertChange(tx: Tx, change: Insertable<Schema['email_changes']>): Promise<void> {
  await tx.insertInto('email_changes').values(change).execute();
}

export async function selectChange(tx: Tx, id: string): Promise<EmailChangeRow | undefined> {
  return tx.selectFrom('email_changes').selectAll().where('id', '=', id).executeTakeFirst();
}

/** The account of a change, locked before the change itself, so that all who change an address wait for each other. */
export async function lockAccount(
  tx: Tx,
  userId: string,
): Promise<Pick<Selectable<Schema['users']>, 'email' | 'name' | 'disabled_at'> | undefined> {
  return tx
    .selectFrom('users')
    .select(['email', 'name', 'disabled_at'])
    .where('id', '=', userId)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The change that waits to be confirmed. */
export async function selectPending(tx: Tx, userId: string, now: Date): Promise<EmailChangeRow | undefined> {
  return tx
    .selectFrom('email_changes')
    .selectAll()
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Ends what waits to be confirmed. */
export async function endPending(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx
    .updateTable('email_changes')
    .set({ ended_at: now })
    .where('user_id', '=', userId)
    .where('confirmed_at', 'is', null)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends a change and all that came after it. */
export async function endFrom(tx: Tx, { user_id, requested_at }: EmailChangeRow, now: Date): Promise<void> {
  await tx
    .updateTable('email_changes')
    .set({ ended_at: now })
    .where('user_id', '=', user_id)
    .where('requested_at', '>=', requested_at)
    .where('ended_at', 'is', null)
    .execute();
}

export async function confirmChange(tx: Tx, id: string, now: Date, undoUntil: Date): Promise<void> {
  await tx
    .updateTable('email_changes')
    .set({ confirmed_at: now, undo_until: undoUntil })
    .where('id', '=', id)
    .execute();
}

export async function updateEmail(tx: Tx, userId: string, email: string, now: Date): Promise<void> {
  await tx
    .updateTable('users')
    .set({ email, email_verified: true, updated_at: now })
    .where('id', '=', userId)
    .execute();
}

/** How many changes a person has asked for since a moment. */
export async function countSince(tx: Tx, userId: string, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('email_changes')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('requested_at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

/** Whether somebody else may still take an address back. */
export async function isReserved(tx: Tx, email: string, userId: string, now: Date): Promise<boolean> {
  const row = await tx
    .selectFrom('email_changes')
    .select('id')
    .where('old_email', '=', email)
    .where('user_id', '<>', userId)
    .where('confirmed_at', 'is not', null)
    .where('ended_at', 'is', null)
    .where('undo_until', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

export async function deleteChangesBefore(tx: Tx, moment: Date, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('email_changes')
    .where('id', 'in', (query) =>
      query.selectFrom('email_changes').select('id').where('undo_until', '<', moment).limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
