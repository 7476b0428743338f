import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { describeSession } from './describe.ts';
import type { Sessions } from './sessions.ts';

export interface SessionRoutesDependencies {
  readonly database: Database;
  readonly sessions: Sessions;
}

/** Everybody reaches only the own sessions: the viewer's id is part of every call. */
export function sessionRoutes({ database, sessions }: SessionRoutesDependencies): Route[] {
  return [
    route(api.me.listSessions, async ({ viewer }) => ({
      items: (await sessions.list(database.query, viewer.userId)).map((session) => ({
        ...describeSession(session),
        address: session.address,
        is_current: session.id === viewer.sessionId,
      })),
    })),

    route(api.me.endSession, async ({ viewer, params }) => {
      const ended = await database.transaction((tx) => sessions.endOne(tx, viewer.userId, params.session_id));
      if (!ended) throw new ApplicationError('not_found');
    }),
  ];
}
