import type { RunCounts } from '@rolecall/contract';
import type { Database } from '../../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import type { WorkerPool } from '../../../platform/workers/index.ts';
import type { Descriptions, JobImports } from '../jobs/index.ts';
import type { Adapter, FeedContext } from './adapter.ts';
import { adapters } from './adapters.ts';
import type { FeedDocument } from './feed.worker.ts';
import { createFeeds } from './feeds.ts';
import type { BundledFeeds, Documents, FetchedDocument, Validators } from './fetching/documents.ts';
import { createFeedImport, type FeedImport, noCounts } from './importing.ts';
import type { RunLease } from './lease.ts';
import { type CompletePosting, createPreparePosting } from './preparing.ts';
import { findLastSuccess, type RunEnd, type RunRow } from './runs.store.ts';
import type { SourceRow } from './sources.store.ts';
import { reasonToKeep } from './vanishing.ts';

/** How far a run is, in rows of its feed. */
export interface RunProgress {
  readonly read: number;
  readonly total: number;
}

export type OnProgress = (progress: RunProgress) => void;

const maximumRows = 100_000;
/** Documents of one run beside those that complete single postings. */
const maximumDocuments = 1_000;
/** After so many failures in a row the other side counts as down, and the run ends. */
const mostFailures = 5;

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
export type ReadSource = (task: RunTask) => Promise<RunEnd & Validators>;

export interface ReadSourceDependencies {
  readonly database: Database;
  readonly documents: Documents;
  readonly jobs: JobImports & Descriptions;
  readonly workers: WorkerPool;
  readonly bundled: BundledFeeds;
  readonly lease: RunLease;
}

const noValidators: Validators = { etag: null, last_modified: null };

