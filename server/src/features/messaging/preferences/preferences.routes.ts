import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Preferences } from './preferences.ts';

export function preferenceRoutes(dependencies: {
  readonly database: Database;
  readonly preferences: Preferences;
}): Route[] {
  const { database, preferences } = dependencies;
  return [
    route(api.notifications.readPreferences, ({ viewer }) => preferences.read(database.query, viewer)),
    route(api.notifications.updatePreferences, ({ viewer, body }) =>
      database.transaction((tx) => preferences.update(tx, viewer, body)),
    ),
  ];
}
