import type { MailOutcome } from './mail.ts';

/** What a failed attempt means; `unclear`: the connection broke, which may be the server's fault or the message's. */
export type Classification =
  | Exclude<MailOutcome, { result: 'sent' }>
  | { readonly result: 'unclear'; readonly detail: string };

/** Enhanced status codes (RFC 3463) that say that there is no such mailbox, now or ever. */
const unknownAddress = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1', '5.4.4']);

/** Replies to RCPT TO that mean the same where a server gives no enhanced code. */
const unknownMailbox = new Set([550, 551, 553]);

/** Failures before any message is spoken of. */
const unreachable = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EPROXY', 'EREQUIRETLS']);
const refused = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EADDRNOTAVAIL',
]);
const broken = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EPROTOCOL', 'EABORT', 'ABORT_ERR']);

/**
 * Reads the error of an attempt. The reply of the server counts most: its enhanced code, then its class. An address is
 * only given up where the server says that there is no such mailbox; a refusal of policy (5.7.x) blames us.
 *
 * @returns null: not a failure of the mail server but a defect of ours
 */
export function classify(error: unknown): Classification | null {
  if (!(error instanceof Error)) return null;
  const code = textOf(error, 'code');
  const detail = error.message;
  if (unreachable.has(code)) return { result: 'unavailable', detail };

  const reply = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})\b)?/.exec(textOf(error, 'response'));
  if (reply !== null) {
    const [, status, enhanced = ''] = reply;
    const result = byReply(Number(status), enhanced, textOf(error, 'command'));
    return { result, detail, ...(enhanced === '' ? {} : { status: enhanced }) };
  }

  if (refused.has(code) || refused.has(textOf(error, 'originalCode')))
    return { result: 'unavailable', detail };
  if (broken.has(code) || error.name === 'AbortError' || error.name === 'TimeoutError') {
    return { result: 'unclear', detail };
  }
  if (code === 'EENVELOPE') return { result: 'address_rejected', detail };
  if (code === 'EMESSAGE') return { result: 'message_rejected', detail };
  return null;
}

function byReply(status: number, enhanced: string, command: string): Exclude<MailOutcome['result'], 'sent'> {
  if (command === 'CONN' || command === 'EHLO' || command === 'HELO') return 'unavailable';
  // A full mailbox (5.2.2, or 552 without more) is emptied some day.
  if (status < 500 || enhanced === '5.2.2' || (status === 552 && enhanced === '')) return 'retry';
  if (enhanced.startsWith('5.7.') || enhanced === '5.3.4') return 'sender_blocked';
  if (unknownAddress.has(enhanced)) return 'address_rejected';
  if (enhanced === '' && command === 'RCPT TO' && unknownMailbox.has(status)) return 'address_rejected';
  return 'message_rejected';
}

function textOf(error: Error, property: string): string {
  const value: unknown = Reflect.get(error, property);
  return typeof value === 'string' ? value : '';
}
