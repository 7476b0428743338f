import { type Selectable, sql } from 'kysely';
import type { Tx } from '../../../../platform/db/index.ts';
import type { WebPushKeyTable } from './tables.ts';

export type VapidKeyRow = Selectable<WebPushKeyTable>;

/** More than ever come together: there is a new one only when the secret of the instance has changed. */
const maximumKeys = 20;

/** The newest first. */
export async function selectVapidKeys(tx: Tx): Promise<VapidKeyRow[]> {
  return tx
    .selectFrom('web_push_keys')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(maximumKeys)
    .execute();
}

/** Makes other processes that want to add a key wait for the end of this transaction; reading goes on. */
export async function lockVapidKeys(tx: Tx): Promise<void> {
  await sql`lock table web_push_keys in share row exclusive mode`.execute(tx);
}

export async function insertVapidKey(tx: Tx, row: VapidKeyRow): Promise<void> {
  await tx.insertInto('web_push_keys').values(row).execute();
}

/** In the order of their ids. */
export async function pageOfVapidKeys(
  tx: Tx,
  after: string | null,
  limit: number,
): Promise<{ readonly id: string; readonly sealed: string }[]> {
  return tx
    .selectFrom('web_push_keys')
    .select(['id', 'private_key as sealed'])
    .$if(after !== null, (query) => query.where('id', '>', after))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Unless it is another by now. */
export async function replaceVapidPrivateKey(
  tx: Tx,
  id: string,
  before: string,
  after: string,
): Promise<void> {
  await tx
    .updateTable('web_push_keys')
    .set({ private_key: after })
    .where('id', '=', id)
    .where('private_key', '=', before)
    .execute();
}
