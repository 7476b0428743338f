import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { Adapter } from '../adapter.ts';
import type { FeedDocument } from '../feed.worker.ts';
import type { SourceRow } from '../sources.store.ts';
import type { PoliteClient } from './polite-client.ts';
import type { Robots } from './robots.ts';

export interface FetchedDocument {
  readonly document: FeedDocument;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly address: string;
}

/** What identifies the form of a document that was read last. */
export type Validators = Pick<SourceRow, 'etag' | 'last_modified'>;

/** Why a document that a source names beside others is not there. */
export interface MissingDocument {
  readonly missing: 'gone' | 'unreachable' | 'not_allowed';
  readonly detail: string;
}

/** Feeds that come with the program, by the addresses of their sources. */
export type BundledFeeds = ReadonlyMap<string, (source: SourceRow) => Promise<FeedDocument>>;

/** Fetches the documents of sources, politely. */
export interface Documents {
  /**
   * Fetches the first document of a source, or learns that it has not changed.
   *
   * @throws {ApplicationError} `source_unreadable` for a source that was read from a file, an answer that is no success, and a
   *   site that does not allow it; what the HTTP client throws
   */
  first(
    adapter: Adapter,
    address: string,
    known: Validators,
    signal?: AbortSignal,
  ): Promise<FetchedDocument | 'unchanged'>;
  /**
   * Fetches a document that another one of the source names.
   *
   * @throws {ApplicationError} `outgoing_failed` with `retry_after` when the other side asks to be left alone
   */
  next(adapter: Adapter, url: string, signal?: AbortSignal): Promise<FetchedDocument | MissingDocument>;
}

export function createDocuments({
  client,
  robots,
}: {
  readonly client: PoliteClient;
  readonly robots: Robots;
}): Documents {
  async function fetch(adapter: Adapter, url: string, known: Validators, signal: AbortSignal | undefined) {
    const response = await client.get(url, adapter.isSite ? 'site' : 'api', {
      accept: adapter.accept,
      etag: known.etag ?? undefined,
      ...(signal === undefined ? {} : { signal }),
      ...(known.last_modified === null ? {} : { headers: { 'if-modified-since': known.last_modified } }),
    });
    const document = {
      document: { bytes: new Uint8Array(response.body), contentType: response.headers['content-type'] },
      etag: response.headers['etag'] ?? null,
      lastModified: response.headers['last-modified'] ?? null,
      address: response.finalUrl,
    };
    return { status: response.status, document };
  }

  return {
    async first(adapter, address, known, signal) {
      const url = adapter.url(address);
      if (url === null) {
        throw unreadable('Its jobs came from a file; read the file again to have them brought up to date.');
      }
      if (adapter.isSite && !(await robots.allows(url))) {
        throw unreadable('The robots.txt of the site does not allow this address to be read.');
      }
      const { status, document } = await fetch(adapter, url, known, signal);
      if (status === 304 && (known.etag !== null || known.last_modified !== null)) return 'unchanged';
      if (status !== 200) throw unreadable(`The other side answered with status ${status}.`);
      return document;
    },

    async next(adapter, url, signal) {
      if (adapter.isSite && !(await robots.allows(url))) {
        return { missing: 'not_allowed', detail: `the robots.txt of its site does not allow ${url}` };
      }
      try {
        const { status, document } = await fetch(adapter, url, { etag: null, last_modified: null }, signal);
        if (status === 200) return document;
        const missing = status === 404 || status === 410 ? 'gone' : 'unreachable';
        return { missing, detail: `${url} answers with status ${status}` };
      } catch (error) {
        if (!(error instanceof ApplicationError) || 'retry_after' in error.extensions) throw error;
        return { missing: 'unreachable', detail: `${url}: ${error.message}` };
      }
    },
  };
}

const unreadable = (detail: string) => new ApplicationError('source_unreadable', { detail });
