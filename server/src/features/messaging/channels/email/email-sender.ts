import { kinds } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { MailSender } from '../../../mail/dispatch/index.ts';
import type { MailEvents } from '../../../mail/events/index.ts';
import { domainOf, type MailOutcome, safeHeader, UnsafeHeaderError } from '../../../mail/message/index.ts';
import type { Instrument } from '../../../mail/tracking/index.ts';
import { secretsOf } from '../../notifications/index.ts';
import type { Texts } from '../../texts/index.ts';
import type { ChannelSender, OutgoingDelivery, SendOutcome } from '../channel.ts';
import { addressee, createComposer } from './compose.ts';
import type { EmailContact } from './email-channel.ts';
import { type EmailReceipt, reportAttempts } from './email-journal.ts';
import { extraHeaders, type Unsubscribe } from './headers.ts';
import type { MarkTokens } from './mark-links.ts';
import type { UnsubscribeTokens } from './unsubscribe.ts';

export interface EmailSenderOptions {
  readonly clock: Clock;
  readonly mailSender: Pick<MailSender, 'send' | 'concurrency' | 'isThrottled'>;
  /** `Name <address>` or an address. */
  readonly from: string;
  /** Origin that links start with, without a trailing slash. */
  readonly publicUrl: string;
  readonly tokens: UnsubscribeTokens;
  /** Domain whose mails reach us; undefined: none does. */
  readonly bounceDomain: string | undefined;
  /** Signs the links that save a job or put it away. */
  readonly markTokens: MarkTokens;
  readonly texts: Texts;
  /** Makes mails tell of opens and clicks; null: this instance does not track. */
  readonly instrument: Instrument | null;
  /** The book that attempts are written into; null: they are trials, of which nothing is kept. */
  readonly mailEvents: Pick<MailEvents, 'record'> | null;
}

export type EmailSender = ChannelSender<EmailContact, EmailReceipt>;

export function createEmailSender(options: EmailSenderOptions): EmailSender {
  const { clock, mailSender, from, publicUrl, tokens, bounceDomain, instrument, mailEvents } = options;
  const composer = createComposer(
    publicUrl,
    options.texts,
    from,
    (target) => `${publicUrl}/m/${options.markTokens.sign(target)}`,
  );
  const domain = domainOf(from);
  // A fifth of the connections is kept for what somebody waits for.
  const urgentConcurrency = Math.max(1, Math.floor(mailSender.concurrency / 5));

  function unsubscribeOf({ kind, deliveryId, recipient }: OutgoingDelivery): Unsubscribe | null {
    const { category, mandatory } = kinds[kind];
    if (mandatory) return null;
    const token = tokens.sign({ userId: recipient.user_id, category, deliveryId });
    return {
      url: `${publicUrl}/u/${token}`,
      mailto: bounceDomain === undefined ? null : `mailto:unsubscribe@${bounceDomain}?subject=${token}`,
    };
  }

  /** Only with the person's consent, and never for what is about the safety of an account or carries a one-time link. */
  function withTracking(html: string, delivery: OutgoingDelivery, sentAt: Date): string {
    const { deliveryId, kind, recipient, settings } = delivery;
    if (instrument === null || !settings.email_tracking) return html;
    if (kinds[kind].mandatory || secretsOf(kind).length > 0) return html;
    return instrument(html, { deliveryId, userId: recipient.user_id, sentAt });
  }

  async function sendTo(
    { id: address }: EmailContact,
    delivery: OutgoingDelivery<EmailContact>,
  ): Promise<SendOutcome<EmailReceipt>> {
    const { deliveryId, kind, recipient, isUrgent } = delivery;
    const unsubscribe = unsubscribeOf(delivery);
    const mail = composer.compose(delivery, unsubscribe?.url ?? null);
    const date = clock.now();
    const outcome = await mailSender.send({
      subject: safeHeader('Subject', mail.subject),
      html: withTracking(mail.html, delivery, date),
      text: mail.text,
      attachments: mail.attachments,
      from,
      to: { name: safeHeader('To', addressee(recipient)), address: safeHeader('To', address) },
      messageId: safeHeader('Message-ID', messageIdOf(deliveryId, domain)),
      date,
      headers: extraHeaders({
        kind,
        domain,
        unsubscribe,
        lists: options.texts.language(recipient.locale).lists,
      }),
      reference: { deliveryId, kind, category: kinds[kind].category },
      // Wider than the stream of the delivery, which says what may wait while too much bounces. To a receiver whatever can
      // be unsubscribed from is bulk, of high priority too, such as a new status of an application.
      stream: unsubscribe === null ? 'transactional' : 'bulk',
      isUrgent,
    });
    return toSendOutcome(outcome, mail.templateVersion);
  }

  return {
    concurrency: Math.max(1, mailSender.concurrency - urgentConcurrency),
    urgentConcurrency,
    isThrottled: () => mailSender.isThrottled(),

    async send(delivery) {
      const [contact] = delivery.contacts;
      if (contact === undefined) return { result: 'contact_gone', detail: 'there is no address' };
      try {
        return await sendTo(contact, delivery);
      } catch (error) {
        if (error instanceof UnsafeHeaderError) return { result: 'message_rejected', detail: error.message };
        throw error;
      }
    },

    async recordAttempts(tx, attempts) {
      await mailEvents?.record(tx, reportAttempts(attempts));
    },
  };
}

/** The same in every attempt, so that a mail that goes out twice is one mail. */
function messageIdOf(deliveryId: string, domain: string): string {
  return `<${deliveryId}@${domain}>`;
}

function toSendOutcome(outcome: MailOutcome, templateVersion: number | null): SendOutcome<EmailReceipt> {
  if (outcome.result === 'sent') {
    const { provider, providerMessageId } = outcome;
    return {
      result: 'sent',
      carrier: { provider, providerMessageId },
      receipt: { provider, status: null, templateVersion },
    };
  }
  const { result, detail, provider, status = null, retryAfterMs } = outcome;
  return {
    result: result === 'address_rejected' ? 'contact_gone' : result,
    detail,
    retryAfterMs,
    // What was refused before anybody was asked is our own doing, and no news of the address.
    receipt: provider === undefined ? undefined : { provider, status, templateVersion },
  };
}
