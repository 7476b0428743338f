import { Agent, type Dispatcher, errors } from 'undici';
import { ApplicationError } from '../errors/index.ts';
import { acceptedEncodings, decodeText, readBody, tooLarge } from './body.ts';
import {
  assertPublicHost,
  createGuardedConnector,
  type ResolveHostname,
  resolveBySystem,
} from './connector.ts';
import { parseOutgoingUrl } from './urls.ts';

export interface HttpClientOptions {
  readonly userAgent: string;
  /** Time for everything together: resolving, connecting, redirects and the body. In milliseconds. */
  readonly timeoutMs: number;
  /** Largest body, before and after decompression. */
  readonly maxBytes: number;
  /** Origins such as `http://127.0.0.1:4000` that may be reached at any address. */
  readonly privateOrigins?: readonly string[];
  readonly resolve?: ResolveHostname;
  /** Most connections to one origin; 8 unless told. */
  readonly connections?: number;
}

export interface HttpPostOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  readonly signal?: AbortSignal;
}

export interface HttpRequestOptions {
  /** Value of `Accept`. */
  readonly accept?: string;
  /** Further headers, such as `authorization`. A redirect to another origin does not get them. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as `If-None-Match`; an unchanged answer has status 304 and an empty body. */
  readonly etag?: string | undefined;
  readonly signal?: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  /** By name in lower case; several values are joined by commas. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body decoded by its declared character set. */
  text(): string;
  /** Where the answer came from, after all redirects. */
  readonly finalUrl: string;
}

/** An HTTP client for addresses that come from outside. It does not retry; that is for its callers. */
export interface HttpClient {
  /**
   * Fetches an address and follows up to five redirects. Every status is an answer, not an error.
   *
   * @throws {ApplicationError} `outgoing_address_refused`, `outgoing_timeout`, `outgoing_too_large` or
   *   `outgoing_failed`; the reason of `signal` when it is aborted
   */
  get(url: string, options?: HttpRequestOptions): Promise<HttpResponse>;
  /**
   * Posts a body. A redirect is not followed but answered, since what is posted may be meant for this address alone.
   *
   * @throws {ApplicationError} as `get` does
   */
  post(url: string, options: HttpPostOptions): Promise<HttpResponse>;
  /**
   * Checks an address that is to be fetched later, without fetching it.
   *
   * @throws {ApplicationError} `outgoing_address_refused`
   */
  assertAllowed(url: string): Promise<void>;
  /** Breaks off what is under way and closes every connection. */
  close(): Promise<void>;
}

const maximumRedirects = 5;
const maximumHeaderBytes = 32_768;
const redirectStatuses = new Set([301, 302, 303, 307, 308]);

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const { timeoutMs, maxBytes, userAgent } = options;
  const privateOrigins = new Set(options.privateOrigins);
  const resolve = options.resolve ?? resolveBySystem;
  const limits = {
    connections: options.connections ?? 8,
    maxOrigins: 512,
    maxHeaderSize: maximumHeaderBytes,
    maxResponseSize: maxBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    // The bound on the size of a body is not kept by HTTP/2 connections.
    allowH2: false,
  };
  const guarded = new Agent({
    ...limits,
    connect: createGuardedConnector(resolve, timeoutMs),
  });
  const unguarded = new Agent({ ...limits, connectTimeout: timeoutMs });

  const agentFor = (url: URL) => (privateOrigins.has(url.origin) ? unguarded : guarded);

  async function follow(address: string, request: HttpRequestOptions, signal: AbortSignal) {
    let url = parseOutgoingUrl(address);
    const firstOrigin = url.origin;
    let extraHeaders = request.headers ?? {};
    for (let redirects = 0; redirects <= maximumRedirects; redirects++) {
      if (url.origin !== firstOrigin) extraHeaders = {};
      const response = await agentFor(url).request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: 'GET',
        headers: {
          ...extraHeaders,
          'user-agent': userAgent,
          'accept-encoding': acceptedEncodings,
          accept: request.accept ?? '*/*',
          ...(request.etag === undefined ? {} : { 'if-none-match': request.etag }),
        },
        signal,
      });
      const location = singleValue(response.headers['location']);
      if (!redirectStatuses.has(response.statusCode) || location === undefined) {
        return { url, response };
      }
      // Its body is of no interest; a long one is cut off together with the connection.
      await response.body.dump({ limit: 16_384, signal });
      url = parseOutgoingUrl(location, url);
    }
    throw new ApplicationError('outgoing_failed', {
      detail: `There were more than ${maximumRedirects} redirects.`,
    });
  }

  async function answer(
    signal: AbortSignal | undefined,
    exchange: (signal: AbortSignal) => Promise<{ url: URL; response: Dispatcher.ResponseData }>,
  ): Promise<HttpResponse> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const { url, response } = await exchange(
        signal === undefined ? timeout : AbortSignal.any([timeout, signal]),
      );
      const headers = flatten(response.headers);
      const body = await readBody(response.body, headers['content-encoding'], maxBytes);
      return {
        status: response.statusCode,
        headers,
        body,
        text: () => decodeText(body, headers['content-type']),
        finalUrl: url.href,
      };
    } catch (error) {
      signal?.throwIfAborted();
      throw classify(error, timeout.aborted, options);
    }
  }

  return {
    get: (address, request = {}) => answer(request.signal, (signal) => follow(address, request, signal)),
    post: (address, { headers, body, signal: given }) =>
      answer(given, async (signal) => {
        const url = parseOutgoingUrl(address);
        const response = await agentFor(url).request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: 'POST',
          headers: { ...headers, 'user-agent': userAgent, 'accept-encoding': acceptedEncodings },
          body,
          signal,
        });
        return { url, response };
      }),
    async assertAllowed(address) {
      const url = parseOutgoingUrl(address);
      if (!privateOrigins.has(url.origin)) await assertPublicHost(url.hostname, resolve);
    },
    async close() {
      await Promise.all([guarded.destroy(), unguarded.destroy()]);
    },
  };
}

function classify(error: unknown, timedOut: boolean, { timeoutMs, maxBytes }: HttpClientOptions) {
  if (error instanceof ApplicationError) return error;
  const ranOutOfTime =
    timedOut ||
    error instanceof errors.HeadersTimeoutError ||
    error instanceof errors.BodyTimeoutError ||
    error instanceof errors.ConnectTimeoutError;
  if (ranOutOfTime) {
    return new ApplicationError('outgoing_timeout', {
      detail: `There was no complete answer within ${timeoutMs} ms.`,
      cause: error,
    });
  }
  if (error instanceof errors.ResponseExceededMaxSizeError) return tooLarge(maxBytes, error);
  if (error instanceof errors.HeadersOverflowError) return tooLarge(maximumHeaderBytes, error);
  return new ApplicationError('outgoing_failed', { cause: error });
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat = new Map<string, string>();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat.set(name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value);
  }
  return Object.fromEntries(flat);
}

function singleValue(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
