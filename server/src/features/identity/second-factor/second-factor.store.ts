import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type SecondFactorRow = Selectable<Schema['second_factors']>;

export async function selectSecondFactor(tx: Tx, userId: string): Promise<SecondFactorRow | undefined> {
  return tx.selectFrom('second_factors').selectAll().where('user_id', '=', userId).executeTakeFirst();
}

/** Of several who answer at once, one looks at a time. */
export async function lockSecondFactor(tx: Tx, userId: string): Promise<SecondFactorRow | undefined> {
  return tx
    .selectFrom('second_factors')
    .selectAll()
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
}

/** Takes the place of a setup that was not confirmed. False: there is a confirmed one. */
export async function insertSetup(tx: Tx, setup: Insertable<Schema['second_factors']>): Promise<boolean> {
  const result = await tx
    .insertInto('second_factors')
    .values(setup)
    .onConflict((conflict) =>
      conflict
        .column('user_id')
        .doUpdateSet({ totp_secret: setup.totp_secret, created_at: setup.created_at })
        .where('second_factors.confirmed_at', 'is', null),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function markConfirmed(tx: Tx, userId: string, step: number, now: Date): Promise<void> {
  await tx
    .updateTable('second_factors')
    .set({ confirmed_at: now, last_step: step })
    .where('user_id', '=', userId)
    .execute();
}

export async function recordStep(tx: Tx, userId: string, step: number): Promise<void> {
  await tx.updateTable('second_factors').set({ last_step: step }).where('user_id', '=', userId).execute();
}

/** Those of these people who have one. */
export async function findGuarded(tx: Tx, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await tx
    .selectFrom('second_factors')
    .select('user_id')
    .where('user_id', 'in', userIds)
    .where('confirmed_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ user_id }) => user_id));
}

/** In the order of their people. */
export async function pageOfTotpSecrets(
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<{ readonly id: string; readonly sealed: Uint8Array }[]> {
  return tx
    .selectFrom('second_factors')
    .select(['user_id as id', 'totp_secret as sealed'])
    .$if(after !== null, (query) => query.where('user_id', '>', after))
    .orderBy('user_id')
    .limit(limit)
    .execute();
}

/** Unless it is another by now. */
export async function replaceTotpSecret(
  tx: Tx,
  userId: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<void> {
  await tx
    .updateTable('second_factors')
    .set({ totp_secret: after })
    .where('user_id', '=', userId)
    .where('totp_secret', '=', before)
    .execute();
}

export async function deleteSecondFactor(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await tx.deleteFrom('second_factors').where('user_id', '=', userId).execute();
}

export async function replaceRecoveryCodes(
  tx: Tx,
  userId: string,
  hashes: readonly Uint8Array[],
  now: Date,
): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('user_id', '=', userId).execute();
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ user_id: userId, hash, created_at: now })))
    .execute();
}

export async function countRecoveryCodes(tx: Tx, userId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('recovery_codes')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Uses a code up; of two that try it at once, one is told that it was there. */
export async function deleteRecoveryCode(tx: Tx, userId: string, hash: Uint8Array): Promise<boolean> {
  const result = await tx
    .deleteFrom('recovery_codes')
    .where('user_id', '=', userId)
    .where('hash', '=', hash)
    .executeTakeFirst();
  return result.numDeletedRows > 0n;
}
