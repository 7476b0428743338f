import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { ApplicationError } from '../../platform/errors/index.ts';
import type { Health, Metrics } from '../../platform/observability/index.ts';

export interface OperationsOptions {
  readonly health: Health;
  readonly metrics: Metrics;
  /** Opens `/metrics` to other machines; without it only loopback may read. */
  readonly metricsToken: string | undefined;
}

/** What orchestrators and Prometheus ask. */
export function mountOperations(
  app: FastifyInstance,
  { health, metrics, metricsToken }: OperationsOptions,
): void {
  app.get('/health/live', async () => ({ status: 'ok' }));

  app.get('/health/ready', async (_request, reply) => {
    const readiness = await health.ready();
    return reply.code(readiness.ready ? 200 : 503).send({
      status: readiness.ready ? 'ok' : 'unavailable',
      checks: readiness.checks,
      draining: readiness.draining,
    });
  });

  app.get('/metrics', async (request, reply) => {
    if (!mayReadMetrics(request, metricsToken)) throw new ApplicationError('not_found');
    return reply.type(metrics.contentType).send(await metrics.render());
  });
}

function mayReadMetrics(request: FastifyRequest, token: string | undefined): boolean {
  if (token === undefined) {
    return ipaddr.isValid(request.ip) && ipaddr.process(request.ip).range() === 'loopback';
  }
  const given = Buffer.from(request.headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
