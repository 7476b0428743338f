import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { openApiDocument } from '@rolecall/contract/openapi';
import scalar from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';

const asBrotli = promisify(brotliCompress);
const asGzip = promisify(gzip);

/** The best would keep a core busy for seconds, and is hardly smaller. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** What is shorter than this many characters goes out as it is. */
const leastToCompress = 20_000;

/** Compresses the few long texts of the reference once each, since they stay the same as long as the process lives. */
function createCompressor() {
  const kept = new Map<string, Promise<Buffer>>();
  return {
    /** How the text goes out to who takes these codings; undefined for as it is. */
    codingOf(accepted: string | undefined, text: unknown): 'br' | 'gzip' | undefined {
      if (typeof text !== 'string' || text.length < leastToCompress) return undefined;
      return (['br', 'gzip'] as const).find((coding) => accepted?.includes(coding));
    },
    compressed(coding: 'br' | 'gzip', name: string, text: string): Promise<Buffer> {
      const key = `${coding} ${name}`;
      const known = kept.get(key) ?? (coding === 'br' ? asBrotli(text, brotliOptions) : asGzip(text));
      kept.set(key, known);
      return known;
    },
  };
}

/** The OpenAPI document and the page that shows it. */
export async function mountReference(app: FastifyInstance, version: string): Promise<void> {
  const document = JSON.stringify(openApiDocument(version));
  const compressor = createCompressor();

  await app.register(async (scope) => {
    scope.addHook('onSend', async (request, reply, payload) => {
      const coding = compressor.codingOf(request.headers['accept-encoding'], payload);
      if (coding === undefined || typeof payload !== 'string') return payload;
      reply
        .header('content-encoding', coding)
        .header('vary', 'accept-encoding')
        .removeHeader('content-length');
      return compressor.compressed(coding, request.routeOptions.url ?? request.url, payload);
    });
    scope.get('/api/openapi.json', async (_request, reply) =>
      reply.type('application/json; charset=utf-8').header('cache-control', 'max-age=300').send(document),
    );
    await scope.register(page);
  });

  async function page(scope: FastifyInstance): Promise<void> {
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
        // What leads to the maker of the page, or sends the document there.
        hideClientButton: true,
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
      logLevel: 'silent',
    });
  }
}
