import { lockInboxes } from '../../features/messaging/notifications/index.ts';
import {
  type ChangedSettings,
  createPreferences,
  type Preferences,
  type ProfileSettings,
} from '../../features/messaging/preferences/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';

const still: ProfileSettings = {
  read: async () => ({ minimum_match_score: 50, time_zone: 'UTC', locale: 'en' }),
  update: async () => {},
};

/** Preferences of people whose profiles stand still unless the test brings others. */
export function createTestPreferences(
  clock: Clock,
  settingsChanged: (tx: Tx, changed: ChangedSettings) => Promise<void> = async () => {},
  profiles: ProfileSettings = still,
): Preferences {
  return createPreferences({
    clock,
    profiles,
    channelsSetUp: async () => new Set(),
    lockInbox: (tx, userId) => lockInboxes(tx, [userId], clock.now()),
    settingsChanged,
  });
}
