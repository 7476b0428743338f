import type { Clock } from '../../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import type { HttpClient } from '../../../../platform/http-client/index.ts';
import type { Logger } from '../../../../platform/observability/index.ts';
import type { InstanceSecret } from '../../../../platform/secret/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import type { Texts } from '../../texts/index.ts';
import type { ChannelSender } from '../channel.ts';
import { createPushComposer, type PushComposer } from './compose.ts';
import type { PushContact } from './contacts.store.ts';
import { createDevices, type Devices } from './devices.ts';
import type { PushInboxes } from './inbox-facts.ts';
import type { PushReceipt } from './outcome.ts';
import { createPushClient, type PushClient } from './push-client.ts';
import { createPushServices, type PushServiceEvents, type PushServices } from './push-services.ts';
import { createDeviceTester, type DeviceTester } from './tester.ts';
import { createVapid } from './vapid.ts';
import { createVapidKeys, type VapidKeys } from './vapid-keys.ts';
import { createWebPushChannel, type WebPushChannel } from './web-push-channel.ts';
import { createWebPushSender } from './web-push-sender.ts';

/** The parts of web push, tied to each other. */
export interface WebPush {
  readonly devices: Devices;
  readonly tester: DeviceTester;
  readonly keys: VapidKeys;
  readonly client: PushClient;
  readonly composer: PushComposer;
  readonly services: PushServices;
  readonly channel: WebPushChannel;
  readonly sender: ChannelSender<PushContact, PushReceipt>;
  /** Which of these notifications a device of the person need not show any more. */
  closable(tx: Tx, userId: string, notificationIds: readonly string[]): Promise<string[]>;
}

export interface WebPushDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly httpClient: Pick<HttpClient, 'post' | 'assertAllowed'>;
  readonly recipients: Recipients;
  readonly texts: Texts;
  readonly inboxes: PushInboxes;
  /** The secret of the instance. */
  readonly secret: InstanceSecret;
  /** Origin that links start with, without a trailing slash. */
  readonly publicUrl: string;
  /** Whom push services can turn to: a `mailto:` or `https:` address. */
  readonly subject: string;
  readonly privateOrigins: readonly string[];
  /** How long a push waits for people who are online to read it in the inbox, in milliseconds; 0: not at all. */
  readonly onlineDelayMs: number;
  /** How many deliveries are sent at the same time. */
  readonly concurrency: number;
  readonly events: PushServiceEvents;
}

export function createWebPush(dependencies: WebPushDependencies): WebPush {
  const { clock, subject, publicUrl, texts, inboxes, events } = dependencies;
  const keys = createVapidKeys(dependencies);
  const services = createPushServices(clock, events);
  const client = createPushClient({
    ...dependencies,
    services,
    vapid: createVapid(keys, clock, subject),
  });
  const composer = createPushComposer(publicUrl, texts);
  return {
    keys,
    services,
    client,
    composer,
    channel: createWebPushChannel(dependencies.onlineDelayMs),
    sender: createWebPushSender({ ...dependencies, client, composer }),
    devices: createDevices({ ...dependencies, keys }),
    tester: createDeviceTester({ ...dependencies, composer, client }),
    async closable(tx, userId, notificationIds) {
      const unread = await inboxes.unreadAmong(tx, userId, notificationIds);
      return notificationIds.filter((id) => !unread.has(id));
    },
  };
}
