import type { FastifyInstance, FastifyReply } from 'fastify';

/** Answers the links of mails; the token is opaque and signed. */
export interface Unsubscribe {
  /**
   * GET shows a page with a button and changes nothing, since link scanners read it too. POST ends the mails that the
   * token names; it is safe to repeat.
   */
  handle(
    token: string,
    method: 'GET' | 'POST',
  ): Promise<{ readonly status: number; readonly contentType: string; readonly body: string }>;
}

/**
 * One-click unsubscribe of RFC 8058 at `/u/TOKEN`: the POST needs no cookie, sign-in or CSRF token, never redirects and
 * answers 200; its body says nothing that the token does not say.
 */
export async function mountUnsubscribe(app: FastifyInstance, unsubscribe: Unsubscribe): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, payload, done) => {
      payload.on('error', done);
      payload.on('end', () => done(null));
      payload.resume();
    });
    const limit = scope.rateLimit({ max: 60, timeWindow: 60_000, groupId: 'unsubscribe' });

    scope.get<{ Params: { token: string } }>('/u/:token', { preValidation: limit }, async (request, reply) =>
      answer(reply, await unsubscribe.handle(request.params.token, 'GET')),
    );
    scope.post<{ Params: { token: string } }>(
      '/u/:token',
      { preValidation: limit, bodyLimit: 16_384 },
      async (request, reply) => answer(reply, await unsubscribe.handle(request.params.token, 'POST')),
    );
  });
}

function answer(
  reply: FastifyReply,
  { status, contentType, body }: Awaited<ReturnType<Unsubscribe['handle']>>,
) {
  return reply.code(status).type(contentType).header('cache-control', 'no-store').send(body);
}
