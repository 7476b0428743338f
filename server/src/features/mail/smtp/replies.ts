import { isUnknownMailbox, judgeRefusal, mayPass } from '../events/index.ts';
import type { MailOutcome } from '../message/index.ts';
import type { SmtpCommand, SmtpError } from './errors.ts';

/** What a failed attempt means; `unclear`: the connection broke, because of the server or of the message. */
export type Classification =
  | Exclude<MailOutcome, { result: 'sent' }>
  | { readonly result: 'unclear'; readonly detail: string };

/** Replies to RCPT TO that mean an unknown mailbox where a server gives no enhanced code. */
const unknownMailbox = new Set([550, 551, 553]);

/** Commands that are about no message yet. */
const beforeMail: ReadonlySet<SmtpCommand> = new Set(['CONN', 'EHLO', 'STARTTLS', 'AUTH']);

/**
 * Classifies how an attempt failed. The reply of the server counts most: its enhanced code, then its class. An address is
 * rejected only where the server says that there is no such mailbox; a refusal by policy (5.7.x, or in words) is about us as
 * the sender.
 */
export function classify({ code, command, response, message: detail }: SmtpError): Classification {
  if (beforeMail.has(command) || code === 'ECLOSED') return { result: 'unavailable', detail };
  const reply = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(response);
  if (reply === null) return { result: 'unclear', detail };
  const [, status, enhanced = ''] = reply;
  const result = byReply(Number(status), enhanced, command, response);
  return { result, detail, ...(enhanced === '' ? {} : { status: enhanced }) };
}

function byReply(
  status: number,
  enhanced: string,
  command: SmtpCommand,
  response: string,
): Exclude<MailOutcome['result'], 'sent'> {
  // 552 without an enhanced code is a full mailbox.
  if (status < 500 || mayPass(enhanced) || (status === 552 && enhanced === '')) return 'retry';
  const { bounce } = judgeRefusal(enhanced, response, 'hard');
  if (bounce === 'blocked') return 'sender_blocked';
  if (bounce === 'content') return 'message_rejected';
  if (isUnknownMailbox(enhanced)) return bounce === 'soft' ? 'retry' : 'address_rejected';
  if (enhanced === '' && command === 'RCPT TO' && unknownMailbox.has(status)) return 'address_rejected';
  return 'message_rejected';
}
