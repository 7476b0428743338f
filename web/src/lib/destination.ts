import { isPagePath } from '@rolecall/contract/constants';

/** Where the person wanted to go before the sign-in led away from this site. */
const key = 'rolecall-sign-in-next';

export function rememberDestination(next: string | undefined): void {
  if (next === undefined) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, next);
}

export function takeDestination(): string {
  const next = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  return next !== null && isPagePath(next) ? next : '/';
}
