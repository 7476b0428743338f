import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Instance } from '@rolecall/contract';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type PageRequest,
  type PublicPages,
  type ServedPage,
  type StreamedDocument,
  tagOf,
} from '../../features/catalog/public-pages/index.ts';
import { sessionCookie } from '../../features/identity/sessions/index.ts';
import { cookieName } from '../../platform/http/index.ts';
import { networkOf } from './addresses.ts';
import type { AppDocument } from './document.ts';
import { gone, rateLimited, unlessGone } from './mount.ts';
import type { Turns } from './turns.ts';

export interface PublicPagesOptions {
  readonly pages: PublicPages;
  readonly instance: Instance;
  /** Whether cookies are marked Secure: the public URL is https. */
  readonly secureCookies: boolean;
  readonly requestsPerMinute: number;
  /** Of those who are not signed in, by their network. */
  readonly guests: Turns;
}

const compress = promisify(gzip);
/** In bytes: below that it saves nothing. */
const leastToCompress = 1_024;

const limitOf = (app: FastifyInstance, { requestsPerMinute }: PublicPagesOptions) =>
  app.rateLimit({
    max: requestsPerMinute,
    timeWindow: 60_000,
    keyGenerator: networkOf,
    errorResponseBuilder: rateLimited,
  });

const queryOf = (request: FastifyRequest): URLSearchParams =>
  new URLSearchParams(request.url.split('?').slice(1).join('?'));

const languagesOf = (request: FastifyRequest): string | undefined => request.headers['accept-language'];

type Limit = ReturnType<typeof limitOf>;

/** The built app, into whose document pages are put. */
export interface BuiltApp {
  readonly document: AppDocument;
  /** Answers with the app alone, or that there is nothing for who takes no pages. */
  readonly answer: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
  readonly wantsPage: (request: FastifyRequest) => boolean;
}

/** @param built null: there is no app, and so there are no pages */
export function mountPublicPages(
  app: FastifyInstance,
  options: PublicPagesOptions,
  built: BuiltApp | null,
): void {
  // All of it has one allowance, as large as that of a call of the interface: a page is no cheaper than what it shows.
  const limit = limitOf(app, options);
  mountMachineFiles(app, options, limit);
  if (built !== null) mountPages(app, options, limit, built);
}

/** Pages that guests and machines get as text. Who has a session gets the app alone, which shows what is theirs. */
function mountPages(
  app: FastifyInstance,
  options: PublicPagesOptions,
  preValidation: Limit,
  { document, answer, wantsPage }: BuiltApp,
): void {
  const { pages } = options;
  const cookie = cookieName(sessionCookie, options.secureCookies);

  const mount = (url: string, make: (request: PageRequest, id: string) => Promise<ServedPage>): void => {
    app.get<{ Params: { id?: string } }>(url, { preValidation }, async (request, reply) => {
      varyBy(reply, 'accept-language, cookie, accept-encoding');
      const isKnown = request.cookies[cookie] !== undefined;
      if (isKnown || !wantsPage(request)) return answer(request, reply);
      const asked = {
        query: queryOf(request),
        languages: languagesOf(request),
        instance: options.instance,
      };
      const page = await options.guests.take(
        networkOf(request),
        unlessGone(request, () => make(asked, request.params.id ?? '')),
      );
      if (page === gone) return reply.hijack();
      reply
        .code(page.status)
        .header('cache-control', 'no-cache')
        .header('content-language', page.locale)
        .type('text/html; charset=utf-8');
      return send(request, reply, document.withPage(page));
    });
  };
  mount('/', (request) => pages.home(request));
  mount('/jobs', (request) => pages.search(request));
  mount('/jobs/:id', (request, id) => pages.job(id, request));
  mount('/companies/:id', (request, id) => pages.company(id, request));
}

/** What only machines read: feeds, the sitemap and `robots.txt`. */
function mountMachineFiles(
  app: FastifyInstance,
  { pages, guests }: PublicPagesOptions,
  preValidation: Limit,
): void {
  app.get('/robots.txt', { preValidation }, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=3600')
      .type('text/plain; charset=utf-8')
      .send(pages.robots()),
  );

  app.get('/jobs.atom', { preValidation }, async (request, reply) => {
    const asked = { query: queryOf(request), languages: languagesOf(request) };
    const feed = await guests.take(
      networkOf(request),
      unlessGone(request, () => pages.feed(asked)),
    );
    if (feed === gone) return reply.hijack();
    varyBy(reply, 'accept-language, accept-encoding');
    reply.header('cache-control', 'public, max-age=300').type('application/atom+xml; charset=utf-8');
    if (isKnownAlready(request, reply, tagOf(feed))) return reply.code(304).send();
    return send(request, reply, feed);
  });

  const { sitemap } = pages;
  if (sitemap === null) return;
  const sendXml = (request: FastifyRequest, reply: FastifyReply, found: StreamedDocument | null) => {
    if (found === null) return reply.callNotFound();
    reply.header('cache-control', 'public, max-age=300').type('application/xml; charset=utf-8');
    if (isKnownAlready(request, reply, found.tag)) return reply.code(304).send();
    return reply.send(Readable.from(found.content, { highWaterMark: 1 }));
  };
  app.get('/sitemap.xml', { preValidation }, async (request, reply) =>
    sendXml(request, reply, await sitemap.index()),
  );
  app.get<{ Params: { name: string } }>('/sitemaps/:name', { preValidation }, async (request, reply) => {
    const { name } = request.params;
    const part = name.endsWith('.xml') ? await sitemap.part(name.slice(0, -'.xml'.length)) : null;
    return sendXml(request, reply, part);
  });
}

/** Beside what the answer differs by for other origins. */
function varyBy(reply: FastifyReply, names: string): void {
  const known = reply.getHeader('vary');
  reply.header('vary', known === undefined ? names : `${known}, ${names}`);
}

/** Whether the reader has this already; weak, since it may come compressed. */
function isKnownAlready(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('etag', `W/"${tag}"`);
  const known = request.headers['if-none-match'];
  return (known ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === `"${tag}"`);
}

async function send(request: FastifyRequest, reply: FastifyReply, text: string): Promise<FastifyReply> {
  const content = Buffer.from(text);
  const takesGzip = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  if (!takesGzip || content.length < leastToCompress) return reply.send(content);
  return reply.header('content-encoding', 'gzip').send(await compress(content, { level: 3 }));
}
