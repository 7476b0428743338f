import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type UserRow = Selectable<Schema['users']>;

/** False when the address has an account already; a sign-up that is still under way is waited for. */
export async function insertUser(tx: Tx, user: Insertable<Schema['users']>): Promise<boolean> {
  const result = await tx
    .insertInto('users')
    .values(user)
    .onConflict((conflict) => conflict.column('email').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function selectUser(tx: Tx, id: string): Promise<UserRow | undefined> {
  return tx.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function selectUserByEmail(tx: Tx, email: string): Promise<UserRow | undefined> {
  return tx.selectFrom('users').selectAll().where('email', '=', email).executeTakeFirst();
}

export async function updateUserName(
  tx: Tx,
  id: string,
  name: string,
  now: Date,
): Promise<UserRow | undefined> {
  return tx
    .updateTable('users')
    .set({ name, updated_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

/** False: it was so before. */
export async function markEmailVerified(tx: Tx, id: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('users')
    .set({ email_verified: true, updated_at: now })
    .where('id', '=', id)
    .where('email_verified', '=', false)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function insertCredential(
  tx: Tx,
  userId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await tx
    .insertInto('credentials')
    .values({ user_id: userId, password_hash: passwordHash, updated_at: now })
    .execute();
}

export async function selectCredentialByEmail(
  tx: Tx,
  email: string,
): Promise<{ user_id: string; password_hash: string } | undefined> {
  return tx
    .selectFrom('credentials')
    .innerJoin('users', 'users.id', 'credentials.user_id')
    .select(['credentials.user_id', 'credentials.password_hash'])
    .where('users.email', '=', email)
    .executeTakeFirst();
}

export async function selectPasswordHash(tx: Tx, userId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('credentials')
    .select('password_hash')
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.password_hash;
}

/** Whether the password is still the one with this hash; it cannot change until the transaction ends. */
export async function lockUnchangedPassword(tx: Tx, userId: string, passwordHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('credentials')
    .select('password_hash')
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  return row?.password_hash === passwordHash;
}

/** Sets the password, also of somebody who has had none. */
export async function updatePassword(tx: Tx, userId: string, passwordHash: string, now: Date): Promise<void> {
  const set = { password_hash: passwordHash, updated_at: now };
  await tx
    .insertInto('credentials')
    .values({ user_id: userId, ...set })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(set))
    .execute();
}

/** Takes the password and the mailed links from an account: nobody can act as it any more. */
export async function deleteWaysIn(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('credentials').where('user_id', '=', userId).execute();
  await tx.deleteFrom('one_time_tokens').where('user_id', '=', userId).execute();
}

export async function deleteUser(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('users').where('id', '=', userId).execute();
}
