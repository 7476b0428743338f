import type { Config } from '../../../../platform/config/index.ts';
import { createHttpClient } from '../../../../platform/http-client/index.ts';
import type { Metrics } from '../../../../platform/observability/index.ts';
import { splitMailbox } from '../../../mail/message/index.ts';
import { mailSettings } from '../../../mail/settings/index.ts';
import { webPushSettings } from './settings.ts';
import { contactOf } from './vapid.ts';
import { createWebPush, type WebPush, type WebPushDependencies } from './web-push.ts';

/** Time for one push, in milliseconds; a delivery has 30 seconds for all that it tries. */
const timeoutMs = 10_000;
/** More than any push service says. */
const largestAnswer = 16_384;
/** Deliveries that are sent at the same time. */
const concurrency = 24;
/** Most pushes go to one or two services. */
const connections = 64;

/** Web push as this instance is configured, told of in its metrics and its log. */
export function openWebPush(
  platform: Pick<WebPushDependencies, 'database' | 'clock' | 'logger' | 'secret'> & {
    readonly config: Pick<Config, 'of' | 'http' | 'outgoing'>;
    readonly metrics: Metrics;
    readonly version: string;
  },
  parts: Pick<WebPushDependencies, 'recipients' | 'texts' | 'inboxes'>,
): WebPush & { readonly close: () => Promise<void> } {
  const { config, metrics, logger, version } = platform;
  const { publicUrl } = config.http;
  const { privateOrigins } = config.outgoing;
  const answers = metrics.counter({
    name: 'rolecall_web_push_answers_total',
    help: 'What came of pushes, by push service',
    labels: ['service', 'result'],
  });
  const httpClient = createHttpClient({
    userAgent: `Rolecall/${version} (+${publicUrl})`,
    timeoutMs,
    maxBytes: largestAnswer,
    privateOrigins,
    connections,
  });
  const webPush = createWebPush({
    ...platform,
    ...parts,
    publicUrl,
    privateOrigins,
    onlineDelayMs: config.of(mailSettings).onlineDelaySeconds * 1_000,
    concurrency,
    subject: contactOf({
      subject: config.of(webPushSettings).subject,
      from: splitMailbox(config.of(mailSettings).from).address,
      publicUrl,
    }),
    httpClient,
    events: {
      answered: (service, result) => answers.inc({ service, result }),
      opened: (host, reason) =>
        logger.error({ push_service: host, reason }, 'a push service fails and is left alone for a while'),
    },
  });
  for (const { name, state } of webPush.services.wellKnown()) {
    metrics.watchBreaker({ name: `web_push:${name}`, state });
  }
  return { ...webPush, close: () => httpClient.close() };
}
