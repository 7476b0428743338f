import type { Insertable } from 'kysely';
import type { Schema, Tx } from '../../../platform/db/index.ts';

/** A new link takes the place of the one before. */
export async function replaceLink(tx: Tx, link: Insertable<Schema['sign_in_links']>): Promise<void> {
  await tx.deleteFrom('sign_in_links').where('user_id', '=', link.user_id).execute();
  await tx.insertInto('sign_in_links').values(link).execute();
}

/** Uses a link up that still holds; of two who try it at once, one gets its owner. */
export async function takeLink(tx: Tx, hash: Uint8Array, now: Date): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('sign_in_links')
    .where('hash', '=', hash)
    .where('expires_at', '>', now)
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

export async function deleteLinksOf(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('sign_in_links').where('user_id', '=', userId).execute();
}
