import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { SendingOverview } from './sending-overview.ts';

/** For operators: the contract says so, and the edge refuses others. */
export function sendingRoutes(dependencies: {
  readonly database: Database;
  readonly sendingOverview: SendingOverview;
}): Route[] {
  const { database, sendingOverview } = dependencies;
  return [
    route(api.mailSending.read, () => sendingOverview.read(database.query)),
    route(api.mailSending.pause, ({ viewer, params }) =>
      database.transaction((tx) => sendingOverview.pause(tx, params.provider, viewer.userId)),
    ),
    route(api.mailSending.resume, ({ viewer, params }) =>
      database.transaction((tx) => sendingOverview.resume(tx, params.provider, viewer.userId)),
    ),
    route(api.mailSending.closeBreaker, ({ viewer, params }) =>
      database.transaction((tx) => sendingOverview.closeBreaker(tx, params.provider, viewer.userId)),
    ),
  ];
}
