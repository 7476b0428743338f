import {
  createInboundMail,
  createMailgunWebhook,
  createPostmarkWebhook,
  createResendWebhook,
  createSendGridWebhook,
  createSesWebhook,
  createSnsInbox,
  createWebhookReceiver,
  type InboundMail,
  type ProviderWebhook,
  startImapReader,
  startInboundSmtp,
  type WebhookReceiver,
} from '../features/mail/feedback/index.ts';
import { createReturnPaths } from '../features/mail/sending/index.ts';
import type { Features } from './features.ts';
import type { Platform } from './platform.ts';

/** What comes back by mail, for as long as the process works in the background. */
export interface MailFeedback {
  close(): Promise<void>;
}

/** Starts what the configuration asks for: nothing, a server that takes bounces, a look into a mailbox, or both. */
export async function startMailFeedback(
  platform: Platform,
  features: Pick<Features, 'mailEvents' | 'deliveries' | 'unsubscription'>,
): Promise<MailFeedback> {
  const { config, logger } = platform;
  const { inboundSmtp, bounceImapUrl } = config.feedback;
  const inboundMail = createConfiguredInboundMail(platform, features);
  if (inboundMail === null) return { close: async () => {} };
  const listener = inboundSmtp === null ? null : await startInboundSmtp(inboundSmtp, { inboundMail, logger });
  if (listener !== null) logger.info({ port: listener.port }, 'takes bounces');
  const reader = bounceImapUrl === undefined ? null : startImapReader(bounceImapUrl, { inboundMail, logger });
  return {
    close: async () => {
      await Promise.all([listener?.close(), reader?.close()]);
    },
  };
}

/** Null: no domain is ours to take mail for. */
function createConfiguredInboundMail(
  { config, database, clock, logger, secret }: Platform,
  { mailEvents, deliveries, unsubscription }: Pick<Features, 'mailEvents' | 'deliveries' | 'unsubscription'>,
): InboundMail | null {
  const { bounceDomain } = config.mail;
  if (bounceDomain === undefined) return null;
  return createInboundMail({
    database,
    clock,
    logger,
    mailEvents,
    returnPaths: createReturnPaths({ secret, domain: bounceDomain }),
    bounceDomain,
    recipients: deliveries,
    unsubscribe: unsubscription.stop,
  });
}

/** Takes what those providers tell that the configuration has a key of. */
export function createConfiguredWebhooks(
  { config, database, clock, logger, httpClient }: Platform,
  { mailEvents }: Pick<Features, 'mailEvents'>,
): WebhookReceiver {
  const { sendGridKey, snsTopicArns, postmarkCredentials, mailgunKey, resendSecret } =
    config.feedback.webhooks;
  const webhooks = new Map<string, ProviderWebhook>();
  if (sendGridKey !== undefined) webhooks.set('sendgrid', createSendGridWebhook(sendGridKey));
  if (snsTopicArns.length > 0) {
    const sns = createSnsInbox({ topicArns: snsTopicArns, httpClient });
    webhooks.set('ses', createSesWebhook({ sns, logger }));
  }
  if (postmarkCredentials !== undefined) webhooks.set('postmark', createPostmarkWebhook(postmarkCredentials));
  if (mailgunKey !== undefined) webhooks.set('mailgun', createMailgunWebhook(mailgunKey));
  if (resendSecret !== undefined) webhooks.set('resend', createResendWebhook(resendSecret));
  return createWebhookReceiver({ database, clock, logger, mailEvents, webhooks });
}
