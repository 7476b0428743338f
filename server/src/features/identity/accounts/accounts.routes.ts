import { api } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { openRoute, type RequestContext, type Route, route } from '../../../platform/http/index.ts';
import type { Attempts } from '../attempts/index.ts';
import { cookiePath, deviceOf, type Sessions, sessionCookie } from '../sessions/index.ts';
import type { Accounts } from './accounts.ts';
import { admit, keepDevice } from './admission.ts';
import type { AccountTasks } from './dependencies.ts';

export interface AccountRoutesDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly accounts: Accounts;
  readonly sessions: Pick<Sessions, 'requireFresh'>;
  readonly attempts: Pick<Attempts, 'spend'>;
  readonly tasks: AccountTasks;
}

export function accountRoutes(dependencies: AccountRoutesDependencies): Route[] {
  return [...authenticationRoutes(dependencies), ...ownAccountRoutes(dependencies)];
}

function authenticationRoutes({
  database,
  clock,
  accounts,
  attempts,
  tasks,
}: AccountRoutesDependencies): Route[] {
  return [
    openRoute(api.auth.signUp, async ({ body, context }) =>
      admit(context, await accounts.signUp(body, deviceOf(context))),
    ),

    openRoute(api.auth.signIn, async ({ body, context }) =>
      admit(context, await accounts.signIn(body.email, body.password, deviceOf(context))),
    ),

    openRoute(api.auth.refresh, async ({ body, context }) => {
      const token = givenRefreshToken(body.refresh_token, context);
      if (token === undefined) throw new ApplicationError('unauthenticated');
      return admit(context, await accounts.refresh(token));
    }),

    openRoute(api.auth.signOut, async ({ body, context }) => {
      const token = givenRefreshToken(body.refresh_token, context);
      if (token === undefined) return;
      await database.transaction((tx) => accounts.signOut(tx, token));
      context.clearCookie(sessionCookie, cookiePath);
    }),

    route(api.auth.signOutEverywhere, async ({ viewer, body, context }) => {
      const options = { keepApiKeys: body.keep_api_keys, device: deviceOf(context) };
      await database.transaction((tx) => accounts.signOutEverywhere(tx, viewer.userId, options));
      context.clearCookie(sessionCookie, cookiePath);
    }),

    openRoute(api.auth.verifyEmail, async ({ body, context }) => {
      // A page of another site must not be able to keep a session by its visitors' cookies.
      const refreshToken = context.fromAllowedOrigin ? context.cookies[sessionCookie] : undefined;
      const signedIn = await accounts.proveAddress(body.token, refreshToken, deviceOf(context));
      if (signedIn !== null) admit(context, signedIn);
    }),

    route(api.auth.resendVerification, async ({ viewer }) => {
      await database.transaction((tx) => accounts.requestVerification(tx, viewer.userId));
    }),

    // Whether there is such an account is looked up by the task, so that the time of the answer does not tell.
    openRoute(api.auth.forgotPassword, async ({ body, context }) => {
      await attempts.spend(database.query, 'mail', deviceOf(context), body.email);
      await database.transaction((tx) => tasks.mailPasswordReset(tx, body.email));
    }),

    openRoute(api.auth.resetPassword, async ({ body, context }) => {
      const device = deviceOf(context);
      await accounts.resetPassword(body.token, body.password, device);
      keepDevice(context, device.token, clock.now());
    }),

    route(api.auth.reauthenticate, async ({ viewer, body, context }) => {
      const { userId, sessionId } = viewer;
      if (sessionId === null) throw new ApplicationError('forbidden');
      await accounts.proveAgain({ userId, sessionId }, body.password, deviceOf(context));
    }),

    route(api.auth.changePassword, async ({ viewer, body, context }) => {
      const { current_password: current, password, keep_api_keys: keepApiKeys } = body;
      const device = deviceOf(context);
      const options = { keepApiKeys };
      return admit(context, await accounts.changePassword(viewer.userId, current, password, device, options));
    }),
  ];
}

function ownAccountRoutes({ database, accounts, sessions }: AccountRoutesDependencies): Route[] {
  return [
    route(api.me.read, async ({ viewer }) => accounts.read(database.query, viewer.userId)),

    route(api.me.update, async ({ viewer, body }) =>
      database.transaction((tx) => accounts.rename(tx, viewer.userId, body.name)),
    ),

    route(api.me.endOtherSessions, async ({ viewer, body, context }) => {
      const options = {
        ...{ but: viewer.sessionId, keepApiKeys: body.keep_api_keys },
        device: deviceOf(context),
      };
      await database.transaction((tx) => accounts.signOutEverywhere(tx, viewer.userId, options));
    }),

    route(api.me.listApiKeys, async ({ viewer }) => ({
      items: await accounts.apiKeys.list(database.query, viewer.userId),
    })),

    route(api.me.createApiKey, async ({ viewer, body, context }) => {
      if (body.current_password !== undefined && viewer.sessionId !== null) {
        const { userId, sessionId } = viewer;
        await accounts.proveAgain({ userId, sessionId }, body.current_password, deviceOf(context));
      }
      return database.transaction(async (tx) => {
        await sessions.requireFresh(tx, viewer);
        const { name, scopes, expires_in_days: expiresInDays } = body;
        return accounts.apiKeys.create(tx, viewer.userId, { name, scopes, expiresInDays });
      });
    }),

    route(api.me.revokeApiKey, async ({ viewer, params }) => {
      await database.transaction((tx) => accounts.apiKeys.revoke(tx, viewer.userId, params.api_key_id));
    }),
  ];
}

/**
 * The refresh token of the body or of the cookie. A browser sends the cookie whichever site makes the request, so it
 * counts from an allowed origin only.
 * @throws {ApplicationError} `origin_refused`
 */
function givenRefreshToken(fromBody: string | undefined, context: RequestContext): string | undefined {
  if (fromBody !== undefined) return fromBody;
  const fromCookie = context.cookies[sessionCookie];
  if (fromCookie === undefined || fromCookie === '') return undefined;
  if (!context.fromAllowedOrigin) throw new ApplicationError('origin_refused');
  return fromCookie;
}
