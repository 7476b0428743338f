import { api } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import {
  openRoute,
  type RequestContext,
  type Route,
  route,
  type Viewer,
} from '../../../platform/http/index.ts';
import { type Accounts, admit } from '../accounts/index.ts';
import { deviceOf } from '../sessions/index.ts';
import type { Departure, Oidc } from './oidc.ts';

export interface OidcRoutesDependencies {
  readonly clock: Clock;
  readonly accounts: Pick<Accounts, 'complete'>;
  /** Null: there is no provider. */
  readonly oidc: Oidc | null;
}

/** Ties what is under way at the provider to the browser that began it. */
const browserCookie = 'rolecall_oidc';
/** In milliseconds. */
const cookieLifetime = 60 * 60_000;

export function oidcRoutes({ clock, accounts, oidc: known }: OidcRoutesDependencies): Route[] {
  function configured(): Oidc {
    if (known === null) throw new ApplicationError('oidc_off');
    return known;
  }

  function leave(context: RequestContext, { url, browser }: Departure): { url: string } {
    const expires = new Date(clock.now().getTime() + cookieLifetime);
    context.setCookie(browserCookie, browser, { path: '/', expires });
    return { url };
  }

  return [
    openRoute(api.oidc.start, async ({ context }) => {
      assertBrowser(context);
      return leave(context, await configured().start(context.cookies[browserCookie]));
    }),

    openRoute(api.oidc.finish, async ({ body, context }) => {
      assertBrowser(context);
      const back = { query: body.query, browser: context.cookies[browserCookie] };
      const newcomer = { timeZone: body.time_zone, locale: body.locale };
      const session = await configured().finish(back, newcomer, deviceOf(context));
      return admit(context, await accounts.complete(session));
    }),

    route(api.oidc.startReauthentication, async ({ viewer, context }) => {
      assertBrowser(context);
      const oidc = configured();
      return leave(
        context,
        await oidc.startReauthentication(context.cookies[browserCookie], sessionOf(viewer)),
      );
    }),

    route(api.oidc.finishReauthentication, async ({ viewer, body, context }) => {
      const back = { query: body.query, browser: context.cookies[browserCookie] };
      await configured().finishReauthentication(back, {
        userId: viewer.userId,
        sessionId: sessionOf(viewer),
      });
    }),

    route(api.oidc.startSignOut, async ({ viewer }) => ({
      url: viewer.sessionId === null || known === null ? null : await known.signOutAddress(viewer.sessionId),
    })),
  ];
}

/** Another site must not be able to begin or end a sign-in. @throws {ApplicationError} `origin_refused` */
function assertBrowser({ fromAllowedOrigin }: RequestContext): void {
  if (!fromAllowedOrigin) throw new ApplicationError('origin_refused');
}

/** @throws {ApplicationError} `forbidden` for an API key */
function sessionOf({ sessionId }: Viewer): string {
  if (sessionId === null) throw new ApplicationError('forbidden');
  return sessionId;
}
