import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Answers links of mails that need no sign-in; the token is opaque and signed. */
export interface MailPage {
  /**
   * GET shows a page and changes nothing, since link scanners read it too. POST does what the token, or a form of the
   * page, asks for. Both are safe to repeat.
   */
  handle(
    token: string,
    request: { readonly method: 'GET' } | { readonly method: 'POST'; readonly fields: URLSearchParams },
  ): Promise<{ readonly status: number; readonly contentType: string; readonly body: string }>;
}

/** More than any form of the pages has. */
const largestBody = 16_384;

/**
 * Pages of mails, each under a letter of its own: `/u/TOKEN` is the preference centre and one-click unsubscribe of RFC
 * 8058, `/m/TOKEN` saves a job or puts it away. The POST needs no cookie, sign-in or CSRF token, takes a body of any type,
 * never redirects and answers 200. The token is what gives the right.
 */
export async function mountMailPage(app: FastifyInstance, letter: 'u' | 'm', page: MailPage): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      async (_request: FastifyRequest, body: string) => new URLSearchParams(body),
    );
    // Whatever it is, no more than the limit of it is read.
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, async () => null);
    const limit = scope.rateLimit({ max: 60, timeWindow: 60_000 });

    scope.get<{ Params: { token: string } }>(
      `/${letter}/:token`,
      { preValidation: limit },
      async (request, reply) => answer(reply, await page.handle(request.params.token, { method: 'GET' })),
    );
    scope.post<{ Params: { token: string } }>(
      `/${letter}/:token`,
      { preValidation: limit, bodyLimit: largestBody },
      async ({ params, body }, reply) => {
        const fields = body instanceof URLSearchParams ? body : new URLSearchParams();
        return answer(reply, await page.handle(params.token, { method: 'POST', fields }));
      },
    );
  });
}

function answer(reply: FastifyReply, { status, contentType, body }: Awaited<ReturnType<MailPage['handle']>>) {
  return reply.code(status).type(contentType).header('cache-control', 'no-store').send(body);
}
