import { cookieTokens, createClient } from '@rolecall/client';

export { type ConnectionStatus, RolecallError } from '@rolecall/client';

/** The one way to the server. The access token lives in memory, the session in an HttpOnly cookie. */
export const client = createClient({ baseUrl: window.location.origin, tokens: cookieTokens() });
