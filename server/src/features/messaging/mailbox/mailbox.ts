import type { MailboxMessage, MailboxMessageSummary } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createCursors, idField, momentField } from '../../../platform/pagination/index.ts';
import { type WorkerPool, workerFile } from '../../../platform/workers/index.ts';
import { type MailContent, storable } from './mail-content.ts';
import { deleteMails, findMail, findMails, type MailboxRow, storeMail } from './mailbox.store.ts';

const cursors = createCursors({ receivedAt: momentField, id: idField });

/** Largest mail that is taken, in bytes. */
export const largestMail = 2 * 1024 * 1024;

/** A mail that has been read and not stored yet. */
export type ReceivedMail = MailboxRow;

/** Mails that the development sink has received. */
export interface Mailbox {
  /**
   * Reads a mail as it came over SMTP, before the transaction that stores it. One that is too hard is kept as plain text.
   * @throws {ApplicationError} `overloaded`
   */
  readMail(raw: Uint8Array, recipients: readonly string[]): Promise<ReceivedMail>;
  /** Stores a mail, once for its Message-ID, and keeps the newest 1,000. */
  receive(tx: Tx, mail: ReceivedMail): Promise<void>;
  list(
    tx: Tx,
    query: { readonly limit: number; readonly cursor?: string | undefined; readonly to?: string | undefined },
  ): Promise<{ items: MailboxMessageSummary[]; next_cursor: string | null }>;
  /** @throws {ApplicationError} `not_found` */
  read(tx: Tx, id: string): Promise<MailboxMessage>;
  clear(tx: Tx): Promise<void>;
}

const keptMails = 1_000;
const excerptLength = 140;

const readTask = workerFile<typeof import('./mailbox.worker.ts')>(
  new URL('./mailbox.worker.ts', import.meta.url),
).task('readMail', {
  name: 'mailbox.mail',
  deadlineMs: 5_000,
  maximumSize: largestMail,
  sizeOf: (raw) => raw.length,
});

export function createMailbox({
  clock,
  workers,
}: {
  readonly clock: Clock;
  readonly workers: WorkerPool;
}): Mailbox {
  return {
    async readMail(raw, recipients) {
      const read = await workers.run(readTask, raw);
      const mail = read.status === 'done' ? read.output : asPlainText(raw, read.detail);
      const id = uuidv7();
      return {
        ...mail,
        id,
        message_id: mail.message_id ?? `<${id}@mailbox>`,
        recipients: recipients.map((address) => storable(address.toLowerCase())),
        received_at: clock.now(),
      };
    },

    receive: (tx, mail) => storeMail(tx, mail, keptMails),

    async list(tx, { limit, cursor, to }) {
      const after = cursors.read(cursor);
      const rows = await findMails(tx, to?.trim().toLowerCase(), after, limit + 1);
      return cursors.page(rows, limit, toSummary, (row) => ({ receivedAt: row.received_at, id: row.id }));
    },

    async read(tx, id) {
      const row = await findMail(tx, id);
      if (row === undefined) throw new ApplicationError('not_found');
      return { ...toSummary(row), html: row.html, text: row.text, headers: row.headers };
    },

    clear: (tx) => deleteMails(tx),
  };
}

function toSummary(row: MailboxRow): MailboxMessageSummary {
  return {
    id: row.id,
    message_id: row.message_id,
    from: row.sender,
    to: row.recipients,
    subject: row.subject,
    received_at: row.received_at.toISOString(),
    excerpt: (row.text ?? '').replaceAll(/\s+/g, ' ').trim().slice(0, excerptLength),
  };
}

function asPlainText(raw: Uint8Array, reason: string): MailContent {
  return {
    message_id: null,
    sender: '',
    subject: 'A mail that could not be read',
    html: null,
    text: `${reason}\n\n${storable(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString())}`,
    headers: [],
  };
}
