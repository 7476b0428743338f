import type { Clock } from '../../../../platform/clock/index.ts';
import type { MailSender } from '../../../mail/dispatch/index.ts';
import { safeHeader, UnsafeHeaderError } from '../../../mail/message/index.ts';

export interface PlainMailOptions {
  readonly clock: Clock;
  readonly mailSender: Pick<MailSender, 'send'>;
  readonly from: string;
}

/** A mail to somebody who needs no account. It leaves no delivery behind. */
export interface PlainMail {
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** The same for a second attempt, so that a mailbox can tell that it is the same mail. */
  readonly messageId: string;
  readonly isUrgent: boolean;
}

/** `later`: the mail server could not take it now; `never`: it will not. */
export async function sendPlainMail(
  { clock, mailSender, from }: PlainMailOptions,
  { to, subject, text, messageId, isUrgent }: PlainMail,
): Promise<'sent' | 'later' | 'never'> {
  try {
    const { result } = await mailSender.send({
      from,
      to: { name: safeHeader('To', to.name), address: safeHeader('To', to.address) },
      subject,
      text,
      html: text
        .trim()
        .split('\n\n')
        .map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`)
        .join('\n'),
      messageId,
      date: clock.now(),
      headers: { 'Auto-Submitted': 'auto-generated' },
      reference: null,
      stream: 'transactional',
      isUrgent,
    });
    if (result === 'sent') return 'sent';
    return result === 'address_rejected' || result === 'message_rejected' ? 'never' : 'later';
  } catch (error) {
    if (error instanceof UnsafeHeaderError) return 'never';
    throw error;
  }
}

const entities: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
]);

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities.get(character) ?? character);
}
