import { api } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import { cookiePath, sessionCookie } from '../accounts/index.ts';
import type { Privacy } from './privacy.ts';

/** Everybody reaches only the own data: the viewer's id is part of every call. */
export function privacyRoutes(dependencies: { readonly privacy: Privacy; readonly clock: Clock }): Route[] {
  const { privacy, clock } = dependencies;
  return [
    route(api.privacy.export, async ({ viewer, context }) => ({
      content: await privacy.export(viewer.userId, context.userAgent.slice(0, 200)),
      mediaType: 'application/json',
      fileName: `rolecall-export-${clock.now().toISOString().slice(0, 10)}.json`,
    })),

    route(api.privacy.erase, async ({ viewer, body, context }) => {
      await privacy.requestErasure(viewer.userId, body.password);
      context.clearCookie(sessionCookie, cookiePath);
    }),
  ];
}
