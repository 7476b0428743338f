import { ApplicationError } from '../../../platform/errors/index.ts';
import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { Adapter } from './adapter.ts';
import type { FeedDocument } from './feed.worker.ts';
import type { SourceRow } from './sources.store.ts';

export interface FetchedFeed {
  readonly document: FeedDocument;
  readonly etag: string | null;
  readonly address: string;
}

/** Feeds that come with the program, by the addresses of their sources. */
export type BundledFeeds = ReadonlyMap<string, (source: SourceRow) => Promise<FeedDocument>>;

/**
 * Fetches the feed of a source, or learns that it has not changed.
 *
 * @throws {ApplicationError} `source_unreadable` for a source that was read from a file and for an answer that is no success;
 *   what the HTTP client throws
 */
export async function fetchFeed(
  httpClient: HttpClient,
  adapter: Adapter,
  source: Pick<SourceRow, 'address' | 'etag'>,
): Promise<FetchedFeed | 'unchanged'> {
  const url = adapter.url(source.address);
  if (url === null) {
    throw new ApplicationError('source_unreadable', {
      detail: 'Its jobs came from a file; read the file again to have them brought up to date.',
    });
  }
  const response = await httpClient.get(url, { accept: adapter.accept, etag: source.etag ?? undefined });
  if (response.status === 304 && source.etag !== null) return 'unchanged';
  if (response.status !== 200) {
    const code = response.status === 429 || response.status >= 500 ? 'outgoing_failed' : 'source_unreadable';
    throw new ApplicationError(code, { detail: `The other side answered with status ${response.status}.` });
  }
  return {
    document: { bytes: new Uint8Array(response.body), contentType: response.headers['content-type'] },
    etag: response.headers['etag'] ?? null,
    address: response.finalUrl,
  };
}
