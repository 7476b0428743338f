import type { Profile, ProfileUpdate } from '@rolecall/contract';
import { type Selectable, sql, type Updateable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

type ProfileRow = Selectable<Schema['profiles']>;

/** A job seeker's profile with whose it is. */
export type SeekerProfile = Profile & { readonly user_id: string };

export async function insertProfile(tx: Tx, userId: string, profile: Profile, now: Date): Promise<void> {
  const { pay_floor, ...fields } = profile;
  await tx
    .insertInto('profiles')
    .values({ user_id: userId, ...fields, ...payFloorColumns(pay_floor), updated_at: now })
    .execute();
}

export async function selectProfile(tx: Tx, userId: string): Promise<Profile | undefined> {
  const row = await tx.selectFrom('profiles').selectAll().where('user_id', '=', userId).executeTakeFirst();
  return row && toProfile(row);
}

/** The profiles of these people; people without one are left out. */
export async function findProfiles(
  tx: Tx,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Profile>> {
  if (userIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('profiles')
    .selectAll()
    .where(sql<boolean>`user_id = any(${userIds}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.user_id, toProfile(row)]));
}

/** Writes the given fields; false when there is no such profile. */
export async function patchProfile(
  tx: Tx,
  userId: string,
  { pay_floor, ...fields }: ProfileUpdate,
  now: Date,
): Promise<boolean> {
  const columns: Updateable<Schema['profiles']> = {
    ...fields,
    ...(pay_floor === undefined ? {} : payFloorColumns(pay_floor)),
    updated_at: now,
  };
  const result = await tx
    .updateTable('profiles')
    .set(columns)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function deleteProfile(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('profiles').where('user_id', '=', userId).execute();
}

export async function selectSeekers(
  tx: Tx,
  after: string | undefined,
  limit: number,
): Promise<SeekerProfile[]> {
  const rows = await tx
    .selectFrom('profiles')
    .innerJoin('people', 'people.id', 'profiles.user_id')
    .selectAll('profiles')
    .where('people.role', '=', 'job_seeker')
    .$if(after !== undefined, (query) => query.where('profiles.user_id', '>', after ?? ''))
    .orderBy('profiles.user_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ user_id: row.user_id, ...toProfile(row) }));
}

function payFloorColumns(payFloor: Profile['pay_floor']) {
  return {
    pay_floor_amount: payFloor?.amount ?? null,
    pay_floor_currency: payFloor?.currency ?? null,
    pay_floor_period: payFloor?.period ?? null,
  };
}

function toProfile(row: ProfileRow): Profile {
  const {
    user_id: _owner,
    updated_at: _changed,
    pay_floor_amount: amount,
    pay_floor_currency: currency,
    pay_floor_period: period,
    ...fields
  } = row;
  const stated = amount !== null && currency !== null && period !== null;
  return { ...fields, pay_floor: stated ? { amount, currency, period } : null };
}
