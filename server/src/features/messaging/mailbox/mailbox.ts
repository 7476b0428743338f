import type { MailboxMessage, MailboxMessageSummary } from '@rolecall/contract';
import PostalMime, { type Address } from 'postal-mime';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { decodeCursor, toPage } from '../../../platform/http/index.ts';
import { deleteMails, findMail, findMails, type MailboxRow, storeMail } from './mailbox.store.ts';

/** Mails that the development sink has received. */
export interface Mailbox {
  /** Stores a mail as it came over SMTP, once for its Message-ID, and keeps the newest 1,000. */
  receive(tx: Tx, raw: Uint8Array, recipients: readonly string[]): Promise<void>;
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

export function createMailbox({ clock }: { readonly clock: Clock }): Mailbox {
  return {
    async receive(tx, raw, recipients) {
      const mail = await PostalMime.parse(raw);
      const id = uuidv7();
      const row: MailboxRow = {
        id,
        message_id: storable(mail.messageId ?? `<${id}@mailbox>`),
        sender: storable(mail.from === undefined ? '' : toText(mail.from)),
        recipients: recipients.map((address) => storable(address.toLowerCase())),
        subject: storable(mail.subject ?? ''),
        html: mail.html === undefined ? null : storable(mail.html),
        text: mail.text === undefined ? null : storable(mail.text),
        headers: mail.headers.map(({ originalKey, value }) => ({
          name: storable(originalKey),
          value: storable(value),
        })),
        received_at: clock.now(),
      };
      await storeMail(tx, row, keptMails);
    },

    async list(tx, { limit, cursor, to }) {
      const after = cursor === undefined ? null : positionOf(cursor);
      const rows = await findMails(tx, to?.trim().toLowerCase(), after, limit + 1);
      return toPage(rows, limit, toSummary, (row) => [row.received_at.toISOString(), row.id]);
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

function toText(address: Address): string {
  return address.name === '' ? (address.address ?? '') : `${address.name} <${address.address ?? ''}>`;
}

/** PostgreSQL can not store NUL. */
function storable(text: string): string {
  return text.replaceAll('\0', '');
}

function positionOf(cursor: string): { receivedAt: Date; id: string } {
  const [received = '', id = ''] = decodeCursor(cursor, 2);
  const receivedAt = new Date(received);
  if (Number.isNaN(receivedAt.getTime()) || !/^[\da-f-]{36}$/.test(id)) {
    throw new ApplicationError('invalid_cursor');
  }
  return { receivedAt, id };
}
