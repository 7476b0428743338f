import type { HttpClient, HttpRequestOptions, HttpResponse } from '../../../../platform/http-client/index.ts';

/** What the instance has to bring along where an interface asks for more than an address: keys, and a number of calls. */
export interface Access {
  /** Whose addresses it is for. */
  readonly origin: string;
  /**
   * Fetches an address. What it adds to that is in nothing that it answers or throws.
   * @throws {ApplicationError} as the HTTP client does; `source_unreadable` when the instance has no access, and
   *   `outgoing_failed` with `retry_after` when it is used up
   */
  get(url: URL, options: HttpRequestOptions | undefined): Promise<HttpResponse>;
}

/** A client by which sources fetch: as it is, or by an access. */
export function withAccess(httpClient: HttpClient, accesses: readonly Access[]): HttpClient {
  return {
    ...httpClient,
    get(address, options) {
      const url = URL.parse(address);
      const access = url === null ? undefined : accesses.find(({ origin }) => origin === url.origin);
      return url === null || access === undefined
        ? httpClient.get(address, options)
        : access.get(url, options);
    },
  };
}
