import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type SigningKeyRow = Selectable<Schema['signing_keys']>;

/** Far more than rotation leaves behind between two sweeps. */
const maximumKeys = 100;

/** The newest first. */
export async function selectSigningKeys(tx: Tx): Promise<SigningKeyRow[]> {
  return tx
    .selectFrom('signing_keys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(maximumKeys)
    .execute();
}

/** Makes other processes that want to add a key wait for the end of this transaction; reading goes on. */
export async function lockSigningKeys(tx: Tx): Promise<void> {
  await sql`lock table signing_keys in share row exclusive mode`.execute(tx);
}

export async function insertSigningKey(tx: Tx, row: SigningKeyRow): Promise<void> {
  await tx
    .insertInto('signing_keys')
    .values({ ...row, public_key: JSON.stringify(row.public_key) })
    .execute();
}

/** In the order of their ids. */
export async function pageOfSigningKeys(
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<{ readonly id: string; readonly sealed: string }[]> {
  return tx
    .selectFrom('signing_keys')
    .select(['id', 'private_key as sealed'])
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Unless it is another by now. */
export async function replacePrivateKey(tx: Tx, id: string, before: string, after: string): Promise<void> {
  await tx
    .updateTable('signing_keys')
    .set({ private_key: after })
    .where('id', '=', id)
    .where('private_key', '=', before)
    .execute();
}

export async function deleteSigningKeysRetiredBefore(tx: Tx, moment: Date): Promise<number> {
  const result = await tx.deleteFrom('signing_keys').where('retires_at', '<', moment).executeTakeFirst();
  return Number(result.numDeletedRows);
}
