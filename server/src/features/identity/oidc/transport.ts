import { rootCertificates } from 'node:tls';
import type { CustomFetch } from 'openid-client';
import { Agent } from 'undici';

/** How requests reach the provider. */
export interface Transport {
  readonly fetch: CustomFetch;
  close(): Promise<void>;
}

const timeoutMs = 10_000;
/** Key sets and tokens have a few thousand bytes. */
const maximumBytes = 1_048_576;

/**
 * Requests to the provider that the operator has configured. It may be in a private network, which the client for
 * addresses from outside would refuse; in return its certificate has to hold. Redirects are not followed.
 *
 * @param ca authorities that count beside the usual ones, as PEM
 */
export function createTransport(ca: string | undefined): Transport {
  const agent = new Agent({
    connections: 8,
    maxResponseSize: maximumBytes,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connect: { timeout: timeoutMs, ...(ca === undefined ? {} : { ca: [...rootCertificates, ca] }) },
  });
  return {
    async fetch(address, { method, headers, body, signal }) {
      const url = new URL(address);
      const response = await agent.request({
        origin: url.origin,
        path: url.pathname + url.search,
        method: method === 'POST' ? 'POST' : 'GET',
        headers,
        body: bodyOf(body),
        ...(signal === undefined ? {} : { signal }),
      });
      const content = await response.body.arrayBuffer();
      return new Response(content.byteLength === 0 ? null : content, {
        status: response.statusCode,
        headers: Object.entries(response.headers).flatMap(([name, value = '']) =>
          [value].flat().map((one): [string, string] => [name, one]),
        ),
      });
    },
    close: () => agent.destroy(),
  };
}

/** What is sent to a provider is a form, or nothing. */
function bodyOf(body: unknown): string | null {
  if (body === undefined || body === null) return null;
  if (body instanceof URLSearchParams || typeof body === 'string') return String(body);
  throw new TypeError('a request to the identity provider has an unknown kind of body');
}
