import { openApiDocument } from '@rolecall/contract/openapi';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';

/** The OpenAPI document and the page that shows it. */
export async function mountReference(app: FastifyInstance, version: string): Promise<void> {
  const document = JSON.stringify(openApiDocument(version));

  app.get('/api/openapi.json', async (_request, reply) =>
    reply.type('application/json; charset=utf-8').header('cache-control', 'max-age=300').send(document),
  );

  await app.register(async (scope) => {
    // The page of the reference configures itself by an inline script and inline styles.
    scope.addHook('onSend', async (_request, reply) => {
      reply.header(
        'content-security-policy',
        "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
          "img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'",
      );
    });
    await scope.register(scalar, {
      routePrefix: '/api/docs',
      configuration: {
        url: '/api/openapi.json',
        title: 'Rolecall API',
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
      },
      logLevel: 'silent',
    });
  });
}
