import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Deliveries } from './deliveries.ts';

export function deliveryRoutes(dependencies: {
  readonly database: Database;
  readonly deliveries: Deliveries;
}): Route[] {
  const { database, deliveries } = dependencies;
  return [
    route(api.operator.listDeliveries, ({ query }) => deliveries.list(database.query, query)),
    route(api.operator.retryDelivery, ({ params }) =>
      database.transaction((tx) => deliveries.retry(tx, params.delivery_id)),
    ),
  ];
}
