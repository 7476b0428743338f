import { type Base, defineModule } from '../../../composition/module.ts';
import { channelsOf } from '../channels/index.ts';
import { countReached, insertDeliveries, type WakeUp } from '../deliveries/index.ts';
import type { Preferences } from '../preferences/index.ts';
import type { OnlinePeople, Recipients } from '../recipients/index.ts';
import type { Texts } from '../texts/index.ts';
import type { DigestWindows } from './digest-windows.ts';
import { createLivePush } from './live-push-hints.ts';
import { migrations } from './migrations.ts';
import { createNotifications } from './notifications.ts';

type Needs = Base<'database' | 'clock' | 'publisher' | 'mayBeConnected'> & {
  readonly recipients: Recipients;
  readonly preferences: Preferences;
  readonly digestWindows: DigestWindows;
  readonly presence: OnlinePeople;
  readonly texts: Texts;
  readonly deliveryWakeUp: WakeUp;
};

export const notificationsModule = defineModule({
  name: 'messaging/notifications',
  migrations,
  create({ deliveryWakeUp, ...needs }: Needs, gather) {
    const livePush = createLivePush(needs);
    const channels = channelsOf(gather((brought) => brought.channels));
    return {
      livePush,
      channels,
      notifications: createNotifications({
        ...needs,
        livePush,
        channels,
        insertDeliveries,
        countReached,
        wakeDeliveries: deliveryWakeUp.wake,
      }),
    };
  },
});
