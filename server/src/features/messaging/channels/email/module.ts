import { type Base, defineModule } from '../../../../composition/module.ts';
import { isBulkPaused } from '../../../mail/alarms/index.ts';
import type { MailEvents } from '../../../mail/events/index.ts';
import { mailSettings } from '../../../mail/settings/index.ts';
import type { Suppressions } from '../../../mail/suppressions/index.ts';
import type { Instrument } from '../../../mail/tracking/index.ts';
import type { MailPreviews } from '../../broadcasts/index.ts';
import { createDeliveryWorker } from '../../deliveries/index.ts';
import type { Preferences } from '../../preferences/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import type { Texts } from '../../texts/index.ts';
import type { Channel } from '../channel.ts';
import { createComposer } from './compose.ts';
import { createEmailChangeMailer } from './email-change-mailer.ts';
import { createEmailChannel, type EmailContact } from './email-channel.ts';
import { createEmailSender } from './email-sender.ts';
import { createFarewellSender } from './farewell.ts';
import { createMarkTokens } from './mark-links.ts';
import { createProofMailer } from './proof-mailer.ts';
import { emailReasons } from './reasons.ts';
import { createTemplateMails } from './template-mails.ts';
import { createUnsubscribeTokens } from './unsubscribe.ts';
import { createUnsubscription } from './unsubscribe-page.ts';

/** What is decided by e-mail; before notifications, which ask every channel. */
export const emailChannelModule = defineModule({
  name: 'messaging/channels/email',
  reasons: [emailReasons],
  create: ({ config, suppressions }: Base<'config'> & { readonly suppressions: Suppressions }) => ({
    emailChannel: createEmailChannel({
      suppressions,
      alarms: { isPaused: isBulkPaused },
      onlineDelayMs: config.of(mailSettings).onlineDelaySeconds * 1_000,
    }),
  }),
  brings: ({ config, emailChannel }) => ({ channels: config.of(mailSettings).enabled ? [emailChannel] : [] }),
});

type Needs = Base<'database' | 'clock' | 'logger' | 'config' | 'secret' | 'mailSender'> & {
  readonly emailChannel: Channel<EmailContact>;
  readonly recipients: Recipients;
  readonly preferences: Preferences;
  readonly mailEvents: MailEvents;
  readonly texts: Texts;
  readonly instrument: Instrument | null;
};

export const emailModule = defineModule({
  name: 'messaging/channels/email',
  create(needs: Needs) {
    const { clock, config, mailSender } = needs;
    const { publicUrl } = config.http;
    const { from, bounceDomain } = config.of(mailSettings);
    const tokens = createUnsubscribeTokens(needs.secret);
    const markTokens = createMarkTokens(needs.secret);
    const composer = createComposer(publicUrl, needs.texts, from);
    const mailPreviews: MailPreviews = {
      compose: (message, recipient) =>
        composer.compose(
          { ...message, recipient, createdAt: clock.now() },
          `${publicUrl}/settings/notifications`,
        ),
    };
    return {
      markTokens,
      unsubscription: createUnsubscription({ ...needs, tokens, publicUrl }),
      mailPreviews,
      trialMails: createTemplateMails({
        clock,
        mailSender,
        from,
        publicUrl,
        tokens,
        markTokens,
        bounceDomain,
      }),
      farewell: mailSender === undefined ? null : createFarewellSender({ clock, mailSender, from }),
      changeMailer:
        mailSender === undefined ? null : createEmailChangeMailer({ clock, mailSender, from, publicUrl }),
      proofMailer: mailSender === undefined ? null : createProofMailer({ clock, mailSender, from }),
      emailSender:
        mailSender === undefined
          ? null
          : createEmailSender({ ...needs, mailSender, from, publicUrl, tokens, markTokens, bounceDomain }),
    };
  },
  brings: ({ emailChannel: channel, emailSender: sender }) => ({
    deliveryWorkers:
      sender === null ? [] : [(shared) => createDeliveryWorker({ ...shared, channel, sender })],
  }),
});
