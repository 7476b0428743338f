import type { Locale } from '@rolecall/contract';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface Erasure {
  readonly user_id: string;
  readonly email: string;
  readonly name: string;
  readonly locale: Locale;
  readonly requested_at: Date;
  readonly erased_at: Date | null;
}

/** Does nothing when it has been asked for already. */
export async function insertErasure(
  tx: Tx,
  erasure: Pick<Erasure, 'user_id' | 'email' | 'name' | 'locale' | 'requested_at'>,
): Promise<void> {
  await tx
    .insertInto('erasures')
    .values({ ...erasure, due_at: erasure.requested_at })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute();
}

/** Takes what is due until `until`, so that no other worker does the same at the same time. */
export async function claimErasure(tx: Tx, now: Date, until: Date): Promise<Erasure | undefined> {
  const { rows } = await sql<Erasure>`
    update erasures set due_at = ${until}
    where user_id = (
      select user_id from erasures where due_at <= ${now} order by due_at limit 1 for update skip locked
    )
    returning user_id, email, name, locale, requested_at, erased_at`.execute(tx);
  return rows[0];
}

export async function markErased(tx: Tx, userId: string, now: Date): Promise<void> {
  await tx.updateTable('erasures').set({ erased_at: now }).where('user_id', '=', userId).execute();
}

export async function postpone(tx: Tx, userId: string, dueAt: Date): Promise<void> {
  await tx.updateTable('erasures').set({ due_at: dueAt }).where('user_id', '=', userId).execute();
}

export async function deleteErasure(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('erasures').where('user_id', '=', userId).execute();
}
