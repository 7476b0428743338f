import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Presence } from './presence.ts';

export function presenceRoutes(dependencies: {
  readonly database: Database;
  readonly presence: Presence;
}): Route[] {
  const { database, presence } = dependencies;
  return [
    route(api.operator.presence, () => presence.summary(database.query)),
    route(api.operator.listOnlinePeople, ({ query }) => presence.listOnline(database.query, query)),
  ];
}
