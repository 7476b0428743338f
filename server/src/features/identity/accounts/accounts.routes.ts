import { api, type Session } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { openRoute, type RequestContext, type Route, route } from '../../../platform/http/index.ts';
import type { Accounts, SignedIn } from './accounts.ts';
import { cookiePath, sessionCookie } from './session-cookie.ts';

export interface AccountRoutesDependencies {
  readonly database: Database;
  readonly accounts: Accounts;
}

export function accountRoutes(dependencies: AccountRoutesDependencies): Route[] {
  return [...authenticationRoutes(dependencies), ...ownAccountRoutes(dependencies)];
}

function authenticationRoutes({ database, accounts }: AccountRoutesDependencies): Route[] {
  return [
    openRoute(api.auth.signUp, async ({ body, context }) => admit(context, await accounts.signUp(body))),

    openRoute(api.auth.signIn, async ({ body, context }) =>
      admit(context, await accounts.signIn(body.email, body.password)),
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

    route(api.auth.signOutEverywhere, async ({ viewer, context }) => {
      await database.transaction((tx) => accounts.signOutEverywhere(tx, viewer.userId));
      context.clearCookie(sessionCookie, cookiePath);
    }),

    openRoute(api.auth.verifyEmail, async ({ body }) => {
      await database.transaction((tx) => accounts.verifyEmail(tx, body.token));
    }),

    route(api.auth.resendVerification, async ({ viewer }) => {
      await database.transaction((tx) => accounts.requestVerification(tx, viewer.userId));
    }),

    openRoute(api.auth.forgotPassword, async ({ body }) => {
      await database.transaction((tx) => accounts.requestPasswordReset(tx, body.email));
    }),

    openRoute(api.auth.resetPassword, async ({ body }) => {
      await accounts.resetPassword(body.token, body.password);
    }),

    route(api.auth.changePassword, async ({ viewer, body, context }) =>
      admit(context, await accounts.changePassword(viewer.userId, body.current_password, body.password)),
    ),
  ];
}

function ownAccountRoutes({ database, accounts }: AccountRoutesDependencies): Route[] {
  return [
    route(api.me.read, async ({ viewer }) => accounts.read(database.query, viewer.userId)),

    route(api.me.update, async ({ viewer, body }) =>
      database.transaction((tx) => accounts.rename(tx, viewer.userId, body.name)),
    ),

    route(api.me.listApiKeys, async ({ viewer }) => ({
      items: await accounts.apiKeys.list(database.query, viewer.userId),
    })),

    route(api.me.createApiKey, async ({ viewer, body }) =>
      database.transaction((tx) =>
        accounts.apiKeys.create(tx, viewer.userId, { name: body.name, expiresInDays: body.expires_in_days }),
      ),
    ),

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

/**
 * The session as it is answered. Only pages of allowed origins get the cookie: another site must not be able to sign
 * somebody in under an account of its own, and programs keep the token themselves.
 */
function admit(context: RequestContext, signedIn: SignedIn): Session {
  const { accessToken, refreshToken, refreshTokenExpiresAt, account } = signedIn;
  if (context.fromAllowedOrigin) {
    context.setCookie(sessionCookie, refreshToken, { ...cookiePath, expires: refreshTokenExpiresAt });
  }
  return {
    access_token: accessToken.token,
    access_token_expires_at: accessToken.expiresAt.toISOString(),
    refresh_token: refreshToken,
    account,
  };
}
