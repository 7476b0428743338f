import { isIP } from 'node:net';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../../platform/config/index.ts';
import { ApplicationError } from '../../platform/errors/index.ts';

/**
 * On a developer's machine, answers only to names that are its own. A page of anybody could otherwise have its own name lead
 * to this machine (DNS rebinding) and read the built-in mailbox as if it were a page of ours. An address is no such name. In
 * production there is nothing to read without a token, and probes ask by names that nobody has told us.
 */
export function refuseForeignHosts(app: FastifyInstance, { environment, http }: Config): void {
  if (environment === 'production') return;
  const known = new Set(['localhost', ...http.allowedOrigins.map((origin) => new URL(origin).hostname)]);
  app.addHook('onRequest', async ({ headers: { host } }) => {
    const name = URL.parse(`http://${host ?? ''}`)?.hostname.replace(/^\[|\]$/g, '') ?? '';
    if (isIP(name) === 0 && !known.has(name)) throw new ApplicationError('unknown_host');
  });
}
