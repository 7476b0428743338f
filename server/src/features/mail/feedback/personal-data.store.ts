import { sql } from 'kysely';
import type { PersonalData } from '../../identity/personal-data/index.ts';

/** Mails that came back and were too hard to read, as far as they name the address; there are few. */
export const hardMailData: PersonalData = {
  name: 'unread_returned_mails',
  columns: ['hard_inbound_mails.raw'],

  async *pages(tx, { email }) {
    const { rows } = await sql<{ received_at: Date; reason: string; mail: string }>`
      select received_at, reason, encode(raw, 'base64') as mail from hard_inbound_mails
      where position(convert_to(${email}, 'UTF8') in raw) > 0 order by id`.execute(tx);
    if (rows.length > 0) yield rows;
  },

  async eraseSome(tx, { email }) {
    await sql`delete from hard_inbound_mails where position(convert_to(${email}, 'UTF8') in raw) > 0`.execute(
      tx,
    );
    return false;
  },
};
