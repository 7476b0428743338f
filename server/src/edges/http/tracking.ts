import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { answerUnknownPath } from './failures.ts';

interface Request {
  readonly method: string;
  readonly userAgent: string;
  readonly address: string;
}

/** Knows the tracked links and pixels of mails by their signed tokens. */
export interface Tracking {
  /** @returns where the link leads; null: it is none of ours */
  follow(token: string, request: Request): string | null;
  /** @returns whether the pixel is one of ours */
  open(token: string, request: Request): boolean;
}

/** A transparent image of one pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Many people may share the address of a proxy. */
const requestsPerMinute = 1_200;

const unknownLink = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark"><title>Unknown link</title></head>
<body style="font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem">
<h1 style="font-size:1.5rem">This link leads nowhere</h1>
<p>It was not made here, or not all of it was copied. Try the link in the mail again.</p>
<p><a href="/">Go to Rolecall</a></p></body></html>`;

/** Links and pixels of mails, at `/l/TOKEN` and `/o/TOKEN.gif`. An address to lead to is never taken from the request. */
export async function mountTracking(app: FastifyInstance, tracking: Tracking): Promise<void> {
  await app.register(async (scope) => {
    const limit = scope.rateLimit({ max: requestsPerMinute, timeWindow: 60_000 });

    scope.get<{ Params: { token: string } }>(
      '/l/:token',
      { preValidation: limit },
      async (request, reply) => {
        const target = tracking.follow(request.params.token, toRequest(request));
        quiet(reply);
        if (target === null) return reply.code(404).type('text/html; charset=utf-8').send(unknownLink);
        return reply.redirect(target, 302);
      },
    );

    scope.get<{ Params: { file: string } }>('/o/:file', { preValidation: limit }, async (request, reply) => {
      const [, token] = /^([\w-]+)\.gif$/.exec(request.params.file) ?? [];
      const isOurs = token !== undefined && tracking.open(token, toRequest(request));
      quiet(reply);
      if (!isOurs) return answerUnknownPath(request, reply, []);
      // Mail programs show it on pages of their own.
      return reply.header('cross-origin-resource-policy', 'cross-origin').type('image/gif').send(pixel);
    });
  });
}

function toRequest({ method, headers, ip }: FastifyRequest): Request {
  return { method, userAgent: (headers['user-agent'] ?? '').slice(0, 300), address: ip };
}

/** Nobody on the way keeps the answer, and who is led on does not tell the token. */
function quiet(reply: FastifyReply): void {
  reply
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-robots-tag', 'noindex');
}
