import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Takes what mail providers tell. */
export interface MailWebhooks {
  /** @throws {ApplicationError} when it is not told by the provider, or too late */
  receive(
    provider: string,
    call: { header(name: string): string | undefined; readonly body: Buffer },
  ): Promise<void>;
}

/** SendGrid sends up to three quarters of a MiB at once, the others less. */
const largestBody = 1_048_576;

/** Providers tell of each mail by itself, from few addresses: a hundred calls a second. */
const callsPerMinute = 6_000;

/**
 * `POST /webhooks/email/{provider}`: no cookie and no sign-in, since the signature says who calls. It covers the bytes of
 * the body, so they are kept as they came.
 */
export async function mountMailWebhooks(app: FastifyInstance, webhooks: MailWebhooks): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer' },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    const limit = scope.rateLimit({ max: callsPerMinute, timeWindow: 60_000, groupId: 'mail-webhooks' });

    scope.post<{ Params: { provider: string } }>(
      '/webhooks/email/:provider',
      { preValidation: limit, bodyLimit: largestBody },
      async ({ params, headers, body }, reply) => {
        await webhooks.receive(params.provider, {
          header: (name) => {
            const value = headers[name];
            return Array.isArray(value) ? value[0] : value;
          },
          body: Buffer.isBuffer(body) ? body : Buffer.alloc(0),
        });
        return reply.code(204).send();
      },
    );
  });
}
