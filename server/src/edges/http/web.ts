import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AppDocument, readAppDocument } from './document.ts';
import { answerUnknownPath } from './failures.ts';
import { mountPublicPages, type PublicPagesOptions } from './public-pages.ts';

/** Paths that belong to the server, and those of built files: never answered with the web application's page. */
const serverPaths = /^\/(api|v2|ws|health|metrics|u|m|l|o|webhooks|assets|\.well-known)(\/|$)/;

/** What looks like a file is none of the application's pages, unless somebody asks for a page. */
const filePath = /\.[a-z\d]{1,8}$/i;

/** Whether a page answers what a request takes: what it asks for, or anything where it does not say. */
function wantsPage(request: FastifyRequest): boolean {
  const { accept } = request.headers;
  if (accept?.includes('text/html')) return true;
  return (accept === undefined || accept.includes('*/*')) && !filePath.test(pathOf(request));
}

/** A page, or a compressed copy of it, which is what every browser gets. */
const documentFile = /\.html(?:\.(?:br|gz))?$/;

/** What says something to documents or programs alone: with each script, style and font it would be half a kilobyte for nothing. */
const documentHeaders = [
  'access-control-allow-credentials',
  'access-control-expose-headers',
  'permissions-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
] as const;

/**
 * Serves the built web application: public pages with their text in them, and the application's own page for every other path
 * that a browser asks for. Without a build the interface works all the same and a browser is told what is missing.
 */
export async function mountWeb(
  app: FastifyInstance,
  folder: string,
  publicPages: PublicPagesOptions,
): Promise<void> {
  const built = existsSync(path.join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: false,
      index: false,
      preCompressed: true,
      globIgnore: ['**/*.{br,gz}'],
      setHeaders: (reply, file) => {
        // Names of assets hold a hash of their content, so they never change.
        const forever = file.includes(`${path.sep}assets${path.sep}`);
        reply.header('cache-control', forever ? 'public, max-age=31536000, immutable' : 'no-cache');
        if (documentFile.test(file)) return;
        for (const header of documentHeaders) reply.removeHeader(header);
        // A worker obeys the policy that came with its script.
        if (forever && !file.includes('worker')) reply.removeHeader('content-security-policy');
      },
    });
  }

  const answer = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const pathname = pathOf(request);
    const reads = request.method === 'GET' || request.method === 'HEAD';
    if (!reads || serverPaths.test(pathname) || !wantsPage(request)) {
      return answerUnknownPath(request, reply, otherMethods(app, pathname, request.method));
    }
    if (built) {
      // Pages of the application beyond the public ones are nothing that a search engine could show.
      return reply
        .header('cache-control', 'no-cache')
        .header('x-robots-tag', 'noindex')
        .sendFile('index.html');
    }
    return reply
      .code(503)
      .type('text/plain; charset=utf-8')
      .send('The web application has not been built: run `npm run build`, then start again.\n');
  };
  app.setNotFoundHandler(answer);
  mountPublicPages(app, publicPages, built ? { document: readDocument(folder), answer, wantsPage } : null);
}

function readDocument(folder: string): AppDocument {
  const [font] = globSync('assets/instrument-sans-latin-wght-normal-*.woff2', { cwd: folder });
  const source = readFileSync(path.join(folder, 'index.html'), 'utf8');
  return readAppDocument(source, font === undefined ? undefined : `/${font}`);
}

const pathOf = (request: FastifyRequest): string => request.url.split('?')[0] ?? '';

function otherMethods(app: FastifyInstance, pathname: string, method: string): readonly string[] {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
  return methods.filter(
    (other) => other !== method && app.findRoute({ method: other, url: pathname }) !== null,
  );
}
