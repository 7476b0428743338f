import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import type { FeedbackSettings } from './settings.ts';
import { createMailgunWebhook } from './webhooks/mailgun.ts';
import { createPostmarkWebhook } from './webhooks/postmark.ts';
import { createResendWebhook } from './webhooks/resend.ts';
import { createSendGridWebhook } from './webhooks/sendgrid.ts';
import { createSesWebhook } from './webhooks/ses.ts';
import { createSnsInbox } from './webhooks/sns.ts';
import type { ProviderWebhook } from './webhooks/webhook.ts';

/** The webhooks of the providers whose key is configured, by the name in their path. */
export function configuredWebhooks(
  settings: FeedbackSettings['webhooks'],
  { httpClient, logger }: { readonly httpClient: HttpClient; readonly logger: Logger },
): Map<string, ProviderWebhook> {
  const { sendGridKey, snsTopicArns, postmarkCredentials, mailgunKey, resendSecret } = settings;
  const webhooks = new Map<string, ProviderWebhook>();
  if (sendGridKey !== undefined) webhooks.set('sendgrid', createSendGridWebhook(sendGridKey));
  if (snsTopicArns.length > 0) {
    const sns = createSnsInbox({ topicArns: snsTopicArns, httpClient });
    webhooks.set('ses', createSesWebhook({ sns, logger }));
  }
  if (postmarkCredentials !== undefined) webhooks.set('postmark', createPostmarkWebhook(postmarkCredentials));
  if (mailgunKey !== undefined) webhooks.set('mailgun', createMailgunWebhook(mailgunKey));
  if (resendSecret !== undefined) webhooks.set('resend', createResendWebhook(resendSecret));
  return webhooks;
}
