import { type Base, defineModule } from '../../../../composition/module.ts';
import { createDeliveryWorker } from '../../deliveries/index.ts';
import { unreadAmong, unreadOf } from '../../notifications/index.ts';
import type { Recipients } from '../../recipients/index.ts';
import type { Texts } from '../../texts/index.ts';
import { migrations } from './migrations.ts';
import { openWebPush } from './open.ts';
import { webPushData } from './personal-data.ts';
import { webPushReasons } from './reasons.ts';
import { sealedVapidKeys } from './sealed.ts';
import { webPushSettings } from './settings.ts';
import { scheduleWebPushJobs, tidyPushesTask, workOnWebPush } from './web-push.jobs.ts';
import { webPushRoutes } from './web-push.routes.ts';
import type { WebPush } from './web-push.ts';

type Needs = Base<'database' | 'clock' | 'logger' | 'metrics' | 'config' | 'secret' | 'version' | 'queue'> & {
  readonly recipients: Recipients;
  readonly texts: Texts;
};

const channelOf = ({ channel, sender }: WebPush) => ({ channel, sender });

export const webPushModule = defineModule({
  name: 'messaging/channels/web-push',
  migrations,
  settings: [webPushSettings],
  reasons: [webPushReasons],
  sealed: [sealedVapidKeys],
  tasks: [tidyPushesTask],
  create: ({ recipients, texts, ...platform }: Needs) => ({
    webPush: openWebPush(platform, { recipients, texts, inboxes: { unreadAmong, unreadOf } }),
  }),
  brings: (parts) => ({
    channels: [parts.webPush.channel],
    deliveryWorkers: [(shared) => createDeliveryWorker({ ...shared, ...channelOf(parts.webPush) })],
    routes: webPushRoutes(parts),
    services: [{ name: 'web push', start: async () => parts.webPush.close }],
    personalData: webPushData,
    work: [
      {
        register: () => workOnWebPush(parts.queue, parts),
        schedule: () => scheduleWebPushJobs(parts.queue),
      },
    ],
  }),
});
