import type { Insertable, Selectable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

/** Whose identity it is, noting that it was used; undefined: nobody's. */
export async function touchIdentity(
  tx: Tx,
  issuer: string,
  subject: string,
  now: Date,
): Promise<string | undefined> {
  const row = await tx
    .updateTable('oidc_identities')
    .set({ last_used_at: now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

/** Of two sign-ins of somebody who is new here, one makes the identity; the other finds it. Gives whose it is. */
export async function insertIdentity(
  tx: Tx,
  identity: Insertable<Schema['oidc_identities']>,
): Promise<string> {
  const { user_id } = await tx
    .insertInto('oidc_identities')
    .values(identity)
    .onConflict((conflict) =>
      conflict.columns(['issuer', 'subject']).doUpdateSet({ last_used_at: identity.last_used_at }),
    )
    .returning('user_id')
    .executeTakeFirstOrThrow();
  return user_id;
}

export async function deleteIdentitiesOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('oidc_identities').where('user_id', '=', userId).execute();
}

export async function insertSignIn(tx: Tx, signIn: Insertable<Schema['oidc_sign_ins']>): Promise<void> {
  await tx.insertInto('oidc_sign_ins').values(signIn).execute();
}

/** Takes a sign-in of this browser away that still holds; of two that come back with it, one gets it. */
export async function takeSignIn(
  tx: Tx,
  hash: Uint8Array,
  browserHash: Uint8Array,
  now: Date,
): Promise<Pick<Selectable<Schema['oidc_sign_ins']>, 'session_id'> | undefined> {
  return tx
    .deleteFrom('oidc_sign_ins')
    .where('hash', '=', hash)
    .where('browser_hash', '=', browserHash)
    .where('expires_at', '>', now)
    .returning('session_id')
    .executeTakeFirst();
}

export async function deleteExpiredSignIns(tx: Tx, now: Date, limit: number): Promise<void> {
  await tx
    .deleteFrom('oidc_sign_ins')
    .where('hash', 'in', (query) =>
      query
        .selectFrom('oidc_sign_ins')
        .select('hash')
        .where('expires_at', '<=', now)
        .orderBy('expires_at')
        .limit(limit)
        .forUpdate()
        .skipLocked(),
    )
    .execute();
}

export async function insertProviderSession(
  tx: Tx,
  session: Insertable<Schema['oidc_sessions']>,
): Promise<void> {
  await tx.insertInto('oidc_sessions').values(session).execute();
}

export async function selectProviderSession(
  tx: Tx,
  sessionId: string,
): Promise<Selectable<Schema['oidc_sessions']> | undefined> {
  return tx.selectFrom('oidc_sessions').selectAll().where('session_id', '=', sessionId).executeTakeFirst();
}

/** In the order of their sessions. */
export async function pageOfIdTokens(
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<{ readonly id: string; readonly sealed: Uint8Array }[]> {
  return tx
    .selectFrom('oidc_sessions')
    .select(['session_id as id', 'id_token as sealed'])
    .where('id_token', 'is not', null)
    .$narrowType<{ sealed: Uint8Array }>()
    .$if(after !== null, (query) => query.where('session_id', '>', after))
    .orderBy('session_id')
    .limit(limit)
    .execute();
}

/** Unless it is another by now. */
export async function replaceIdToken(
  tx: Tx,
  sessionId: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<void> {
  await tx
    .updateTable('oidc_sessions')
    .set({ id_token: after })
    .where('session_id', '=', sessionId)
    .where('id_token', '=', before)
    .execute();
}
