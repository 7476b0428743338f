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

export async function deleteSigningKeysRetiredBefore(tx: Tx, moment: Date): Promise<number> {
  const result = await tx.deleteFrom('signing_keys').where('retires_at', '<', moment).executeTakeFirst();
  return Number(result.numDeletedRows);
}
