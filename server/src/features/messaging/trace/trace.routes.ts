import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Traces } from './trace.ts';

export function traceRoutes(dependencies: { readonly database: Database; readonly traces: Traces }): Route[] {
  const { database, traces } = dependencies;
  return [
    route(api.trace.read, ({ viewer, params }) =>
      traces.read(database.query, viewer, params.notification_id),
    ),
    route(api.trace.why, ({ viewer, query }) => traces.why(database.query, viewer, query.subject)),
    route(api.people.readTrace, ({ viewer, params }) =>
      database.transaction((tx) => traces.readAsOperator(tx, viewer, params.notification_id)),
    ),
    route(api.people.countDeliveries, ({ params }) => traces.countDeliveries(database.query, params.user_id)),
    route(api.people.listNotifications, ({ viewer, params, query }) =>
      database.transaction((tx) => traces.listOf(tx, viewer, params.user_id, query)),
    ),
  ];
}
