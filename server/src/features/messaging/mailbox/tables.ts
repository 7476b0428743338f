import type { Fixed, Json } from '../../../platform/db/index.ts';

interface MailboxMessageTable {
  id: Fixed<string>;
  /** Message-ID; a mail that arrives again is the same mail. */
  message_id: string;
  sender: string;
  recipients: string[];
  subject: string;
  html: string | null;
  text: string | null;
  headers: Json<{ name: string; value: string }[]>;
  received_at: Date;
}

declare module '../../../platform/db/schema.ts' {
  interface Schema {
    mailbox_messages: MailboxMessageTable;
  }
}
