import {
  createMatching,
  type Matching,
  type MatchingDependencies,
} from '../features/catalog/matching/index.ts';
import { storedRecipients } from './messaging/people.ts';
import { createTestPreferences } from './messaging/preferences.ts';

/** Matching of which nobody schedules when its windows close: a test closes them. */
export function createTestMatching(
  dependencies: Omit<MatchingDependencies, 'recipients' | 'preferences' | 'scheduleClosing'>,
): Matching {
  return createMatching({
    ...dependencies,
    recipients: storedRecipients,
    preferences: createTestPreferences(dependencies.clock),
    scheduleClosing: async () => {},
  });
}
