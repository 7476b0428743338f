import type { SourceKind, SourceRun } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import { adapters } from './adapters.ts';
import { addOrRevive } from './editing.ts';
import type { FeedDocument } from './feed.worker.ts';
import { createFeeds, documentOf } from './feeds.ts';
import type { OnProgress } from './reading-run.ts';
import { findRun } from './runs.store.ts';
import { type Runs, startLeaseMs } from './runs.ts';
import { findSourceOfBoard, type SourceRow } from './sources.store.ts';
import { toSourceRun } from './views.ts';

export interface IngestRequest {
  readonly kind: SourceKind;
  /** Name of the source, which is the company where the feed names none; for the log otherwise. */
  readonly name?: string | undefined;
  readonly onProgress?: OnProgress;
}

export interface Ingested {
  readonly source: { readonly id: string; readonly name: string };
  readonly run: SourceRun;
}

/** Reading a feed at once, for the command line and the demo. */
export interface Ingestion {
  /** Reads a document of a file, into its source, which is made if there is none. @throws `source_running` */
  ingestDocument(
    request: IngestRequest & { readonly document: string; readonly fileName: string },
  ): Promise<Ingested>;
  /** Reads a board or an address now, into its source, which is made, without a schedule, if there is none. */
  ingestAddress(request: IngestRequest & { readonly address: string }): Promise<Ingested>;
}

/** Bounds of what is fetched, for the HTTP client of the sources. */
export const feedLimits = { maxBytes: 64 * 1024 * 1024, timeoutMs: 60_000 } as const;

export interface IngestionDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly httpClient: HttpClient;
  readonly workers: WorkerPool;
  readonly runs: Runs;
}

export function createIngestion(dependencies: IngestionDependencies): Ingestion {
  const { database, clock, httpClient, runs } = dependencies;
  const feeds = createFeeds(dependencies.workers);

  /** The source of a document or board, as it is or newly made. */
  async function ensure(kind: SourceKind, address: string, name: string): Promise<SourceRow> {
    return database.transaction(async (tx) => {
      const made = await addOrRevive(
        tx,
        {
          kind,
          address,
          name,
          schedule: null,
          time_zone: 'UTC',
          enabled: true,
        },
        clock.now(),
      );
      const source = made ?? (await findSourceOfBoard(tx, kind, address));
      if (source === undefined) throw new Error('a source that exists was not found');
      return source;
    });
  }

  async function ingest(
    source: SourceRow,
    given: { readonly document?: FeedDocument; readonly onProgress?: OnProgress },
  ): Promise<Ingested> {
    const run = await database.transaction((tx) => runs.open(tx, source.id, 'command_line', startLeaseMs));
    const ended = (await runs.carryOut(run.id, given)) ?? (await findRun(database.query, run.id)) ?? run;
    return { source: { id: source.id, name: source.name }, run: toSourceRun(ended) };
  }

  return {
    async ingestDocument({ kind, name, document, fileName, onProgress }) {
      if (Buffer.byteLength(document) > feedLimits.maxBytes) {
        throw new ApplicationError('payload_too_large', {
          detail: `The document has more than ${feedLimits.maxBytes} bytes.`,
        });
      }
      const stem = fileName.replace(/\.[A-Za-z0-9]+$/, '').slice(0, 200) || fileName.slice(0, 200);
      const known = await feeds.identify(kind, documentOf(document));
      const source = await ensure(kind, known?.address ?? name ?? stem, name ?? known?.name ?? stem);
      return ingest(source, {
        document: documentOf(document),
        ...(onProgress === undefined ? {} : { onProgress }),
      });
    },

    async ingestAddress({ kind, name, address, onProgress }) {
      const adapter = adapters[kind];
      if (!adapter.isAddress(address) || adapter.url(address) === null) {
        throw new ApplicationError('source_unreadable', {
          detail: `${address} is no address of a ${kind} source.`,
        });
      }
      if (adapter.url(address) === address) await httpClient.assertAllowed(address);
      const source = await ensure(kind, address, name ?? address.slice(0, 120));
      return ingest(source, onProgress === undefined ? {} : { onProgress });
    },
  };
}