export function createReadSource(dependencies: ReadSourceDependencies): ReadSource {
  const { database, documents, jobs, workers, bundled, lease } = dependencies;
  const feeds = createFeeds(workers);

  /** Closes what has vanished, unless there is a reason not to; that reason is the warning. */
  async function closeVanished(
    run: RunRow,
    { coverage }: Adapter,
    present: readonly string[],
    incomplete: string | null,
  ): Promise<{ closed: number; warning: string | null }> {
    if (coverage === 'increment') return { closed: 0, warning: incomplete };
    return database.transaction(async (tx) => {
      await lease.keep(tx, run.id, null);
      const before = await findLastSuccess(tx, run.source_id);
      const warning = reasonToKeep({
        coverage,
        incomplete,
        present: present.length,
        ...(await jobs.countVanished(tx, run.source_id, present)),
        confirmed: run.trigger === 'manual' && before !== undefined && before.warning !== null,
      });
      if (warning !== null) return { closed: 0, warning };
      return { closed: await jobs.closeVanished(tx, run.source_id, present), warning: null };
    });
  }

  /** Fetches what completes postings. Of a source that is down not every posting is tried. */
  function completeFor(adapter: Adapter, sourceName: string, failures: Failures): CompletePosting {
    return async ({ posting, detail }) => {
      if (detail === null) return { posting };
      const answer = await documents.next(adapter, detail);
      if ('missing' in answer) {
        failures.count(answer.missing);
        return { skip: answer.missing, detail: answer.detail };
      }
      failures.reset();
      const context = { sourceName, address: answer.address, isFirst: false };
      try {
        return await feeds.readDetail(adapter.kind, answer.document, posting, context);
      } catch (error) {
        if (!isApplicationError(error, 'source_unreadable')) throw error;
        return { skip: 'invalid', detail: error.message };
      }
    };
  }

  /** Reads a document and all that it leads to. Answers why there must be more than what was read. */
  async function readAll(
    { source, run }: RunTask,
    adapter: Adapter,
    first: Pick<FetchedDocument, 'document' | 'address'>,
    into: FeedImport,
    failures: Failures,
  ): Promise<{ incomplete: string | null; documentsRead: number }> {
    let incomplete: string | null = null;
    let documentsRead = 0;
    const seen = new Set<string>([first.address]);
    const waiting: string[] = [];

    async function readOne(document: FeedDocument, address: string): Promise<void> {
      documentsRead += 1;
      const context: FeedContext = { sourceName: source.name, address, isFirst: documentsRead === 1 };
      const feed = await feeds.read(adapter.kind, document, context, maximumRows - into.rows);
      await into.add(feed);
      incomplete ??= feed.incomplete ?? (feed.cut ? `The feed has more than ${maximumRows} rows.` : null);
      for (const url of feed.more) {
        if (seen.has(url)) continue;
        seen.add(url);
        waiting.push(url);
      }
    }

    await readOne(first.document, first.address);
    for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) {
      if (documentsRead >= maximumDocuments) {
        incomplete ??= `The source has more than ${maximumDocuments} documents.`;
        break;
      }
      await lease.keep(database.query, run.id, null);
      const answer = await documents.next(adapter, url).catch((error: unknown) => {
        // What has been read of a search is of use without the rest of it.
        if (adapter.coverage === 'snapshot' || !isApplicationError(error, 'outgoing_failed')) throw error;
        return error;
      });
      if (answer instanceof ApplicationError) {
        incomplete ??= `The rest was not read: ${answer.message}`;
        break;
      }
      if ('missing' in answer) {
        failures.count(answer.missing);
        into.skip({ reason: answer.missing, detail: answer.detail });
        if (answer.missing !== 'gone') incomplete ??= `A document could not be read: ${answer.detail}.`;
        continue;
      }
      failures.reset();
      try {
        await readOne(answer.document, answer.address);
      } catch (error) {
        if (!isApplicationError(error, 'source_unreadable')) throw error;
        into.skip({ reason: 'invalid', detail: `${url}: ${error.message}` });
        // A page of a site that is no posting is usual, and a page of a list that cannot be read is a hole in it.
        if (!adapter.isSite) incomplete ??= `A document could not be read: ${error.message}`;
      }
    }
    return { incomplete, documentsRead };
  }

  return async (task) => {
    const { source, run, document, onProgress, report } = task;
    const adapter = adapters[source.kind];
    const given = document ?? (await bundled.get(source.address)?.(source));
    const fetched =
      given === undefined
        ? await documents.first(adapter, source.address, source)
        : { document: given, etag: null, lastModified: null, address: source.address };
    if (fetched === 'unchanged') {
      const { etag, last_modified } = source;
      const end = { counts: noCounts, skipped: [], warning: null, error: null };
      return { ...end, status: 'succeeded', etag, last_modified };
    }
    const failures = createFailures();
    const into = createFeedImport({
      database,
      jobs,
      prepare: createPreparePosting({
        descriptions: jobs,
        workers,
        complete: completeFor(adapter, source.name, failures),
        isBundled: bundled.has(source.address),
      }),
      sourceId: source.id,
      onBatch: async (tx, soFar) => {
        await lease.keep(tx, run.id, soFar);
      },
      onProgress: (progress, soFar) => {
        report(soFar);
        onProgress(progress);
      },
    });
    const { incomplete, documentsRead } = await readAll(task, adapter, fetched, into, failures);
    await into.finish();
    const { closed, warning } = await closeVanished(run, adapter, [...into.present], incomplete);
    // A feed that is to be looked at again must not be answered with 'not modified', and a first page says nothing of the others.
    const isSettled = warning === null && incomplete === null && !into.hasPassingSkips && documentsRead === 1;
    return {
      status: 'succeeded',
      counts: { ...into.counts, closed },
      skipped: into.skipped,
      warning,
      error: null,
      ...(isSettled ? { etag: fetched.etag, last_modified: fetched.lastModified } : noValidators),
    };
  };
}

/** Documents that could not be reached, one after another. */
interface Failures {
  /** @throws {ApplicationError} `outgoing_failed` when the other side counts as down */
  count(why: 'gone' | 'unreachable' | 'not_allowed'): void;
  reset(): void;
}

function createFailures(): Failures {
  let inARow = 0;
  return {
    count(why) {
      if (why !== 'unreachable') return;
      inARow += 1;
      if (inARow < mostFailures) return;
      throw new ApplicationError('outgoing_failed', {
        detail: `${mostFailures} documents in a row could not be reached.`,
      });
    },
    reset() {
      inARow = 0;
    },
  };
}
