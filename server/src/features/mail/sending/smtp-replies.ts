import { blamesSender, isUnknownMailbox, mayPass } from '../events/index.ts';
import type { MailOutcome } from './mail.ts';
import type { SmtpCommand, SmtpError } from './smtp-errors.ts';

/** What a failed attempt means; `unclear`: the connection broke, which may be the server's fault or the message's. */
export type Classification =
  | Exclude<MailOutcome, { result: 'sent' }>
  | { readonly result: 'unclear'; readonly detail: string };

/** Replies to RCPT TO that mean the same where a server gives no enhanced code. */
const unknownMailbox = new Set([550, 551, 553]);

/** Commands before any message is spoken of. */
const beforeMail: ReadonlySet<SmtpCommand> = new Set(['CONN', 'EHLO', 'STARTTLS', 'AUTH']);

/**
 * Reads how an attempt has failed. The reply of the server counts most: its enhanced code, then its class. An address is
 * only given up where the server says that there is no such mailbox; a refusal of policy (5.7.x) blames us.
 */
export function classify({ code, command, response, message: detail }: SmtpError): Classification {
  if (beforeMail.has(command) || code === 'ECLOSED') return { result: 'unavailable', detail };
  const reply = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response);
  if (reply === null) return { result: 'unclear', detail };
  const [, status, enhanced = ''] = reply;
  const result = byReply(Number(status), enhanced, command);
  return { result, detail, ...(enhanced === '' ? {} : { status: enhanced }) };
}

function byReply(
  status: number,
  enhanced: string,
  command: SmtpCommand,
): Exclude<MailOutcome['result'], 'sent'> {
  // 552 without more is a full mailbox.
  if (status < 500 || mayPass(enhanced) || (status === 552 && enhanced === '')) return 'retry';
  if (blamesSender(enhanced)) return 'sender_blocked';
  if (isUnknownMailbox(enhanced)) return 'address_rejected';
  if (enhanced === '' && command === 'RCPT TO' && unknownMailbox.has(status)) return 'address_rejected';
  return 'message_rejected';
}
