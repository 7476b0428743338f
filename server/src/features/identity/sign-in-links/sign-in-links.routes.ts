import { api } from '@rolecall/contract';
import { openRoute, type Route } from '../../../platform/http/index.ts';
import { type Accounts, admit } from '../accounts/index.ts';
import { deviceOf } from '../sessions/index.ts';
import type { SignInLinks } from './sign-in-links.ts';

export interface SignInLinkRoutesDependencies {
  readonly accounts: Pick<Accounts, 'complete'>;
  readonly signInLinks: SignInLinks;
}

export function signInLinkRoutes({ accounts, signInLinks }: SignInLinkRoutesDependencies): Route[] {
  return [
    openRoute(api.signInLinks.use, async ({ body, context }) =>
      admit(context, await accounts.complete(await signInLinks.use(body.token, deviceOf(context)))),
    ),
  ];
}
