import { isAscii, splitMailbox, toMailAddress } from './addresses.ts';
import {
  checkFieldName,
  type HeaderField,
  parameterOf,
  phraseField,
  structuredField,
  unstructuredField,
} from './header-fields.ts';
import type { MailAttachment, OutgoingMail } from './mail.ts';
import { encodeQuotedPrintable, quotedPrintableBound } from './quoted-printable.ts';
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
 * An equals sign is followed by a hexadecimal digit or a line end in quoted-printable, and not there at all in front of
 * the end in base64, so these stand in no part of a mail. They are always the same, so that a mail that is sent again
 * has the same bytes.
 */
const alternatives = '=_alternatives';
const mixed = '=_mixed';

/** Headers whose text is for people. */
const unstructured = new Set(['subject', 'comments', 'organization']);
/** Headers with a name in front of what programs read. */
const phrases = new Set(['reply-to', 'list-id', 'sender']);
/** What the builder writes itself. */
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
/** RFC 5322, 2.1.1 for whole lines; a mail is refused beyond that instead of being broken on its way. */
const largestMail = 10 * 1024 * 1024;

/**
 * Makes a builder of MIME messages (RFC 2045 to 2047, 2231, 5322): the text and the page as alternatives, attachments
 * beside them. It keeps a buffer from mail to mail, because making one costs more than filling it.
 *
 * @returns throws `UnsafeHeaderError` and `UnsendableMailError` for what can not be sent
 */
export function createMessageBuilder(): MessageBuilder {
  const writer = createWriter();

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
    throw new UnsendableMailError('message_rejected', '5.6.0', `The header ${name} can not be given`);
  }
  if (phrases.has(lowered)) {
    const { name: phrase, address } = splitMailbox(value);
    return phrase === '' ? structuredField(name, value) : phraseField(name, phrase, address);
  }
  return unstructured.has(lowered) ? unstructuredField(name, value) : structuredField(name, value);
}

/** The header as it goes out, with the empty line behind it. */
export function headerText(fields: readonly HeaderField[]): string {
  return `${fields.map(({ name, value }) => `${name}: ${value}\r\n`).join('')}\r\n`;
}

/** Gathers the bytes of one body at a time. */
function createWriter() {
  let output = Buffer.allocUnsafeSlow(128 * 1024);
  let input = Buffer.allocUnsafeSlow(64 * 1024);
  let end = 0;

  function makeRoom(bytes: number): void {
    if (end + bytes > largestMail)
      throw new UnsendableMailError('message_rejected', '5.3.4', 'The mail is too large');
    if (end + bytes <= output.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (end + bytes));
    output.copy(larger, 0, 0, end);
    output = larger;
  }

  return {
    begin() {
      end = 0;
    },
    ascii(text: string) {
      makeRoom(text.length);
      end += output.write(text, end, 'latin1');
    },
    quotedPrintable(text: string) {
      const most = text.length * 3;
      if (most > input.length) input = Buffer.allocUnsafeSlow(2 * most);
      const length = input.write(text, 0, 'utf8');
      makeRoom(quotedPrintableBound(length));
      end = encodeQuotedPrintable(input, length, output, end);
    },
    /** A copy, since the next mail is written over it. */
    end: () => Buffer.from(output.subarray(0, end)),
  };
}
