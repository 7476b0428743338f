import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type TokenPurpose = Selectable<Schema['one_time_tokens']>['purpose'];

export async function insertOneTimeToken(
  tx: Tx,
  token: Insertable<Schema['one_time_tokens']>,
): Promise<void> {
  await tx.insertInto('one_time_tokens').values(token).execute();
}

export async function countOneTimeTokens(
  tx: Tx,
  userId: string,
  purpose: TokenPurpose,
  now: Date,
): Promise<number> {
  const { count } = await tx
    .selectFrom('one_time_tokens')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();
  return count;
}

export async function selectTokenOwner(
  tx: Tx,
  hash: Uint8Array,
  purpose: TokenPurpose,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('one_time_tokens')
    .select('user_id')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.user_id;
}

/** Takes the token away; of two that try it at once, one gets its owner. */
export async function deleteToken(
  tx: Tx,
  hash: Uint8Array,
  purpose: TokenPurpose,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('one_time_tokens')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

export async function deleteTokensOf(
  tx: Tx,
  userId: string,
  purposes: readonly TokenPurpose[],
): Promise<void> {
  await tx
    .deleteFrom('one_time_tokens')
    .where('user_id', '=', userId)
    .where('purpose', 'in', [...purposes])
    .execute();
}

export async function deleteExpiredTokens(tx: Tx, now: Date, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('one_time_tokens')
    .where('hash', 'in', (query) =>
      query.selectFrom('one_time_tokens').select('hash').where('expires_at', '<=', now).limit(limit),
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
