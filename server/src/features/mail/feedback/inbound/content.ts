import type { BounceClass } from '@rolecall/contract';
import type { Email } from 'postal-mime';
import { judgeRefusal } from '../../events/index.ts';
import { readFieldBlocks, withoutType } from './fields.ts';
import { hasNullSender, headerOf, isAutomatic, isFromDaemon, partOf, returnedMails } from './headers.ts';
import { type Notice, readNotice } from './notice.ts';
import { saysAbsence } from './notice-words.ts';

/** What an inbound mail is. */
export type InboundContent =
  /** A server has given up (`failed`), or is still trying (`delayed`). */
  | {
      readonly type: 'bounce';
      readonly action: 'failed' | 'delayed';
      readonly status: string | null;
      /** Who is to blame. */
      readonly bounce: BounceClass;
      readonly detail: string;
    }
  /** A recipient has reported a mail as spam. */
  | { readonly type: 'complaint'; readonly detail: string }
  /** A program has answered, such as an absence notice. */
  | { readonly type: 'auto_reply' }
  | { readonly type: 'other' };

const longestDetail = 500;

/** Types of feedback that are complaints (RFC 5965, 7.3; RFC 6430), unlike `not-spam` and `auth-failure`. */
const complaints = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list', 'virus', 'miscategorized', 'other']);

/**
 * Tells what a mail is: a report of spam, a delivery status notification, a bounce without a standard form, or an answer of
 * a program. Reports in a standard form come first, since bounces are marked as automatic too.
 *
 * @param sender of its envelope; null: unknown
 * @param body all of the mail after its header as text, for those whose structure is broken
 */
export function contentOf(mail: Email, sender: string | null, body: string): InboundContent {
  return (
    feedbackOf(mail) ??
    reportOf(mail, body) ??
    noticeOf(mail, sender, readNotice(mail, body)) ?? { type: isAutomatic(mail) ? 'auto_reply' : 'other' }
  );
}

function feedbackOf(mail: Email): InboundContent | null {
  const report = partOf(mail, 'message/feedback-report') ?? feedbackInText(mail);
  if (report !== null) {
    const [fields] = readFieldBlocks(report);
    const type = fields?.get('feedback-type')?.toLowerCase() ?? '';
    return complaints.has(type) ? { type: 'complaint', detail: type } : { type: 'other' };
  }
  return isJunkReport(mail) ? { type: 'complaint', detail: 'abuse' } : null;
}

/** Some gateways turn the report into text. */
function feedbackInText(mail: Email): string | null {
  const text = (mail.text ?? '').slice(0, 20_000);
  const at = text.search(/^feedback-type:/im);
  return at === -1 ? null : text.slice(at);
}

/**
 * A report of the Junk Mail Reporting Program of Microsoft: the mail itself, to which it adds the recipient, and nothing that
 * follows RFC 5965.
 */
function isJunkReport(mail: Email): boolean {
  if (isFromDaemon(mail) || partOf(mail, 'message/delivery-status') !== null) return false;
  return returnedMails(mail).some((returned) => {
    const [header] = readFieldBlocks(returned.trimStart());
    return header?.has('x-hmxmroriginalrecipient') === true;
  });
}

/** A delivery status notification (RFC 3464, RFC 6533), also one whose parts were lost on the way. */
function reportOf(mail: Email, body: string): InboundContent | null {
  const part = partOf(mail, 'message/delivery-status', 'message/global-delivery-status');
  const blocks = readFieldBlocks(part ?? (mail.text === undefined ? body : mail.text).slice(0, 65_536));
  const recipients = blocks.filter((fields) => fields.has('action') && hasRecipient(fields));
  if (recipients.length === 0) return null;
  // Of several recipients a failed one counts: our mails have one, but it may have been forwarded to more.
  for (const action of ['failed', 'delayed'] as const) {
    const fields = recipients.find((one) => actionOf(one) === action);
    if (fields === undefined) continue;
    const notice = readNotice(mail, body);
    const diagnostic = withoutType(fields.get('diagnostic-code'));
    const answer = [diagnostic ?? notice.answer ?? '', ...stepsOf(notice.text)].join('\n');
    const given = fields.get('status');
    const refusal = judgeRefusal(given, answer, given?.startsWith('5') === true ? 'hard' : 'soft');
    return { type: 'bounce', action, ...refusal, detail: shorten(diagnostic ?? notice.answer ?? '') };
  }
  return { type: 'other' };
}

