import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import { asStatus, bestStatus, findStatus } from '../enhanced-status.ts';
import { readFieldBlocks, withoutType } from './fields.ts';

/** What a mail that came to us is. */
export type ReturnedContent =
  /** A server gives up (`failed`), or says that it is still trying (`delayed`). */
  | {
      readonly type: 'bounce';
      readonly action: 'failed' | 'delayed';
      readonly status: string | null;
      readonly detail: string;
    }
  /** Somebody has reported a mail as spam. */
  | { readonly type: 'complaint'; readonly detail: string }
  /** A program answers for its owner: an absence, a confirmation. */
  | { readonly type: 'auto_reply' }
  | { readonly type: 'other' };

export interface ReturnedMail {
  readonly content: ReturnedContent;
  /** Addresses that name the mail it is about, if we have made one of them. Anybody may have written them. */
  readonly candidates: readonly string[];
  /** Whom it says that it is to. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** The same each time that it comes. */
  readonly fingerprint: string;
}

const mostCandidates = 50;
const longestDetail = 500;

/** Kinds of feedback that are complaints (RFC 5965, 7.3; RFC 6430); `not-spam` and `auth-failure` are none. */
const complaints = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list', 'virus', 'miscategorized', 'other']);

/**
 * Reads a mail that has come back: a delivery status notification (RFC 3464, RFC 6533), a report of spam (RFC 5965), or
 * one of the many that look like neither. It decides nothing and trusts nothing.
 *
 * @returns null: it is no mail that can be read
 */
export async function readReturned(raw: Uint8Array): Promise<ReturnedMail | null> {
  try {
    const mail = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: 20,
      maxHeadersSize: 262_144,
    });
    return {
      content: contentOf(mail),
      candidates: [...new Set(candidatesOf(mail))].slice(0, mostCandidates),
      recipients: addressesOf(mail),
      subject: mail.subject ?? '',
      fingerprint: createHash('sha256')
        .update(mail.messageId ?? raw)
        .digest('hex')
        .slice(0, 32),
    };
  } catch {
    return null;
  }
}

function contentOf(mail: Email): ReturnedContent {
  const feedback = partOf(mail, 'message/feedback-report');
  if (feedback !== null) return complaintOf(feedback);
  const status = partOf(mail, 'message/delivery-status') ?? partOf(mail, 'message/global-delivery-status');
  if (status !== null) return bounceOf(status);
  // Bounces say that they are automatic too, so this comes after them.
  const looksLikeBounce = headerOf(mail, 'x-failed-recipients') !== null || isFromDaemon(mail);
  if (!looksLikeBounce) return isAutomatic(mail) ? { type: 'auto_reply' } : { type: 'other' };
  const text = `${mail.subject ?? ''}\n${mail.text ?? ''}`.slice(0, 20_000);
  const found = findStatus(text);
  if (found === null && headerOf(mail, 'x-failed-recipients') === null) return { type: 'other' };
  const isDelay = found?.startsWith('4.') === true && /delay|still being retried|will retry/i.test(text);
  return {
    type: 'bounce',
    action: isDelay ? 'delayed' : 'failed',
    status: found,
    detail: shorten(mail.subject ?? ''),
  };
}

function complaintOf(report: string): ReturnedContent {
  const [fields] = readFieldBlocks(report);
  const type = fields?.get('feedback-type')?.toLowerCase() ?? '';
  return complaints.has(type) ? { type: 'complaint', detail: type } : { type: 'other' };
}

/** Of several recipients one that has failed counts: a mail of ours has one, and what it was forwarded to may have more. */
function bounceOf(report: string): ReturnedContent {
  const recipients = readFieldBlocks(report).filter((fields) => fields.has('action'));
  for (const action of ['failed', 'delayed'] as const) {
    const fields = recipients.find((one) => one.get('action')?.toLowerCase().startsWith(action));
    if (fields === undefined) continue;
    const diagnostic = withoutType(fields.get('diagnostic-code')) ?? '';
    const status = bestStatus(fields.get('status'), diagnostic);
    return {
      type: 'bounce',
      action,
      status: status?.startsWith('2.') ? null : asStatus(status),
      detail: shorten(diagnostic),
    };
  }
  return { type: 'other' };
}

function candidatesOf(mail: Email): string[] {
  const candidates = addressesOf(mail);
  for (const { mimeType, content } of mail.attachments) {
    if (typeof content !== 'string') continue;
    if (mimeType === 'message/feedback-report') {
      const [fields] = readFieldBlocks(content);
      candidates.push(...bareAddresses(fields?.get('original-mail-from')));
    }
    if (
      mimeType.startsWith('message/rfc822') ||
      mimeType === 'text/rfc822-headers' ||
      mimeType === 'message/global-headers'
    ) {
      // The first block is its header.
      const [header] = readFieldBlocks(content.trimStart());
      candidates.push(...bareAddresses(header?.get('return-path')));
    }
  }
  return candidates;
}

/** To whom it came, by its header. */
function addressesOf(mail: Email): string[] {
  const written = [...(mail.to ?? []), ...(mail.cc ?? [])].flatMap(({ address }) => address ?? []);
  const delivered = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'].flatMap((name) =>
    bareAddresses(headerOf(mail, name)),
  );
  return [...delivered, ...written].slice(0, mostCandidates);
}

function bareAddresses(value: string | null | undefined): string[] {
  return (value ?? '')
    .slice(0, 2_000)
    .split(/[\s,<>]+/)
    .filter((word) => word.includes('@'));
}

function partOf(mail: Email, type: string): string | null {
  const part = mail.attachments.find(({ mimeType }) => mimeType === type);
  return typeof part?.content === 'string' ? part.content : null;
}

function headerOf(mail: Email, name: string): string | null {
  return mail.headers.find(({ key }) => key === name)?.value ?? null;
}

function isFromDaemon(mail: Email): boolean {
  const sender = mail.from?.address ?? headerOf(mail, 'from') ?? '';
  return /^(?:mailer-daemon|postmaster|mail-daemon|microsoftexchange[\da-f]*)\b/i.test(sender.trim());
}

/** Whether a program has written it (RFC 3834, and what was done before it). */
function isAutomatic(mail: Email): boolean {
  const submitted = headerOf(mail, 'auto-submitted')?.toLowerCase() ?? 'no';
  if (!submitted.startsWith('no')) return true;
  if (/^(?:bulk|junk|auto_reply)/i.test(headerOf(mail, 'precedence') ?? '')) return true;
  return ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some(
    (name) => headerOf(mail, name) !== null,
  );
}

function shorten(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestDetail)
    .toWellFormed();
}
