import type { FastifyInstance, FastifyReply } from 'fastify';

/** What the links of mails need; the token is opaque and signed. */
export interface Unsubscribe {
  /** The page with the button. Undefined: the token is not one of ours. Changes nothing: link scanners read it too. */
  page(token: string): Promise<string | undefined>;
  /** Ends the mails that the token names, and gives the page that says so. Safe to repeat. */
  apply(token: string): Promise<string | undefined>;
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
      answer(reply, await unsubscribe.page(request.params.token)),
    );
    scope.post<{ Params: { token: string } }>(
      '/u/:token',
      { preValidation: limit, bodyLimit: 16_384 },
      async (request, reply) => answer(reply, await unsubscribe.apply(request.params.token)),
    );
  });
}

function answer(reply: FastifyReply, page: string | undefined) {
  if (page === undefined) {
    return reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('This link is not valid. It may be incomplete.\n');
  }
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page);
}