function hasRecipient(fields: ReadonlyMap<string, string>): boolean {
  return ['final-recipient', 'original-recipient', 'x-actual-recipient', 'status'].some((name) =>
    fields.has(name),
  );
}

/** Some servers spell it in a way of their own, such as `failure`, `expired` or `delay`. */
function actionOf(fields: ReadonlyMap<string, string>): 'failed' | 'delayed' | null {
  const action = fields.get('action')?.toLowerCase() ?? '';
  if (/^["']?(?:fail|expired|undeliver|reject|bounce)/.test(action)) return 'failed';
  return /^["']?delay/.test(action) ? 'delayed' : null;
}

/** At which step of the conversation the mail was refused, as notices tell it beside the answer. */
function stepsOf(text: string): readonly string[] {
  return text.match(/\(in reply to [\w ]{1,40}\)/gi)?.slice(0, 3) ?? [];
}

/** A bounce without a standard form; null: it is something else. */
function noticeOf(mail: Email, sender: string | null, notice: Notice): InboundContent | null {
  if (notice.isDelivered || !looksLikeBounce(mail, sender, notice)) return null;
  const refusal = judgeRefusal(null, notice.answer ?? notice.words, 'soft');
  const isDelayed = notice.isDelayed && notice.answer?.startsWith('5') !== true;
  return {
    type: 'bounce',
    action: isDelayed ? 'delayed' : 'failed',
    ...refusal,
    detail: shorten(notice.answer ?? mail.subject ?? ''),
  };
}

/**
 * A bounce says that a mail was not delivered, and comes from a mail server. That is known by its fields, by its `From`, or by
 * the null sender. Programs that answer for people use the null sender too, and some leave out the fields that say so; theirs
 * is no bounce unless it quotes the answer of a server or says so in its subject.
 */
function looksLikeBounce(mail: Email, sender: string | null, notice: Notice): boolean {
  if (headerOf(mail, 'x-failed-recipients') !== null) return true;
  if (isReceipt(mail)) return false;
  const quotesAnswer = notice.answer !== null;
  const hasProof = quotesAnswer || notice.isFailureBySubject || returnedMails(mail).length > 0;
  const fromServer = isFromDaemon(mail) || isReport(mail);
  if (saysAbsence.test(notice.words.slice(0, 3_000)) && !(quotesAnswer && notice.hasFailed))
    return fromServer && notice.hasFailed;
  if (fromServer) return notice.hasFailed || notice.namesCause || notice.isDelayed || quotesAnswer;
  if (hasNullSender(mail, sender)) {
    if (isAutomatic(mail) && !hasProof) return false;
    return notice.hasFailed || quotesAnswer || (hasProof && (notice.namesCause || notice.isDelayed));
  }
  return notice.hasFailed && quotesAnswer && returnedMails(mail).length > 0;
}

/** A multipart/report about a delivery (RFC 6522), even when its parts were lost. */
function isReport(mail: Email): boolean {
  return /report-type="?delivery-status/i.test(headerOf(mail, 'content-type') ?? '');
}

/** A note that somebody has read a mail, or deleted it without (RFC 8098). */
function isReceipt(mail: Email): boolean {
  return partOf(mail, 'message/disposition-notification') !== null;
}

function shorten(text: string): string {
  return text
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestDetail)
    .toWellFormed();
}
