import { kinds } from '@rolecall/contract';
import type { Clock } from '../../../../platform/clock/index.ts';
import type { ChannelSender } from '../../deliveries/index.ts';
import type { Texts } from '../../texts/index.ts';
import { createComposer } from './compose.ts';
import { extraHeaders, safeHeader, UnsafeHeaderError } from './headers.ts';
import { createMailTransport } from './transport.ts';
import type { UnsubscribeTokens } from './unsubscribe.ts';

export interface EmailChannelOptions {
  readonly clock: Clock;
  readonly smtpUrl: string;
  /** `Name <address>` or an address. */
  readonly from: string;
  /** Origin that links start with, without a trailing slash. */
  readonly publicUrl: string;
  readonly tokens: UnsubscribeTokens;
  readonly texts: Texts;
}

/** Connections to the mail server, and mails under way. */
const concurrency = 5;

export function createEmailChannel(options: EmailChannelOptions): ChannelSender {
  const { clock, from, publicUrl, tokens } = options;
  const transport = createMailTransport(options.smtpUrl, concurrency);
  const composer = createComposer(publicUrl, options.texts);
  const domain = domainOf(from);

  return {
    name: 'email',
    concurrency,
    messageDomain: domain,

    async send(delivery) {
      const { kind, recipient, messageId } = delivery;
      const { category, mandatory } = kinds[kind];
      const unsubscribeUrl = mandatory
        ? null
        : `${publicUrl}/u/${tokens.sign({ userId: recipient.user_id, category })}`;
      const { subject, html, text } = composer.compose(delivery, unsubscribeUrl);
      try {
        return await transport.send({
          subject: safeHeader('Subject', subject),
          html,
          text,
          from,
          to: { name: safeHeader('To', recipient.name), address: safeHeader('To', recipient.email) },
          messageId: safeHeader('Message-ID', messageId),
          date: clock.now(),
          headers: extraHeaders({
            kind,
            domain,
            unsubscribeUrl,
            lists: options.texts.language(recipient.locale).lists,
          }),
        });
      } catch (error) {
        if (error instanceof UnsafeHeaderError) return { result: 'message_rejected', detail: error.message };
        throw error;
      }
    },

    async close() {
      transport.close();
    },
  };
}

function domainOf(from: string): string {
  return /@([^\s<>@]+)>?$/.exec(from)?.[1]?.toLowerCase() ?? 'localhost';
}
