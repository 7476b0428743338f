import type { Role } from '@rolecall/contract';
import { type ParsedLocation, redirect } from '@tanstack/react-router';
import { session } from '../lib/session.ts';

/** A page that is not for the person's role; the error page says for whom it is. */
export class WrongRoleError extends Error {
  readonly roles: readonly Role[];

  constructor(roles: readonly Role[]) {
    super('This page is for another role');
    this.roles = roles;
  }
}

interface GuardContext {
  readonly location: ParsedLocation;
}

/** Lets signed-in people of these roles pass; others sign in first and come back. The server checks again. */
export const only =
  (...roles: readonly Role[]) =>
  async ({ location }: GuardContext): Promise<void> => {
    const account = await session.account();
    if (account === null) throw redirect({ to: '/sign-in', search: { next: location.href } });
    if (roles.length > 0 && !roles.includes(account.role)) throw new WrongRoleError(roles);
  };

/** Pages such as sign-in are of no use to somebody who is signed in. */
export const guestsOnly = async (): Promise<void> => {
  if ((await session.account()) !== null) throw redirect({ to: '/' });
};

/** Waits until it is known who is signed in, so that the page does not change under the eyes. */
export const anybody = async (): Promise<void> => {
  await session.account();
};
