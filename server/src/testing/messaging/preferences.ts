import { createPreferences, type Preferences } from '../../features/messaging/preferences/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Tx } from '../../platform/db/index.ts';

/** Preferences of people whose profiles stand still. */
export function createTestPreferences(
  clock: Clock,
  settingsChanged: (tx: Tx, userId: string) => Promise<void> = async () => {},
): Preferences {
  return createPreferences({
    clock,
    profiles: {
      read: async () => ({ minimum_match_score: 50, time_zone: 'UTC' }),
      update: async () => {},
    },
    settingsChanged,
  });
}
