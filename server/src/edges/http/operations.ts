import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Config } from '../../platform/config/index.ts';
import { ApplicationError } from '../../platform/errors/index.ts';
import type { Health, Metrics } from '../../platform/observability/index.ts';
import { isSameSecret } from '../../platform/tokens/index.ts';

export interface OperationsOptions {
  readonly health: Health;
  readonly metrics: Metrics;
  /** What opens `/metrics`; with neither it is closed. */
  readonly metricsAccess: Config['metrics'];
}

/** What orchestrators and Prometheus ask. */
export function mountOperations(
  app: FastifyInstance,
  { health, metrics, metricsAccess }: OperationsOptions,
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
    if (!mayReadMetrics(request, metricsAccess)) throw new ApplicationError('not_found');
    return reply.type(metrics.contentType).send(await metrics.render());
  });
}

/** Where a request seems to come from says nothing: a proxy on the same machine asks for everybody. */
function mayReadMetrics(request: FastifyRequest, { token, open }: Config['metrics']): boolean {
  if (token === undefined) return open;
  return isSameSecret(request.headers.authorization ?? '', `Bearer ${token}`);
}
