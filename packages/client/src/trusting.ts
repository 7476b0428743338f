import { type ClientOptions, createClientWith } from './client-with.ts';

export { RolecallError } from './errors.ts';
export type { ConnectionStatus } from './notifications/feed.ts';
export { cookieTokens } from './tokens.ts';

/**
 * A client that takes answers as they come, for pages that the server itself has brought: it parses each answer by the
 * schema of its endpoint before it sends it, so a page of the same version would find the same. It needs neither the
 * schemas nor the library behind them, which are larger than all the rest.
 */
export function createTrustingClient(options: ClientOptions) {
  const { request: _, ...client } = createClientWith((_route, content) => content, options);
  return client;
}
