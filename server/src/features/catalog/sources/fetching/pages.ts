import { ApplicationError } from '../../../../platform/errors/index.ts';
import type { PoliteClient } from './polite-client.ts';
import type { Robots } from './robots.ts';

/** A page as it was answered, whatever its status. */
export interface VisitedPage {
  readonly status: number;
  readonly finalUrl: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string | undefined;
}

/** Why there is no answer. */
export interface MissedPage {
  readonly missed: 'not_allowed' | 'unreachable' | 'later';
  readonly detail: string;
  /** How long the other side wants to be left alone, for `later`. */
  readonly afterSeconds: number;
}

/** Looks at pages that were made for people, as their sites allow it. */
export interface Pages {
  visit(
    url: string,
    known: { readonly etag: string | null; readonly lastModified: string | null },
    signal: AbortSignal,
  ): Promise<VisitedPage | MissedPage>;
}

export function createPages({
  client,
  robots,
}: {
  readonly client: PoliteClient;
  readonly robots: Robots;
}): Pages {
  return {
    async visit(url, known, signal) {
      try {
        if (!(await robots.allows(url))) {
          return {
            missed: 'not_allowed',
            detail: 'the robots.txt of its site does not allow it',
            afterSeconds: 0,
          };
        }
        const answer = await client.get(url, 'site', {
          accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
          etag: known.etag ?? undefined,
          signal,
          ...(known.lastModified === null ? {} : { headers: { 'if-modified-since': known.lastModified } }),
        });
        return {
          status: answer.status,
          finalUrl: answer.finalUrl,
          etag: answer.headers['etag'] ?? null,
          lastModified: answer.headers['last-modified'] ?? null,
          bytes: new Uint8Array(answer.body),
          contentType: answer.headers['content-type'],
        };
      } catch (error) {
        if (!(error instanceof ApplicationError)) throw error;
        const { retry_after: after } = error.extensions;
        return typeof after === 'number'
          ? { missed: 'later', detail: error.message, afterSeconds: after }
          : { missed: 'unreachable', detail: error.message, afterSeconds: 0 };
      }
    },
  };
}
