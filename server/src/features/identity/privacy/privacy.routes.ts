import { api } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Route, route } from '../../../platform/http/index.ts';
import type { Accounts } from '../accounts/index.ts';
import { cookiePath, describeClient, deviceOf, sessionCookie } from '../sessions/index.ts';
import type { Privacy } from './privacy.ts';

/** Takes a password as a fresh proof. */
export type PasswordProof = Pick<Accounts, 'proveAgain'>;

export interface PrivacyRoutesDependencies {
  readonly privacy: Privacy;
  readonly accounts: PasswordProof;
  readonly clock: Clock;
}

/** Everybody reaches only the own data: the viewer's id is part of every call. */
export function privacyRoutes(dependencies: PrivacyRoutesDependencies): Route[] {
  const { privacy, accounts, clock } = dependencies;
  return [
    route(api.privacy.export, async ({ viewer, context }) => ({
      content: await privacy.export(viewer.userId, describeClient(context.userAgent)),
      mediaType: 'application/json',
      fileName: `rolecall-export-${clock.now().toISOString().slice(0, 10)}.json`,
    })),

    route(api.privacy.erase, async ({ viewer, body, context }) => {
      const { userId, sessionId } = viewer;
      if (body.password !== undefined && sessionId !== null) {
        await accounts.proveAgain({ userId, sessionId }, body.password, deviceOf(context));
      }
      await privacy.requestErasure(viewer);
      context.clearCookie(sessionCookie, cookiePath);
    }),
  ];
}
