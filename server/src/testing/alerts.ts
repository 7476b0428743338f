import { createAlertIndex, createSavedSearches } from '../features/catalog/alerts/index.ts';
import type { SavedSearches } from '../features/catalog/matching/index.ts';
import { createInProcessBus } from '../platform/bus/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { Database } from '../platform/db/index.ts';
import { createMetrics } from '../platform/observability/index.ts';
import type { SetAside } from '../platform/set-aside/index.ts';
import { silent } from './logger.ts';
import { storedRecipients } from './messaging/people.ts';

/** Saved searches of which nobody schedules when they are told: a test closes their windows. */
export function createTestSavedSearches(
  database: Database,
  clock: Clock,
  setAside: SetAside = (_batch, _row, error) => {
    throw error;
  },
): SavedSearches & { readonly alertIndex: ReturnType<typeof createAlertIndex> } {
  const alertIndex = createAlertIndex({
    database,
    clock,
    logger: silent,
    metrics: createMetrics(),
    bus: createInProcessBus({ logger: silent }),
    setAside,
  });
  const saved = createSavedSearches({
    database,
    clock,
    alertIndex,
    recipients: storedRecipients,
    setAside,
    tellInstant: async () => {},
  });
  return { ...saved, alertIndex };
}
