import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';
import { findReturnPaths } from '../../message/index.ts';
import { contentOf, type InboundContent } from './content.ts';
import { readFieldBlocks } from './fields.ts';
import { headerOf, returnedMails } from './headers.ts';

export interface ParsedMail {
  readonly content: InboundContent;
  /** Addresses that may be our return path of the mail that it is about. Anybody may have written them. */
  readonly candidates: readonly string[];
  /** Its recipients by its header. */
  readonly recipients: readonly string[];
  readonly subject: string;
  /** The same each time that the mail arrives. */
  readonly fingerprint: string;
}

const mostCandidates = 50;
/** Lines of a mail that are read; a report comes before the mail that it returns. Parsing costs by the line. */
const mostLines = 20_000;

/**
 * Parses an inbound mail: a delivery status notification (RFC 3464, RFC 6533), a report of spam (RFC 5965), or one of the
 * many bounces without a standard form. It decides nothing and trusts nothing.
 *
 * @param sender of the envelope, where the empty one is that of bounces; null: unknown, so `Return-Path` counts
 * @returns null: it cannot be parsed
 */
export async function parseInbound(
  given: Uint8Array,
  sender: string | null = null,
): Promise<ParsedMail | null> {
  const raw = withinLines(given);
  try {
    const mail = await PostalMime.parse(raw, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'utf8',
      maxNestingDepth: 20,
      maxHeadersSize: 262_144,
    });
    const whole = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString();
    return {
      content: contentOf(mail, sender, whole.slice(Math.max(0, whole.search(/\r?\n\r?\n/)))),
      candidates: [...new Set(candidatesOf(mail, whole))].slice(0, mostCandidates),
      recipients: addressesOf(mail),
      subject: mail.subject ?? '',
      fingerprint: createHash('sha256')
        .update(mail.messageId ?? given)
        .digest('hex')
        .slice(0, 32),
    };
  } catch {
    return null;
  }
}

function withinLines(raw: Uint8Array): Uint8Array {
  let end = -1;
  for (let lines = 0; lines < mostLines; lines += 1) {
    end = raw.indexOf(0x0a, end + 1);
    if (end === -1) return raw;
  }
  return raw.subarray(0, end + 1);
}

function candidatesOf(mail: Email, whole: string): string[] {
  const candidates = addressesOf(mail);
  for (const { mimeType, content } of mail.attachments) {
    if (typeof content !== 'string' || mimeType !== 'message/feedback-report') continue;
    const [fields] = readFieldBlocks(content);
    candidates.push(...bareAddresses(fields?.get('original-mail-from')));
  }
  for (const returned of returnedMails(mail)) {
    // The first block is the header of the returned mail.
    const [header] = readFieldBlocks(returned.trimStart());
    candidates.push(...bareAddresses(header?.get('return-path')), ...findReturnPaths(returned));
  }
  // Notices without a standard form return the mail as text, or encode it together with their own.
  return [...candidates, ...findReturnPaths(mail.text ?? ''), ...findReturnPaths(whole)];
}

/** The recipients by the header. */
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
