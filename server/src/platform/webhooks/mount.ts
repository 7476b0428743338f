import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WebhookReceiver } from './webhook.ts';

export interface WebhookMount {
  /** Such as `/webhooks/email`; the name of the sender follows. */
  readonly path: string;
  readonly receiver: WebhookReceiver;
  /** In bytes. */
  readonly largestBody: number;
  /** From one address. */
  readonly callsPerMinute: number;
}

/**
 * `POST {path}/{sender}`: no cookie and no sign-in, since the signature says who calls. It covers the bytes of the body,
 * so they are kept as they came.
 */
export async function mountWebhooks(
  app: FastifyInstance,
  { path, receiver, largestBody, callsPerMinute }: WebhookMount,
): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer' },
      async (_request: FastifyRequest, body: Buffer) => body,
    );
    const limit = scope.rateLimit({ max: callsPerMinute, timeWindow: 60_000 });

    scope.post<{ Params: { sender: string } }>(
      `${path}/:sender`,
      { preValidation: limit, bodyLimit: largestBody },
      async ({ params, headers, body }, reply) => {
        await receiver.receive(params.sender, {
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
