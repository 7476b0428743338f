import { kinds } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { MailSender } from '../features/mail/sending/index.ts';
import {
  createComposer,
  createEmailChannel,
  createUnsubscribeTokens,
} from '../features/messaging/channels/email/index.ts';
import {
  announcePublished,
  createTemplatePreviews,
  createTemplateRefresher,
  createTemplates,
  type TemplatePreviews,
  type TemplateRefresher,
  type Templates,
  type TrialMails,
} from '../features/messaging/templates/index.ts';
import { createMjmlService, type MjmlService, type Texts } from '../features/messaging/texts/index.ts';
import type { People } from './people.ts';
import type { Platform } from './platform.ts';

/** Texts that operators write. */
export interface TemplateFeatures {
  readonly templates: Templates;
  readonly templatePreviews: TemplatePreviews;
  readonly templateRefresher: TemplateRefresher;
  readonly mjml: MjmlService;
}

export function createTemplateFeatures(
  platform: Platform,
  parts: Pick<People, 'accounts'> & {
    readonly texts: Texts;
    /** Undefined: this instance sends no mail. */
    readonly mailSender: () => MailSender | undefined;
  },
): TemplateFeatures {
  const { database, bus, clock, logger } = platform;
  const mjml = createMjmlService();
  return {
    mjml,
    templates: createTemplates({ database, clock, mjml, publishedChanged: announcePublished(bus) }),
    templatePreviews: createTemplatePreviews({
      recipients: parts.accounts,
      mjml,
      mails: createTrialMails(platform, parts.mailSender),
    }),
    templateRefresher: createTemplateRefresher({ database, bus, logger, texts: parts.texts }),
  };
}

function createTrialMails(
  { config, clock, secret }: Platform,
  findMailSender: () => MailSender | undefined,
): TrialMails {
  const { publicUrl } = config.http;
  return {
    compose: (texts, message) =>
      createComposer(publicUrl, texts, config.mail.from).compose(
        { ...message, createdAt: clock.now() },
        kinds[message.kind].mandatory ? null : `${publicUrl}/settings/notifications`,
      ),

    async send(texts, message) {
      const mailSender = findMailSender();
      if (mailSender === undefined) return 'This instance sends no mail';
      const channel = createEmailChannel({
        clock,
        mailSender,
        from: config.mail.from,
        publicUrl,
        tokens: createUnsubscribeTokens(secret),
        bounceDomain: config.mail.bounceDomain,
        texts,
        instrument: null,
      });
      const deliveryId = uuidv7();
      const outcome = await channel.send({
        ...message,
        deliveryId,
        messageId: `<${deliveryId}@${channel.messageDomain}>`,
        createdAt: clock.now(),
        mayBeTracked: false,
      });
      return outcome.result === 'sent' ? null : outcome.detail;
    },
  };
}
