import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type PasskeyRow = Selectable<Schema['passkeys']>;

export async function selectPasskeys(tx: Tx, userId: string): Promise<PasskeyRow[]> {
  return tx
    .selectFrom('passkeys')
    .selectAll()
    .where('user_id', '=', userId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

export async function existsPasskey(tx: Tx, userId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('passkeys')
    .select('id')
    .where('user_id', '=', userId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of these people who have one. */
export async function findPasskeyOwners(tx: Tx, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('passkeys')
    .select('user_id')
    .distinct()
    .where('user_id', 'in', userIds)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

export async function selectPasskey(tx: Tx, credentialId: Uint8Array): Promise<PasskeyRow | undefined> {
  return tx.selectFrom('passkeys').selectAll().where('credential_id', '=', credentialId).executeTakeFirst();
}

/** False: somebody has it already. */
export async function insertPasskey(tx: Tx, passkey: Insertable<Schema['passkeys']>): Promise<boolean> {
  const result = await tx
    .insertInto('passkeys')
    .values(passkey)
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Notes a use, unless the passkey is gone or another use with this count, or a higher one, has been noted meanwhile. A
 * device that does not count says 0 each time.
 */
export async function recordUse(
  tx: Tx,
  id: string,
  use: { readonly counter: number; readonly synced: boolean; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('passkeys')
    .set({ counter: use.counter, synced: use.synced, last_used_at: use.at })
    .where('id', '=', id)
    .where((row) =>
      row.or([
        row('counter', '<', use.counter),
        row.and([row('counter', '=', 0), row(row.val(use.counter), '=', 0)]),
      ]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function updateName(
  tx: Tx,
  userId: string,
  id: string,
  name: string,
): Promise<PasskeyRow | undefined> {
  return tx
    .updateTable('passkeys')
    .set({ name })
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .returningAll()
    .executeTakeFirst();
}

export async function deletePasskey(tx: Tx, userId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function deletePasskeysOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('passkeys').where('user_id', '=', userId).execute();
}

export async function insertChallenge(
  tx: Tx,
  challenge: Insertable<Schema['passkey_challenges']>,
): Promise<void> {
  await tx.insertInto('passkey_challenges').values(challenge).execute();
}

/** Takes a challenge away that still holds; of two that use it at once, one gets it. */
export async function takeChallenge(
  tx: Tx,
  hash: Uint8Array,
  userId: string | null,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .deleteFrom('passkey_challenges')
    .where('hash', '=', hash)
    .where('user_id', 'is not distinct from', userId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}

export async function deleteExpiredChallenges(tx: Tx, now: Date, limit: number): Promise<void> {
  await tx
    .deleteFrom('passkey_challenges')
    .where('hash', 'in', (query) =>
      query
        .selectFrom('passkey_challenges')
        .select('hash')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
}
