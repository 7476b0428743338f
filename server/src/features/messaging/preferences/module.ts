import { type Base, defineModule } from '../../../composition/module.ts';
import { createTransactionEvent } from '../../../platform/events/index.ts';
import type { Accounts } from '../../identity/accounts/index.ts';
import type { Profiles } from '../../identity/profiles/index.ts';
import { type Channels, channelsOf, findSetUp } from '../channels/index.ts';
import { lockInboxes, type Notifications } from '../notifications/index.ts';
import type { Recipients } from '../recipients/index.ts';
import { preferenceKinds } from './kinds/index.ts';
import { migrations } from './migrations.ts';
import { createMutes } from './mutes.ts';
import { preferenceData } from './personal-data.ts';
import { preferenceRoutes } from './preferences.routes.ts';
import { type ChangedSettings, createPreferences, type Preferences } from './preferences.ts';
import { createTestMessages } from './test-messages.ts';

type Needs = Base<'clock'> & { readonly profiles: Profiles; readonly recipients: Recipients };

export const preferencesModule = defineModule({
  name: 'messaging/preferences',
  migrations,
  kinds: preferenceKinds,
  create({ clock, profiles, recipients }: Needs, gather) {
    const channels = channelsOf(gather((brought) => brought.channels));
    // Deliveries are locked before the digests that collect them, and are created after those.
    const settingsChanged = createTransactionEvent<ChangedSettings>('last_added_first');
    const preferences = createPreferences({
      clock,
      profiles,
      channelsSetUp: async (tx, userId) =>
        findSetUp(tx, channels, await recipients.findRecipients(tx, [userId])),
      lockInbox: (tx, userId) => lockInboxes(tx, [userId], clock.now()),
      settingsChanged: settingsChanged.emit,
    });
    profiles.changed.on(preferences.profileChanged);
    return { preferences, settingsChanged };
  },
  brings: () => ({ personalData: preferenceData }),
});

type ScreenNeeds = Base<'database' | 'clock'> & {
  readonly accounts: Accounts;
  readonly preferences: Preferences;
  readonly notifications: Notifications;
  readonly recipients: Recipients;
  readonly channels: Channels;
};

/** The page of the settings, which can send a message to try them out. */
export const settingsModule = defineModule({
  name: 'messaging/preferences',
  create({ clock, notifications, recipients, channels, accounts, preferences }: ScreenNeeds) {
    accounts.created.on(preferences.accountCreated);
    return {
      mutes: createMutes({ clock }),
      testMessages: createTestMessages({ clock, notifications, recipients, channels }),
    };
  },
  brings: (parts) => ({ routes: preferenceRoutes(parts) }),
});
