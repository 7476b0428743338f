import {
  createMatching,
  type Matching,
  type MatchingDependencies,
} from '../features/catalog/matching/index.ts';
import { createTestSavedSearches } from './alerts.ts';
import { storedRecipients } from './messaging/people.ts';
import { createTestPreferences } from './messaging/preferences.ts';
import { createTestVacancies } from './vacancies.ts';

/** Matching of which nobody schedules when its windows close: a test closes them. */
export function createTestMatching(
  dependencies: Omit<
    MatchingDependencies,
    'recipients' | 'preferences' | 'scheduleClosing' | 'vacancies' | 'savedSearches'
  > &
    Partial<Pick<MatchingDependencies, 'savedSearches'>>,
  vacancies = createTestVacancies(dependencies.database, dependencies.clock),
): Matching {
  const { database, clock, setAside } = dependencies;
  const matching = createMatching({
    savedSearches: createTestSavedSearches(database, clock, setAside),
    ...dependencies,
    vacancies,
    recipients: storedRecipients,
    preferences: createTestPreferences(dependencies.clock),
    scheduleClosing: async () => {},
  });
  vacancies.moved.on(matching.postingsMoved);
  vacancies.split.on(matching.vacancySplit);
  return matching;
}
