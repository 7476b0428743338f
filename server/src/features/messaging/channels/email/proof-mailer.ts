import { createHash } from 'node:crypto';
import { locales } from '@rolecall/contract';
import { type PlainMailOptions, sendPlainMail } from './plain-mail.ts';
import { proofMessages } from './proof.messages.ts';

/** In all languages, since nothing is known of who reads the mailbox of a company. */
const textOf = (code: string) =>
  `${[code, ...locales.map((locale) => proofMessages(locale).about())].join('\n\n')}\n`;

/** Mails the code by which a company proves its domain. */
export function createProofMailer(options: PlainMailOptions) {
  return ({ address, code }: { readonly address: string; readonly code: string }) =>
    sendPlainMail(options, {
      to: { name: address, address },
      subject: `${code} · Rolecall`,
      text: textOf(code),
      messageId: `<proof-${createHash('sha256').update(`${address} ${code}`).digest('hex').slice(0, 32)}@rolecall>`,
      isUrgent: true,
    });
}
