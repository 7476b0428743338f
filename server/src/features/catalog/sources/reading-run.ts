import type { RunCounts } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import type { HttpClient } from '../../../platform/http-client/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { Descriptions, JobImports } from '../jobs/index.ts';
import type { Adapter } from './adapter.ts';
import { adapters } from './adapters.ts';
import type { FeedDocument, PackedFeed } from './feed.worker.ts';
import { createFeeds } from './feeds.ts';
import { type BundledFeeds, fetchFeed } from './fetching.ts';
import { importFeed } from './importing.ts';
import type { RunLease } from './lease.ts';
import { createPreparePosting } from './preparing.ts';
import { findLastSuccess, type RunEnd, type RunRow } from './runs.store.ts';
import type { SourceRow } from './sources.store.ts';
import { reasonToKeep } from './vanishing.ts';

/** How far a run is, in rows of its feed. */
export interface RunProgress {
  readonly read: number;
  readonly total: number;
}

export type OnProgress = (progress: RunProgress) => void;

const keptSkips = 100;
const maximumRows = 100_000;
export const noCounts: RunCounts = { read: 0, new: 0, changed: 0, unchanged: 0, closed: 0, skipped: 0 };

/** What one run is about. */
export interface RunTask {
  readonly source: SourceRow;
  readonly run: RunRow;
  /** A document that somebody has handed in; undefined: the source is fetched. */
  readonly document: FeedDocument | undefined;
  readonly onProgress: OnProgress;
  /** Hears the numbers so far. */
  readonly report: (counts: RunCounts) => void;
}

/** Reads the feed of a source and writes what it says. */
export type ReadSource = (task: RunTask) => Promise<RunEnd & { etag: string | null }>;

export function createReadSource({
  database,
  httpClient,
  jobs,
  workers,
  bundled,
  lease,
}: {
  readonly database: Database;
  readonly httpClient: HttpClient;
  readonly jobs: JobImports & Descriptions;
  readonly workers: WorkerPool;
  readonly bundled: BundledFeeds;
  readonly lease: RunLease;
}): ReadSource {
  const feeds = createFeeds(workers);

  /** Closes what has vanished, unless there is a reason not to; that reason is the warning. */
  async function closeVanished(
    run: RunRow,
    adapter: Adapter,
    feed: PackedFeed,
    incomplete: string | null,
  ): Promise<{ closed: number; warning: string | null }> {
    if (adapter.coverage === 'increment') return { closed: 0, warning: null };
    return database.transaction(async (tx) => {
      await lease.keep(tx, run.id, null);
      const before = await findLastSuccess(tx, run.source_id);
      const warning = reasonToKeep({
        coverage: adapter.coverage,
        incomplete,
        present: feed.present.length,
        ...(await jobs.countVanished(tx, run.source_id, feed.present)),
        confirmed: run.trigger === 'manual' && before !== undefined && before.warning !== null,
      });
      if (warning !== null) return { closed: 0, warning };
      return { closed: await jobs.closeVanished(tx, run.source_id, feed.present), warning: null };
    });
  }

  return async ({ source, run, document, onProgress, report }) => {
    const adapter = adapters[source.kind];
    const given = document ?? (await bundled.get(source.address)?.(source));
    const fetched =
      given === undefined
        ? await fetchFeed(httpClient, adapter, source)
        : { document: given, etag: null, address: source.address };
    if (fetched === 'unchanged') {
      const end = { counts: noCounts, skipped: [], warning: null, error: null };
      return { ...end, status: 'succeeded', etag: source.etag };
    }
    const context = { sourceName: source.name, address: fetched.address };
    const feed = await feeds.read(source.kind, fetched.document, context, maximumRows);
    const { skipped, incomplete, counts } = await importFeed({
      database,
      jobs,
      prepare: createPreparePosting({ descriptions: jobs, workers, isBundled: bundled.has(source.address) }),
      feed,
      sourceId: source.id,
      maximumRows,
      onBatch: async (tx, soFar) => {
        await lease.keep(tx, run.id, soFar);
      },
      onProgress: (progress, soFar) => {
        report(soFar);
        onProgress(progress);
      },
    });
    const { closed, warning } = await closeVanished(run, adapter, feed, incomplete);
    return {
      status: 'succeeded',
      counts: { ...counts, closed },
      skipped: skipped.slice(0, keptSkips),
      warning,
      error: null,
      // A feed that is to be looked at again must not be answered with 'not modified'.
      etag:
        warning === null && incomplete === null && counts.skipped === feed.skippedRows ? fetched.etag : null,
    };
  };
}
