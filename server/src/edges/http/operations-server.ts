import { type FastifyInstance, fastify } from 'fastify';
import { answerFailures, answerUnknownPath } from './failures.ts';
import { mountOperations, type OperationsOptions } from './operations.ts';

/** Builds a server of health and metrics alone, for a process that serves nobody else. */
export function createOperationsServer(options: OperationsOptions): FastifyInstance {
  const app = fastify({ requestTimeout: 10_000, bodyLimit: 1_024, forceCloseConnections: true });
  answerFailures(app);
  app.setNotFoundHandler((request, reply) => answerUnknownPath(request, reply, []));
  mountOperations(app, options);
  return app;
}
