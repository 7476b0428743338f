import { api } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { openRoute, type Route, route } from '../../../platform/http/index.ts';
import { actorOf } from '../audit/index.ts';
import { deviceOf, type Sessions } from '../sessions/index.ts';
import type { Accounts } from './accounts.ts';

export interface EmailChangeRoutesDependencies {
  readonly database: Database;
  readonly accounts: Pick<Accounts, 'emailChange' | 'proveAgain'>;
  readonly sessions: Pick<Sessions, 'requireFresh'>;
}

/** Everybody changes only the own address: the viewer's id is part of every call. */
export function emailChangeRoutes(dependencies: EmailChangeRoutesDependencies): Route[] {
  const { database, accounts, sessions } = dependencies;
  const { emailChange } = accounts;
  return [
    route(api.me.readEmailChange, async ({ viewer }) => ({
      pending: await emailChange.pending(database.query, viewer.userId),
    })),

    route(api.me.requestEmailChange, async ({ viewer, body, context }) => {
      if (body.current_password !== undefined && viewer.sessionId !== null) {
        const { userId, sessionId } = viewer;
        await accounts.proveAgain({ userId, sessionId }, body.current_password, deviceOf(context));
      }
      await database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        await emailChange.request(tx, viewer.userId, body.email);
      });
    }),

    route(api.me.cancelEmailChange, async ({ viewer }) => {
      await database.transaction((tx) => emailChange.cancel(tx, viewer.userId));
    }),

    route(api.me.confirmEmailChange, async ({ viewer, body, context }) => {
      await database.transaction((tx) =>
        emailChange.confirm(tx, viewer, actorOf(viewer, context), body.token, deviceOf(context)),
      );
    }),

    openRoute(api.auth.undoEmailChange, async ({ body, context }) => {
      await emailChange.undo(body.token, body.password, deviceOf(context));
    }),
  ];
}
