import { isAscii, splitMailbox, toMailAddress } from './addresses.ts';
import { createBodyWriter } from './body-writer.ts';
import {
  checkFieldName,
  type HeaderField,
  parameterOf,
  phraseField,
  structuredField,
  unstructuredField,
} from './header-fields.ts';
import type { MailAttachment, OutgoingMail } from './mail.ts';
import { UnsendableMailError } from './unsendable.ts';

/** A mail as bytes: its lines end with CRLF, none is longer than 998, and no line of its body begins with a dot. */
export interface Message {
  readonly fields: readonly HeaderField[];
  readonly body: Uint8Array;
  /** Address of the envelope. */
  readonly recipient: string;
  /** An address of it can only be handed to a server with SMTPUTF8 (RFC 6531). */
  readonly needsSmtpUtf8: boolean;
}

export type MessageBuilder = (mail: OutgoingMail) => Message;

/**
 * No part of a mail can contain these boundaries: in quoted-printable a hexadecimal digit or a line end follows each equals
 * sign, and in base64 it only stands at the end. They never change, so that a mail that is sent again has the same bytes.
 */
const alternatives = '=_alternatives';
const mixed = '=_mixed';

/** Headers whose text is for people. */
const unstructured = new Set(['subject', 'comments', 'organization']);
/** Headers with a name before the part that programs read. */
const phrases = new Set(['reply-to', 'list-id', 'sender']);
/** Headers that the builder writes itself. */
const reserved = new Set([
  'from',
  'to',
  'cc',
  'bcc',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'content-disposition',
  'dkim-signature',
  'return-path',
  'received',
]);

const messageId = /^<[^\s<>@]{1,200}@[^\s<>@]{1,255}>$/;
const mediaType = /^[\w.+-]+\/[\w.+-]+(?:; ?[\w.+-]+=(?:[\w.+-]+|"[^"\\]*"))*$/;

/**
 * Builds MIME messages (RFC 2045 to 2047, 2231, 5322): text and HTML as alternatives, attachments beside them.
 *
 * @returns throws `UnsafeHeaderError` and `UnsendableMailError` for a mail that cannot be sent
 */
export function createMessageBuilder(): MessageBuilder {
  const writer = createBodyWriter();

  return (mail) => {
    const from = splitMailbox(mail.from);
    const sender = toMailAddress(from.address);
    const recipient = toMailAddress(mail.to.address);
    const { attachments = [] } = mail;
    const boundary = attachments.length === 0 ? alternatives : mixed;
    const kind = attachments.length === 0 ? 'alternative' : 'mixed';
    if (!messageId.test(mail.messageId) || !isAscii(mail.messageId)) {
      throw new UnsendableMailError('message_rejected', '5.6.0', 'The Message-ID is not valid');
    }
    const fields = [
      phraseField('From', from.name, sender.address),
      phraseField('To', mail.to.name, recipient.address),
      unstructuredField('Subject', mail.subject),
      { name: 'Date', value: mail.date.toUTCString().replace('GMT', '+0000') },
      { name: 'Message-ID', value: mail.messageId },
      ...Object.entries(mail.headers).map(([name, value]) => extraField(name, value)),
      { name: 'MIME-Version', value: '1.0' },
      { name: 'Content-Type', value: `multipart/${kind}; boundary="${boundary}"` },
    ];

    writer.begin();
    if (attachments.length === 0) writeAlternatives(mail);
    else {
      writer.ascii(`--${mixed}\r\nContent-Type: multipart/alternative; boundary="${alternatives}"\r\n\r\n`);
      writeAlternatives(mail);
      for (const attachment of attachments) writeAttachment(attachment);
      writer.ascii(`--${mixed}--\r\n`);
    }
    const body = writer.end();
    return {
      fields,
      body,
      recipient: recipient.address,
      needsSmtpUtf8: sender.isInternational || recipient.isInternational,
    };
  };

  /** The text comes first: a mail program shows the last part that it knows (RFC 2046, 5.1.4). */
  function writeAlternatives({ text, html }: OutgoingMail): void {
    for (const [type, content] of [
      ['plain', text],
      ['html', html],
    ] as const) {
      writer.ascii(
        `--${alternatives}\r\nContent-Type: text/${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
      );
      writer.quotedPrintable(content);
      writer.ascii('\r\n');
    }
    writer.ascii(`--${alternatives}--\r\n`);
  }

  function writeAttachment({ filename, contentType, content }: MailAttachment): void {
    if (!mediaType.test(contentType)) {
      throw new UnsendableMailError('message_rejected', '5.6.0', 'The type of an attachment is not valid');
    }
    const disposition = `Content-Disposition: attachment;\r\n ${parameterOf('filename', filename)}`;
    writer.ascii(
      `--${mixed}\r\nContent-Type: ${contentType.replaceAll(/; ?/g, ';\r\n ')}\r\nContent-Transfer-Encoding: base64\r\n${disposition}\r\n\r\n`,
    );
    writer.ascii(
      `${Buffer.from(content)
        .toString('base64')
        .replaceAll(/.{1,76}/g, '$&\r\n')}`,
    );
  }
}

function extraField(name: string, value: string): HeaderField {
  checkFieldName(name);
  const lowered = name.toLowerCase();
  if (reserved.has(lowered)) {
    throw new UnsendableMailError('message_rejected', '5.6.0', `The header ${name} cannot be given`);
  }
  if (phrases.has(lowered)) {
    const { name: phrase, address } = splitMailbox(value);
    return phrase === '' ? structuredField(name, value) : phraseField(name, phrase, address);
  }
  return unstructured.has(lowered) ? unstructuredField(name, value) : structuredField(name, value);
}

/** The header as it goes out, with the empty line that ends it. */
export function headerText(fields: readonly HeaderField[]): string {
  return `${fields.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n`;
}
