import { setImmediate } from 'node:timers/promises';
import type { RunCounts } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { ImportedPosting, JobImports } from '../jobs/index.ts';
import type { Adapter, FeedContext } from './adapter.ts';
import { collect, type MarkedPosting, type PreparePosting, type ReadFeed } from './postings.ts';

/** Postings that are written in one transaction. */
const batchSize = 200;
/** Postings that are prepared, some milliseconds each, before others get their turn. */
const turnSize = 5;

export interface ImportOptions {
  readonly database: Database;
  readonly jobs: Pick<JobImports, 'findOutdated' | 'importPostings' | 'finishImports'>;
  readonly prepare: PreparePosting;
  readonly adapter: Adapter;
  readonly document: string;
  readonly context: FeedContext;
  readonly sourceId: string;
  readonly maximumRows: number;
  /** In the transaction of each batch, with the numbers that hold once it commits. */
  readonly onBatch: (tx: Tx, counts: RunCounts) => Promise<void>;
  /** After each batch. */
  readonly onProgress: (progress: { read: number; total: number }, counts: RunCounts) => void;
}

export interface ImportedFeed {
  readonly feed: ReadFeed;
  readonly incomplete: string | null;
  readonly counts: RunCounts;
}

/**
 * Reads a document and writes its postings batch by batch. At every batch the numbers add up: read = new + changed +
 * unchanged + skipped. Skipped rows count with the first batch, since a row belongs to no batch when it is skipped.
 *
 * @throws {ApplicationError} `source_unreadable`
 */
export async function importFeed(options: ImportOptions): Promise<ImportedFeed> {
  const { database, jobs, adapter, sourceId, maximumRows } = options;
  const { rows, incomplete } = adapter.read(options.document, options.context);
  const feed = collect(rows, maximumRows);
  let counts: RunCounts = {
    read: feed.skipped.length,
    new: 0,
    changed: 0,
    unchanged: 0,
    closed: 0,
    skipped: feed.skipped.length,
  };
  options.onProgress({ read: counts.read, total: feed.rows }, counts);
  for (let start = 0; start < feed.postings.length; start += batchSize) {
    const batch = feed.postings.slice(start, start + batchSize);
    const outdated = await jobs.findOutdated(database.query, sourceId, batch);
    const prepared = await prepareInTurns(
      batch.filter((marked) => outdated.has(marked.externalId)),
      options.prepare,
    );
    counts = await database.transaction(async (tx) => {
      const { added, changed } = await jobs.importPostings(tx, sourceId, prepared);
      const reached = {
        ...counts,
        read: counts.read + batch.length,
        new: counts.new + added,
        changed: counts.changed + changed,
        unchanged: counts.unchanged + batch.length - added - changed,
      };
      await options.onBatch(tx, reached);
      return reached;
    });
    options.onProgress({ read: counts.read, total: feed.rows }, counts);
  }
  if (counts.new + counts.changed > 0) await jobs.finishImports(database.query);
  return {
    feed,
    incomplete: incomplete ?? (feed.cut ? `The feed has more than ${maximumRows} rows.` : null),
    counts,
  };
}

/** Cleaning texts takes the processor for long; others who wait for it are let in between. */
async function prepareInTurns(
  postings: readonly MarkedPosting[],
  prepare: PreparePosting,
): Promise<ImportedPosting[]> {
  const prepared: ImportedPosting[] = [];
  for (const posting of postings) {
    prepared.push(prepare(posting));
    if (prepared.length % turnSize === 0) await setImmediate();
  }
  return prepared;
}
