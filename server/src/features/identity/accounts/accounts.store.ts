import type { Locale, Role } from '@rolecall/contract';
import { type Insertable, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type UserRow = Selectable<Schema['users']>;

/** Who gets a message, and what decides when and how. */
export interface Recipient {
  readonly user_id: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly name: string;
  readonly role: Role;
  readonly time_zone: string;
  readonly locale: Locale;
  /** Alerts come for matches of at least this score, in percent. */
  readonly minimum_match_score: number;
}

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

export async function markEmailVerified(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .updateTable('users')
    .set({ email_verified: true, updated_at: now })
    .where('id', '=', id)
    .where('email_verified', '=', false)
    .execute();
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

/** Whether the password is still the one with this hash; it can't change until the transaction ends. */
export async function lockUnchangedPassword(tx: Tx, userId: string, passwordHash: string): Promise<boolean> {
  const row = await tx
    .selectFrom('credentials')
    .select('password_hash')
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
  return row?.password_hash === passwordHash;
}

export async function updatePassword(tx: Tx, userId: string, passwordHash: string, now: Date): Promise<void> {
  await tx
    .updateTable('credentials')
    .set({ password_hash: passwordHash, updated_at: now })
    .where('user_id', '=', userId)
    .execute();
}

export async function selectRecipients(tx: Tx, userIds: readonly string[]): Promise<Recipient[]> {
  return tx
    .selectFrom('users')
    .innerJoin('profiles', 'profiles.user_id', 'users.id')
    .select([
      'users.id as user_id',
      'users.email',
      'users.email_verified',
      'users.name',
      'users.role',
      'profiles.time_zone',
      'profiles.locale',
      'profiles.minimum_match_score',
    ])
    .where(sql<boolean>`users.id = any(${userIds}::uuid[])`)
    .execute();
}

/** Takes the password, the API keys and the mailed links from an account: nobody can act as it any more. */
export async function deleteWaysIn(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('credentials').where('user_id', '=', userId).execute();
  await tx.deleteFrom('api_keys').where('user_id', '=', userId).execute();
  await tx.deleteFrom('one_time_tokens').where('user_id', '=', userId).execute();
}
