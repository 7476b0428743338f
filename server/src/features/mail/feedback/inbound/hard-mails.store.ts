import { type Selectable, sql } from 'kysely';
import type { Schema, Tx } from '../../../../platform/db/index.ts';

export type HardMailRow = Selectable<Schema['hard_inbound_mails']>;

/** Keeps a mail once, and drops those beyond the newest ones and those from before a moment. */
export async function keepHardMail(
  tx: Tx,
  mail: HardMailRow,
  limits: { readonly most: number; readonly since: Date },
): Promise<void> {
  await tx
    .insertInto('hard_inbound_mails')
    .values(mail)
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .execute();
  await sql`
    delete from hard_inbound_mails where received_at < ${limits.since} or id in (
      select id from hard_inbound_mails order by received_at desc, id desc offset ${limits.most}
    )`.execute(tx);
}

/** The oldest that was tried less often than that, whose id comes after this one; undefined: there is none. */
export async function findHardMail(
  tx: Tx,
  attempts: number,
  after: string,
): Promise<HardMailRow | undefined> {
  return tx
    .selectFrom('hard_inbound_mails')
    .selectAll()
    .where('attempts', '<', attempts)
    .where('id', '>', after)
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

export async function countAttempt(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('hard_inbound_mails')
    .set((row) => ({ attempts: row('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function dropHardMail(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('hard_inbound_mails').where('id', '=', id).execute();
}
