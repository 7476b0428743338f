import type { Role } from '@rolecall/contract';
import { type ExpressionBuilder, type Insertable, type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type ApiKeyRow = Selectable<Schema['api_keys']>;

const inForce = (now: Date) => (query: ExpressionBuilder<Schema, 'api_keys'>) =>
  query.and([
    query('api_keys.revoked_at', 'is', null),
    query.or([query('api_keys.expires_at', 'is', null), query('api_keys.expires_at', '>', now)]),
  ]);

/**
 * Makes others who want to add a key for the same person wait for the end of this transaction; tells whether the address of
 * the person is proven.
 */
export async function lockVerifiedUser(tx: Tx, userId: string): Promise<boolean> {
  // Rows that only refer to the person, such as notifications, need not wait for this.
  const row = await tx
    .selectFrom('people')
    .select('email_verified')
    .where('id', '=', userId)
    .where('disabled_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row?.email_verified === true;
}

export async function countApiKeys(tx: Tx, userId: string, now: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('api_keys')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where(inForce(now))
    .executeTakeFirstOrThrow();
  return count;
}

export async function insertApiKey(tx: Tx, key: Insertable<Schema['api_keys']>): Promise<ApiKeyRow> {
  return tx.insertInto('api_keys').values(key).returningAll().executeTakeFirstOrThrow();
}

export async function selectApiKeys(tx: Tx, userId: string, now: Date): Promise<ApiKeyRow[]> {
  return tx
    .selectFrom('api_keys')
    .selectAll()
    .where('user_id', '=', userId)
    .where(inForce(now))
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

export async function revokeApiKey(tx: Tx, userId: string, id: string, now: Date): Promise<boolean> {
  const result = await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .where(inForce(now))
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Tells which were deleted. */
export async function deleteApiKeysOf(tx: Tx, userId: string): Promise<string[]> {
  const rows = await tx.deleteFrom('api_keys').where('user_id', '=', userId).returning('id').execute();
  return rows.map(({ id }) => id);
}

/** Tells which were revoked. */
export async function revokeApiKeysOf(tx: Tx, userId: string, now: Date): Promise<string[]> {
  const rows = await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('user_id', '=', userId)
    .where(inForce(now))
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export interface ApiKeyOwner {
  readonly hash: Uint8Array;
  readonly id: string;
  readonly user_id: string;
  readonly role: Role;
  readonly scopes: readonly string[];
  readonly expires_at: Date | null;
  readonly last_used_at: Date | null;
}

/** The owners of those of these keys that are in force, in no order. */
export async function selectApiKeyOwners(
  tx: Tx,
  hashes: readonly Uint8Array[],
  now: Date,
): Promise<ApiKeyOwner[]> {
  return tx
    .selectFrom('api_keys')
    .innerJoin('people', 'people.id', 'api_keys.user_id')
    .select(['api_keys.hash', 'api_keys.id', 'api_keys.user_id', 'people.role', 'api_keys.scopes'])
    .select(['api_keys.expires_at', 'api_keys.last_used_at'])
    .where(sql<boolean>`api_keys.hash = any(${hashes}::bytea[])`)
    .where('people.email_verified', '=', true)
    .where('people.disabled_at', 'is', null)
    .where(inForce(now))
    .execute();
}

/** Writes down the use, unless another process has written one after `unlessAfter`. */
export async function touchApiKeys(
  tx: Tx,
  ids: readonly string[],
  now: Date,
  unlessAfter: Date,
): Promise<void> {
  await tx
    .updateTable('api_keys')
    .set({ last_used_at: now })
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where((query) => query.or([query('last_used_at', 'is', null), query('last_used_at', '<=', unlessAfter)]))
    .execute();
}

/** Removes keys that were revoked or ran out before this moment. */
export async function deleteApiKeysEndedBefore(tx: Tx, moment: Date, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('api_keys')
    .where('id', 'in', (query) =>
      query
        .selectFrom('api_keys')
        .select('id')
        .where((key) => key.or([key('revoked_at', '<', moment), key('expires_at', '<', moment)]))
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
