import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Predecessors } from './predecessors.ts';

/** Everybody reaches only what is their own: the viewer's id is part of every query. */
export function predecessorRoutes(dependencies: {
  readonly database: Database;
  readonly predecessors: Predecessors;
}): Route[] {
  const { database, predecessors } = dependencies;
  const mark = (userId: string, id: string) =>
    database.transaction((tx) => predecessors.markRead(tx, userId, id));
  return [
    route(api.predecessors.list, ({ viewer, query }) =>
      predecessors.list(database.query, viewer.userId, query),
    ),
    route(api.predecessors.readSettings, ({ viewer }) => predecessors.readSettings(database.query, viewer)),
    route(api.predecessors.updateSettings, ({ viewer, body }) =>
      database.transaction((tx) => predecessors.updateSettings(tx, viewer, body)),
    ),
    route(api.predecessors.markRead, ({ viewer, params }) => mark(viewer.userId, params.notification_id)),
    route(api.predecessors.markReadBySlash, ({ viewer, params }) =>
      mark(viewer.userId, params.notification_id),
    ),
    route(api.predecessors.delete, ({ viewer, params }) =>
      database.transaction((tx) => predecessors.delete(tx, viewer.userId, params.notification_id)),
    ),
    route(api.predecessors.test, ({ viewer }) =>
      database.transaction((tx) => predecessors.sendTest(tx, viewer.userId)),
    ),
    route(api.predecessors.readPreferences, ({ viewer }) =>
      predecessors.readPreferences(database.query, viewer),
    ),
    route(api.predecessors.updatePreferences, ({ viewer, body }) =>
      database.transaction((tx) => predecessors.updatePreferences(tx, viewer, body)),
    ),
    route(api.predecessors.analytics, ({ viewer }) => predecessors.analytics(database.query, viewer)),
  ];
}
