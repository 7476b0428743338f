import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database } from '../../../../platform/db/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import {
  createWebhookReceiver as createReceiver,
  type WebhookReceiver,
} from '../../../../platform/webhooks/index.ts';
import type { MailEvents } from '../../events/index.ts';
import type { ProviderWebhook } from './webhook.ts';

/** Records what providers report about mails. */
export function createWebhookReceiver({
  mailEvents,
  ...dependencies
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly mailEvents: MailEvents;
  /** By the name in their path. */
  readonly webhooks: ReadonlyMap<string, ProviderWebhook>;
}): WebhookReceiver {
  return createReceiver({
    ...dependencies,
    record: (tx, reports) => mailEvents.record(tx, reports),
    describe: ({ type, provider }) => ({ type, provider }),
  });
}
