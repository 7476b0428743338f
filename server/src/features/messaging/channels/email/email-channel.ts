import { kinds, priorityOf } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import { domainOf, type MailSender, safeHeader, UnsafeHeaderError } from '../../../mail/sending/index.ts';
import type { Instrument } from '../../../mail/tracking/index.ts';
import type { ChannelSender, OutgoingDelivery } from '../../deliveries/index.ts';
import { secretsOf } from '../../notifications/index.ts';
import type { Texts } from '../../texts/index.ts';
import { createComposer } from './compose.ts';
import { extraHeaders, type Unsubscribe } from './headers.ts';
import type { UnsubscribeTokens } from './unsubscribe.ts';

export interface EmailChannelOptions {
  readonly clock: Clock;
  readonly mailSender: Pick<MailSender, 'send' | 'concurrency' | 'isThrottled'>;
  /** `Name <address>` or an address. */
  readonly from: string;
  /** Origin that links start with, without a trailing slash. */
  readonly publicUrl: string;
  readonly tokens: UnsubscribeTokens;
  /** Domain whose mails reach us; undefined: none does. */
  readonly bounceDomain: string | undefined;
  readonly texts: Texts;
  /** Makes mails tell of opens and clicks; null: this instance does not track. */
  readonly instrument: Instrument | null;
}

export function createEmailChannel(options: EmailChannelOptions): ChannelSender {
  const { clock, mailSender, from, publicUrl, tokens, bounceDomain, instrument } = options;
  const composer = createComposer(publicUrl, options.texts, from);
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

  /** Only for whoever consents, and never for what is about the safety of an account or carries a one-time link. */
  function withTracking(html: string, delivery: OutgoingDelivery, sentAt: Date): string {
    const { deliveryId, kind, recipient, mayBeTracked } = delivery;
    if (instrument === null || !mayBeTracked) return html;
    if (kinds[kind].mandatory || secretsOf(kind).length > 0) return html;
    return instrument(html, { deliveryId, userId: recipient.user_id, sentAt });
  }

  return {
    name: 'email',
    concurrency: Math.max(1, mailSender.concurrency - urgentConcurrency),
    urgentConcurrency,
    messageDomain: domain,
    isThrottled: () => mailSender.isThrottled(),

    async send(delivery) {
      const { deliveryId, kind, payload, recipient, messageId } = delivery;
      const unsubscribe = unsubscribeOf(delivery);
      const { subject, html, text, attachments, templateVersion } = composer.compose(
        delivery,
        unsubscribe?.url ?? null,
      );
      const date = clock.now();
      try {
        const outcome = await mailSender.send({
          subject: safeHeader('Subject', subject),
          html: withTracking(html, delivery, date),
          text,
          attachments,
          from,
          to: { name: safeHeader('To', recipient.name), address: safeHeader('To', recipient.email) },
          messageId: safeHeader('Message-ID', messageId),
          date,
          headers: extraHeaders({
            kind,
            domain,
            unsubscribe,
            lists: options.texts.language(recipient.locale).lists,
          }),
          reference: { deliveryId, kind, category: kinds[kind].category },
          isUrgent: priorityOf(kind, payload) === 'urgent',
        });
        if (outcome.result !== 'sent') return outcome;
        const { provider, providerMessageId } = outcome;
        return {
          result: 'sent',
          receipt: { provider, providerMessageId, locale: recipient.locale, templateVersion },
        };
      } catch (error) {
        if (error instanceof UnsafeHeaderError) return { result: 'message_rejected', detail: error.message };
        throw error;
      }
    },
  };
}
