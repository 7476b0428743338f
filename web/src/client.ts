import { cookieTokens, createTrustingClient } from '@rolecall/client/trusting';
import { fetchServedFirst } from './lib/served.ts';

export { type ConnectionStatus, RolecallError } from '@rolecall/client/trusting';

/** The one way to the server. The access token lives in memory, the session in an HttpOnly cookie. */
export const client = createTrustingClient({
  baseUrl: window.location.origin,
  tokens: cookieTokens(),
  fetch: fetchServedFirst,
});
