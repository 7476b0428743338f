import { channelsOf } from '../features/messaging/channels/index.ts';
import { countReached, insertDeliveries } from '../features/messaging/deliveries/index.ts';
import { createDigestWindows } from '../features/messaging/digests/index.ts';
import { createNotifications, type Notifications } from '../features/messaging/notifications/index.ts';
import { createPresence } from '../features/messaging/presence/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import { testEmailChannel } from './messaging/email-channel.ts';
import { storedRecipients } from './messaging/people.ts';
import { createTestPreferences } from './messaging/preferences.ts';

export { createPeople, createPerson } from './messaging/people.ts';

/** Notifications as they are written, to people of whom nobody is connected. */
export function createTestNotifications(database: Database, clock: Clock): Notifications {
  return createNotifications({
    database,
    clock,
    recipients: storedRecipients,
    preferences: createTestPreferences(clock),
    digestWindows: createDigestWindows(),
    countReached,
    insertDeliveries,
    channels: channelsOf([testEmailChannel]),
    presence: createPresence({ clock, recipients: storedRecipients }),
    livePush: { notificationsWritten: () => {}, inboxChanged: () => {} },
    wakeDeliveries: () => {},
  });
}
