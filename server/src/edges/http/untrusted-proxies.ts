import proxyAddress from '@fastify/proxy-addr';
import type { FastifyInstance } from 'fastify';
import type { Logger, Metrics } from '../../platform/observability/index.ts';

/**
 * Notices what says from where a request comes, and is not trusted to say so. Anybody can write that header; but where it is
 * the proxy, all its visitors count as one, whose bounds anybody can use up, and nothing else would tell.
 */
export function noticeUntrustedProxies(
  app: FastifyInstance,
  {
    trustedProxies,
    logger,
    metrics,
  }: { readonly trustedProxies: readonly string[]; readonly logger: Logger; readonly metrics: Metrics },
): void {
  const isTrusted = proxyAddress.compile([...trustedProxies]);
  const seen = metrics.counter({
    name: 'rolecall_http_untrusted_forwarded_total',
    help: 'Requests with X-Forwarded-For from an address that ROLECALL_TRUSTED_PROXIES does not name',
  });
  let isTold = false;
  app.addHook('onRequest', async ({ headers, socket }) => {
    const { remoteAddress = '' } = socket;
    if (headers['x-forwarded-for'] === undefined || isTrusted(remoteAddress, 0)) return;
    seen.inc();
    if (isTold) return;
    isTold = true;
    logger.warn(
      { event: 'untrusted_proxy', address: remoteAddress },
      'a request has X-Forwarded-For from an address that ROLECALL_TRUSTED_PROXIES does not name: if it is your proxy, all its ' +
        'visitors share one limit until it is named',
    );
  });
}
