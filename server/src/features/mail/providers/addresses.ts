import type { OutgoingMail } from '../message/index.ts';

/** `"Name" <address>` (RFC 5322, 3.4), or the address alone. */
export function formatAddress({
  name,
  address,
}: {
  readonly name: string;
  readonly address: string;
}): string {
  return name === '' ? address : `"${name.replaceAll(/["\\]/g, '\\$&')}" <${address}>`;
}

/** The headers that an API takes as they are, and `Reply-To`, for which each API has a field. */
export function splitHeaders({ headers, messageId }: OutgoingMail): {
  readonly replyTo: string | undefined;
  readonly others: Readonly<Record<string, string>>;
} {
  const entries = Object.entries(headers);
  const isReplyTo = ([name]: readonly [string, string]) => name.toLowerCase() === 'reply-to';
  return {
    replyTo: entries.find(isReplyTo)?.[1],
    others: {
      'Message-ID': messageId,
      ...Object.fromEntries(entries.filter((entry) => !isReplyTo(entry))),
    },
  };
}

export function toBase64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
