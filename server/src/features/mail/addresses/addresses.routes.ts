import { api } from '@rolecall/contract';
import { openRoute, type Route } from '../../../platform/http/index.ts';
import { checkAddress } from './addresses.ts';

/** Anybody may ask: it tells nothing of accounts. */
export function addressRoutes(): Route[] {
  return [openRoute(api.auth.checkAddress, async ({ body }) => checkAddress(body.email))];
}
