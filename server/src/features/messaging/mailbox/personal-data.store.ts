import { sql } from 'kysely';
import type { PersonalData } from '../../identity/personal-data/index.ts';

const pageSize = 20;

/** Copies of mails that the built-in mailbox of a development instance has; they know the address only. */
export const mailboxData: PersonalData = {
  name: 'mailbox',
  columns: ['mailbox_messages.recipients'],

  async *pages(tx, { email }) {
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const { rows } = await sql<{ id: string }>`
        select * from mailbox_messages where ${email} = any(recipients) and id > ${after}::uuid
        order by id limit ${pageSize}`.execute(tx);
      if (rows.length > 0) yield rows;
      if (rows.length < pageSize) return;
      after = rows.at(-1)?.id ?? after;
    }
  },

  async eraseSome(tx, { email }) {
    await sql`delete from mailbox_messages where ${email} = any(recipients)`.execute(tx);
    return false;
  },
};
