import type { RunCounts } from '@rolecall/contract';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { reasonOf } from '../../../platform/errors/index.ts';
import { isFaultOfRow } from '../../../platform/set-aside/index.ts';
import type { ImportedPosting, JobImports } from '../jobs/index.ts';
import type { PackedFeed } from './feed.worker.ts';
import { unpack } from './feeds.ts';
import type { MarkedPosting, SkippedRow } from './postings.ts';
import type { PreparePosting } from './preparing.ts';

/** Postings of a batch that are prepared at the same time. */
const atOnce = 8;

/** The longest reason that is kept of a skipped row. */
const longestDetail = 300;

interface Prepared {
  readonly marked: MarkedPosting;
  readonly posting: ImportedPosting;
}

export interface ImportOptions {
  readonly database: Database;
  readonly jobs: Pick<JobImports, 'findOutdated' | 'importPostings' | 'finishImports'>;
  readonly prepare: PreparePosting;
  readonly feed: PackedFeed;
  readonly sourceId: string;
  readonly maximumRows: number;
  /** In the transaction of each batch, with the numbers that hold once it commits. */
  readonly onBatch: (tx: Tx, counts: RunCounts) => Promise<void>;
  /** After each batch. */
  readonly onProgress: (progress: { read: number; total: number }, counts: RunCounts) => void;
}

export interface ImportedFeed {
  readonly incomplete: string | null;
  readonly counts: RunCounts;
  /** Rows that were left out: they could not be read, not be stored, or are too hard. */
  readonly skipped: readonly SkippedRow[];
}

/**
 * Writes the postings of a feed batch by batch. At every batch the numbers add up: read = new + changed +
 * unchanged + skipped. Skipped rows count with the first batch, since a row belongs to no batch when it is skipped.
 * A posting that cannot be worked on is skipped with its reason, and the others of its batch are written.
 */
export async function importFeed(options: ImportOptions): Promise<ImportedFeed> {
  const { database, jobs, feed, sourceId, maximumRows } = options;
  const skipped: SkippedRow[] = [];
  const skip = (posting: MarkedPosting, error: unknown) =>
    skipped.push({ row: posting.row, reason: 'invalid', detail: reasonOf(error).slice(0, longestDetail) });
  let counts: RunCounts = {
    read: feed.skippedRows,
    new: 0,
    changed: 0,
    unchanged: 0,
    closed: 0,
    skipped: feed.skippedRows,
  };
  options.onProgress({ read: counts.read, total: feed.rows }, counts);
  for (const packed of feed.batches) {
    const batch = unpack(packed);
    const outdated = await jobs.findOutdated(database.query, sourceId, batch);
    const changedOnes = batch.filter((marked) => outdated.has(marked.externalId));
    const before = skipped.length;
    const { prepared, tooHard } = await prepareAll(changedOnes, options.prepare);
    skipped.push(...tooHard);
    const unchanged = batch.length - changedOnes.length;
    const write = async (items: readonly Prepared[], same: number, failed: number) => {
      counts = await database.transaction(async (tx) => {
        const { added, changed } = await jobs.importPostings(
          tx,
          sourceId,
          items.map(({ posting }) => posting),
        );
        const reached = {
          ...counts,
          read: counts.read + items.length + same + failed,
          new: counts.new + added,
          changed: counts.changed + changed,
          unchanged: counts.unchanged + same + items.length - added - changed,
          skipped: counts.skipped + failed,
        };
        await options.onBatch(tx, reached);
        return reached;
      });
    };
    try {
      await write(prepared, unchanged, skipped.length - before);
    } catch (error) {
      if (!isFaultOfRow(error) || prepared.length === 0) throw error;
      await write([], unchanged, skipped.length - before);
      for (const item of prepared) {
        try {
          await write([item], 0, 0);
        } catch (reason) {
          if (!isFaultOfRow(reason)) throw reason;
          skip(item.marked, reason);
          await write([], 0, 1);
        }
      }
    }
    options.onProgress({ read: counts.read, total: feed.rows }, counts);
  }
  if (counts.new + counts.changed > 0) await jobs.finishImports(database.query);
  return {
    incomplete: feed.incomplete ?? (feed.cut ? `The feed has more than ${maximumRows} rows.` : null),
    counts,
    skipped: [...skipped, ...feed.skipped],
  };
}

async function prepareAll(
  postings: readonly MarkedPosting[],
  prepare: PreparePosting,
): Promise<{ readonly prepared: Prepared[]; readonly tooHard: SkippedRow[] }> {
  const prepared: Prepared[] = [];
  const tooHard: SkippedRow[] = [];
  for (let start = 0; start < postings.length; start += atOnce) {
    const some = postings.slice(start, start + atOnce);
    const results = await Promise.all(
      some.map(async (marked) => ({ marked, result: await prepare(marked) })),
    );
    for (const { marked, result } of results) {
      if ('ready' in result) prepared.push({ marked, posting: result.ready });
      else tooHard.push({ row: marked.row, reason: 'too_hard', detail: result.tooHard });
    }
  }
  return { prepared, tooHard };
}
