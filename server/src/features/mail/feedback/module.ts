import { type Base, defineModule } from '../../../composition/module.ts';
import type { MailEvents } from '../events/index.ts';
import { mailSettings } from '../settings/index.ts';
import { configuredWebhooks } from './configured-webhooks.ts';
import { migrations } from './migrations.ts';
import { hardMailData } from './personal-data.store.ts';
import { feedbackSettings } from './settings.ts';
import { startMailFeedback } from './start-mail-feedback.ts';
import { createWebhookReceiver } from './webhooks/receiver.ts';

type Needs = Base<
  'database' | 'clock' | 'logger' | 'config' | 'secret' | 'httpClient' | 'workers' | 'setAside'
> & {
  readonly mailEvents: MailEvents;
  readonly deliveries: Feedback['recipients'];
  readonly unsubscription: { readonly stop: Feedback['unsubscribe'] };
};
type Feedback = Parameters<typeof startMailFeedback>[0];

export const mailFeedbackModule = defineModule({
  name: 'mail/feedback',
  migrations,
  settings: [feedbackSettings],
  create: (needs: Needs) => ({
    mailWebhooks: createWebhookReceiver({
      ...needs,
      webhooks: configuredWebhooks(needs.config.of(feedbackSettings).webhooks, needs),
    }),
  }),
  brings: (parts) => ({
    personalData: [hardMailData],
    workers: [
      {
        name: 'feedback of mails',
        async start() {
          const { config, deliveries, unsubscription } = parts;
          const { close } = await startMailFeedback({
            ...parts,
            settings: config.of(feedbackSettings),
            bounceDomain: config.of(mailSettings).bounceDomain,
            recipients: deliveries,
            unsubscribe: unsubscription.stop,
          });
          return close;
        },
      },
    ],
  }),
});
