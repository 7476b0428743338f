/** Headers of a request by which a browser says where it comes from. */
interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * Whether a request may act with this instance's cookies, by HTTP, socket and stream alike: it comes from a page of an
 * allowed origin. To its own origin a page sends no `Origin` with a GET, and `Sec-Fetch-Site`, which no page can set,
 * says so then. What the request names as its host proves nothing: a foreign name may lead here.
 */
export function isFromAllowedOrigin(headers: OriginHeaders, allowedOrigins: readonly string[]): boolean {
  const { origin } = headers;
  return origin === undefined ? headers['sec-fetch-site'] === 'same-origin' : allowedOrigins.includes(origin);
}

/**
 * The name of a cookie on the wire. Over https it has the prefix `__Host-`, so that browsers take it from this very host
 * alone and send it nowhere else; over http, on a developer's machine, browsers would refuse that.
 */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name;
}
