import { api, type BroadcastDetail } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Broadcasts } from './broadcasts.ts';
import type { Previews } from './preview.ts';

/** Broadcasts belong to the operators, all of them to each. */
export function broadcastRoutes(dependencies: {
  readonly database: Database;
  readonly broadcasts: Broadcasts;
  readonly broadcastPreviews: Previews;
}): Route[] {
  const { database, broadcasts, broadcastPreviews } = dependencies;

  /** Takes a step, and answers how the broadcast stands then. */
  const step = (id: string, take: (tx: Tx) => Promise<void>): Promise<BroadcastDetail> =>
    database.transaction(async (tx) => {
      await take(tx);
      return broadcasts.read(tx, id);
    });

  return [
    route(api.broadcasts.list, ({ query }) => broadcasts.list(database.query, query)),
    route(api.broadcasts.create, ({ viewer, body }) =>
      database.transaction(async (tx) =>
        broadcasts.read(tx, await broadcasts.create(tx, viewer.userId, body)),
      ),
    ),
    route(api.broadcasts.countAudience, ({ body }) =>
      broadcasts.countAudience(database.query, body.audience),
    ),
    route(api.broadcasts.preview, ({ viewer, body }) =>
      broadcastPreviews.preview(database.query, viewer.userId, body),
    ),
    route(api.broadcasts.read, ({ params }) => broadcasts.read(database.query, params.broadcast_id)),
    route(api.broadcasts.outcome, ({ params }) => broadcasts.outcome(database.query, params.broadcast_id)),
    route(api.broadcasts.update, ({ viewer, params: { broadcast_id: id }, body }) =>
      step(id, (tx) => broadcasts.update(tx, viewer.userId, id, body)),
    ),
    route(api.broadcasts.remove, async ({ viewer, params }) => {
      await database.transaction((tx) => broadcasts.remove(tx, viewer.userId, params.broadcast_id));
      return undefined;
    }),
    route(api.broadcasts.sendTest, ({ viewer, params, body }) =>
      database.transaction((tx) => broadcasts.sendTest(tx, viewer.userId, params.broadcast_id, body)),
    ),
    route(api.broadcasts.schedule, ({ viewer, params: { broadcast_id: id }, body }) =>
      step(id, (tx) => broadcasts.schedule(tx, viewer.userId, id, body)),
    ),
    route(api.broadcasts.unschedule, ({ viewer, params: { broadcast_id: id } }) =>
      step(id, (tx) => broadcasts.unschedule(tx, viewer.userId, id)),
    ),
    route(api.broadcasts.start, ({ viewer, params: { broadcast_id: id } }) =>
      step(id, (tx) => broadcasts.start(tx, viewer.userId, id)),
    ),
    route(api.broadcasts.pause, ({ viewer, params: { broadcast_id: id } }) =>
      step(id, (tx) => broadcasts.pause(tx, viewer.userId, id)),
    ),
    route(api.broadcasts.resume, ({ viewer, params: { broadcast_id: id } }) =>
      step(id, (tx) => broadcasts.resume(tx, viewer.userId, id)),
    ),
    route(api.broadcasts.stop, ({ viewer, params: { broadcast_id: id } }) =>
      step(id, (tx) => broadcasts.stop(tx, viewer.userId, id)),
    ),
  ];
}
