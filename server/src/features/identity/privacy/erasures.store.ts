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

/** False: it has been asked for already. */
export async function insertErasure(tx: Tx, userId: string, now: Date): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into erasures (user_id, email, name, locale, requested_at, due_at)
    select users.id, users.email, users.name, coalesce(profiles.locale, 'en'), ${now}, ${now}
    from users left join profiles on profiles.user_id = users.id where users.id = ${userId}
    on conflict (user_id) do nothing`.execute(tx);
  return numAffectedRows > 0n;
}

/** Without a profile nobody is matched or told anything any more, so nothing new is written while the rest goes. */
export async function deleteProfile(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('profiles').where('user_id', '=', userId).execute();
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

export async function deleteUser(tx: Tx, userId: string): Promise<void> {
  await tx.deleteFrom('users').where('id', '=', userId).execute();
}

export async function selectSubject(
  tx: Tx,
  userId: string,
): Promise<{ userId: string; email: string } | undefined> {
  return tx.selectFrom('users').select(['id as userId', 'email']).where('id', '=', userId).executeTakeFirst();
}
