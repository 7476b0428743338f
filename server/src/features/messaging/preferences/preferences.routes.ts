import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Mutes } from './mutes.ts';
import type { Preferences } from './preferences.ts';
import type { TestMessages } from './test-messages.ts';

/** Everybody reads and changes only the own settings: the viewer's id is part of every query. */
export function preferenceRoutes(dependencies: {
  readonly database: Database;
  readonly preferences: Preferences;
  readonly mutes: Mutes;
  readonly testMessages: TestMessages;
}): Route[] {
  const { database, preferences, mutes, testMessages } = dependencies;
  return [
    route(api.preferences.read, ({ viewer }) => preferences.read(database.query, viewer)),
    route(api.preferences.update, ({ viewer, body }) =>
      database.transaction((tx) => preferences.update(tx, viewer, body)),
    ),
    route(api.preferences.listMutes, ({ viewer, query }) => mutes.list(database.query, viewer.userId, query)),
    route(api.preferences.mute, ({ viewer, params, body }) =>
      database.transaction((tx) => mutes.mute(tx, viewer.userId, params.subject, body)),
    ),
    route(api.preferences.unmute, ({ viewer, params }) =>
      mutes.unmute(database.query, viewer.userId, params.subject),
    ),
    route(api.preferences.sendTestMessage, async ({ viewer, body }) => ({
      notification_id: await database.transaction((tx) => testMessages.send(tx, viewer.userId, body.channel)),
    })),
  ];
}
