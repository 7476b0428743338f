import { api, type Delivery } from '@rolecall/contract';
import type { Database, Tx } from '../../../../platform/db/index.ts';
import { type Route, route } from '../../../../platform/http/index.ts';
import type { Inbox } from './inbox.ts';

/** Everybody reaches only the own inbox: the viewer's id is part of every query. */
export function inboxRoutes(dependencies: {
  readonly database: Database;
  readonly inbox: Inbox;
  /** Knows where a notification went and why, in the words of its person. */
  readonly deliveries: { ofNotification(tx: Tx, id: string, userId: string): Promise<Delivery[]> };
}): Route[] {
  const { database, inbox, deliveries } = dependencies;
  return [
    route(api.notifications.list, ({ viewer, query }) => inbox.list(database.query, viewer.userId, query)),
    route(api.notifications.listWithheld, ({ viewer, query }) =>
      inbox.listWithheld(database.query, viewer.userId, query),
    ),
    route(api.notifications.tabs, ({ viewer }) => inbox.tabs(database.query, viewer.userId)),
    route(api.notifications.change, ({ viewer, body }) =>
      database.transaction((tx) => inbox.change(tx, viewer.userId, body)),
    ),
    route(api.notifications.restore, ({ viewer, body }) =>
      database.transaction((tx) => inbox.restore(tx, viewer.userId, body.items)),
    ),
    route(api.notifications.counts, ({ viewer }) => inbox.counts(database.query, viewer.userId)),
    route(api.notifications.read, async ({ viewer, params }) => ({
      ...(await inbox.read(database.query, viewer.userId, params.notification_id)),
      deliveries: await deliveries.ofNotification(database.query, params.notification_id, viewer.userId),
    })),
    route(api.notifications.mark, ({ viewer, params, body }) =>
      database.transaction((tx) => inbox.mark(tx, viewer.userId, params.notification_id, body.read)),
    ),
    route(api.notifications.markAll, ({ viewer, body }) =>
      database.transaction((tx) => inbox.markAll(tx, viewer.userId, body.up_to_seq)),
    ),
  ];
}
