import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/index.ts';

export interface MailboxRow {
  readonly id: string;
  readonly message_id: string;
  readonly sender: string;
  readonly recipients: string[];
  readonly subject: string;
  readonly html: string | null;
  readonly text: string | null;
  readonly headers: { name: string; value: string }[];
  readonly received_at: Date;
}

/** Stores a mail unless it is there already, and drops the oldest beyond `keep`. */
export async function storeMail(tx: Tx, mail: MailboxRow, keep: number): Promise<void> {
  await tx
    .insertInto('mailbox_messages')
    .values({ ...mail, headers: JSON.stringify(mail.headers) })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .execute();
  await sql`
    delete from mailbox_messages where id in (
      select id from mailbox_messages order by received_at desc, id desc offset ${keep}
    )`.execute(tx);
}

/** The newest first, from behind a position. */
export async function findMails(
  tx: Tx,
  recipient: string | undefined,
  after: { readonly receivedAt: Date; readonly id: string } | null,
  limit: number,
): Promise<MailboxRow[]> {
  const { rows } = await sql<MailboxRow>`
    select id, message_id, sender, recipients, subject, null as html, left(text, 300) as text, '[]'::jsonb as headers,
      received_at
    from mailbox_messages
    where true
      ${recipient === undefined ? sql`` : sql`and ${recipient} = any(recipients)`}
      ${after === null ? sql`` : sql`and (received_at, id) < (${after.receivedAt}, ${after.id})`}
    order by received_at desc, id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findMail(tx: Tx, id: string): Promise<MailboxRow | undefined> {
  return tx.selectFrom('mailbox_messages').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function deleteMails(tx: Tx): Promise<void> {
  await tx.deleteFrom('mailbox_messages').execute();
}
