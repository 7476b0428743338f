import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

export type ChallengeRow = Selectable<Schema['second_factor_challenges']>;

export async function insertChallenge(
  tx: Tx,
  challenge: Insertable<Schema['second_factor_challenges']>,
): Promise<void> {
  await tx.insertInto('second_factor_challenges').values(challenge).execute();
}

/** A challenge that still holds; of several who answer it at once, one looks at a time. */
export async function lockChallenge(tx: Tx, hash: Uint8Array, now: Date): Promise<ChallengeRow | undefined> {
  return tx
    .selectFrom('second_factor_challenges')
    .selectAll()
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
}

export async function countFailure(tx: Tx, hash: Uint8Array): Promise<void> {
  await tx
    .updateTable('second_factor_challenges')
    .set((row) => ({ failures: row('failures', '+', 1) }))
    .where('hash', '=', hash)
    .execute();
}

export async function deleteChallenge(tx: Tx, hash: Uint8Array): Promise<void> {
  await tx.deleteFrom('second_factor_challenges').where('hash', '=', hash).execute();
}

export async function deleteChallengesOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('second_factor_challenges').where('user_id', '=', userId).execute();
}

/** Leaves the newest so many of a person. */
export async function deleteChallengesBeyond(tx: Tx, userId: string, kept: number): Promise<void> {
  await tx
    .deleteFrom('second_factor_challenges')
    .where('hash', 'in', (query) =>
      query
        .selectFrom('second_factor_challenges')
        .select('hash')
        .where('user_id', '=', userId)
        .orderBy('created_at', 'desc')
        .orderBy('hash')
        .offset(kept),
    )
    .execute();
}

export async function deleteExpiredChallenges(tx: Tx, now: Date, limit: number): Promise<void> {
  await tx
    .deleteFrom('second_factor_challenges')
    .where('hash', 'in', (query) =>
      query
        .selectFrom('second_factor_challenges')
        .select('hash')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
}
