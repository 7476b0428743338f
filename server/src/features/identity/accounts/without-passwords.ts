import { api } from '@rolecall/contract';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { Route } from '../../../platform/http/index.ts';

const byPassword: ReadonlySet<string> = new Set(
  [
    api.auth.signUp,
    api.auth.signIn,
    api.auth.forgotPassword,
    api.auth.resetPassword,
    api.auth.changePassword,
    api.auth.reauthenticate,
    api.people.sendPasswordReset,
    api.me.requestEmailChange,
    api.me.confirmEmailChange,
    api.auth.undoEmailChange,
  ].map(({ id }) => id),
);

/** The routes of an instance where everybody signs in by an identity provider: what takes a password is refused. */
export const withoutPasswords = (routes: readonly Route[]): Route[] =>
  routes.map((route) => (byPassword.has(route.endpoint.id) ? { ...route, handle: refuse } : route));

async function refuse(): Promise<never> {
  throw new ApplicationError('password_sign_in_off');
}
