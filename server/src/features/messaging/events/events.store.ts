import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

/** A key of an account with what it stands for. */
export interface KeyClaim {
  readonly user_id: string;
  readonly key: string;
  readonly request_hash: Uint8Array;
}

export interface StoredAnswer extends KeyClaim {
  readonly answer: unknown;
}

type KeyName = Pick<KeyClaim, 'user_id' | 'key'>;

/**
 * Takes the keys that are not in use, or whose time is over, and returns those. A key that another transaction has
 * just taken is waited for: afterwards it is in use, with its answer, or free again because that one was rolled back.
 * Everybody takes keys in the same order, so that two can't wait for each other.
 */
export async function claimKeys(
  tx: Tx,
  claims: readonly KeyClaim[],
  now: Date,
  overBefore: Date,
): Promise<KeyName[]> {
  const { rows } = await sql<KeyName>`
    insert into idempotency_keys (user_id, key, request_hash, answer, created_at)
    select user_id, key, request_hash, '{}', ${now}::timestamptz
    from unnest(${claims.map(({ user_id }) => user_id)}::uuid[], ${claims.map(({ key }) => key)}::text[],
      ${claims.map(({ request_hash }) => request_hash)}::bytea[]) as wanted (user_id, key, request_hash)
    order by user_id, key
    on conflict (user_id, key) do update
      set request_hash = excluded.request_hash, answer = excluded.answer, created_at = excluded.created_at
      where idempotency_keys.created_at <= ${overBefore}
    returning user_id, key`.execute(tx);
  return rows;
}

/** The answers of keys that are in use. It has to be a statement after the claim, which may have waited for them. */
export async function findAnswers(tx: Tx, keys: readonly KeyName[]): Promise<StoredAnswer[]> {
  const { rows } = await sql<StoredAnswer>`
    select known.user_id, known.key, known.request_hash, known.answer
    from unnest(${keys.map(({ user_id }) => user_id)}::uuid[], ${keys.map(({ key }) => key)}::text[])
      as wanted (user_id, key)
    join idempotency_keys known on known.user_id = wanted.user_id and known.key = wanted.key`.execute(tx);
  return rows;
}

/** Writes down what was answered under keys that this transaction has claimed. */
export async function saveAnswers(
  tx: Tx,
  answers: readonly (KeyName & { readonly answer: unknown })[],
): Promise<void> {
  await sql`
    update idempotency_keys set answer = given.answer
    from json_to_recordset(${JSON.stringify(answers)}::json) as given (user_id uuid, key text, answer jsonb)
    where idempotency_keys.user_id = given.user_id and idempotency_keys.key = given.key`.execute(tx);
}

/** Forgets keys that were taken before this moment, the oldest first. */
export async function deleteKeys(tx: Tx, before: Date, limit: number): Promise<number> {
  const result = await tx
    .deleteFrom('idempotency_keys')
    .where(
      sql<boolean>`(user_id, key) in (
        select user_id, key from idempotency_keys where created_at <= ${before}
        order by created_at limit ${limit} for update skip locked
      )`,
    )
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
