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
/** Skipped rows that are told of; the others are only counted. */
const keptSkips = 100;

export const noCounts: RunCounts = { read: 0, new: 0, changed: 0, unchanged: 0, closed: 0, skipped: 0 };

interface Prepared {
  readonly marked: MarkedPosting;
  readonly posting: ImportedPosting;
}

export interface ImportOptions {
  readonly database: Database;
  readonly jobs: Pick<JobImports, 'findOutdated' | 'importPostings' | 'finishImports'>;
  readonly prepare: PreparePosting;
  readonly sourceId: string;
  /** In the transaction of each batch, with the numbers that hold once it commits. */
  readonly onBatch: (tx: Tx, counts: RunCounts) => Promise<void>;
  /** After each batch. */
  readonly onProgress: (progress: { read: number; total: number }, counts: RunCounts) => void;
}

/** Writes what the documents of one run say. */
export interface FeedImport {
  /**
   * Writes the postings of a document batch by batch. At every batch the numbers add up: read = new + changed +
   * unchanged + skipped. Skipped rows count with the first batch, since a row belongs to no batch when it is skipped.
   * A posting that cannot be worked on is skipped with its reason, and the others of its batch are written; one that an
   * earlier document of the run had is a skipped duplicate.
   */
  add(feed: PackedFeed): Promise<void>;
  /** Counts a document that is not there as a row that was left out. */
  skip(row: Omit<SkippedRow, 'row'>): void;
  /** Makes search as fast as it was. */
  finish(): Promise<void>;
  readonly counts: RunCounts;
  /** Rows so far. */
  readonly rows: number;
  /** Rows that were left out: they could not be read, not be stored, or are too hard. The first ones. */
  readonly skipped: readonly SkippedRow[];
  /** Ids of everything that the source still has. */
  readonly present: ReadonlySet<string>;
  /** Whether a row was left out that the next run may be able to use, though its document has not changed. */
  readonly hasPassingSkips: boolean;
}

export function createFeedImport(options: ImportOptions): FeedImport {
  const { database, jobs, sourceId } = options;
  const skipped: SkippedRow[] = [];
  const present = new Set<string>();
  /** Postings of earlier documents, of which each counts once. */
  const taken = new Set<string>();
  let counts = noCounts;
  let rows = 0;
  let hasPassingSkips = false;

  const keep = (skip: SkippedRow) => {
    if (skipped.length < keptSkips) skipped.push({ ...skip, detail: skip.detail.slice(0, longestDetail) });
  };
  const setAside = (skip: SkippedRow) => {
    hasPassingSkips = true;
    keep(skip);
  };

  async function write(items: readonly Prepared[], unchanged: number, left: number): Promise<void> {
    counts = await database.transaction(async (tx) => {
      const { added, changed } = await jobs.importPostings(
        tx,
        sourceId,
        items.map(({ posting }) => posting),
      );
      const reached = {
        ...counts,
        read: counts.read + items.length + unchanged + left,
        new: counts.new + added,
        changed: counts.changed + changed,
        unchanged: counts.unchanged + unchanged + items.length - added - changed,
        skipped: counts.skipped + left,
      };
      await options.onBatch(tx, reached);
      return reached;
    });
  }

  async function prepareAll(postings: readonly MarkedPosting[], firstRow: number) {
    const prepared: Prepared[] = [];
    for (let start = 0; start < postings.length; start += atOnce) {
      const some = postings.slice(start, start + atOnce);
      const results = await Promise.all(
        some.map(async (marked) => ({ marked, result: await options.prepare(marked) })),
      );
      for (const { marked, result } of results) {
        if ('ready' in result) {
          prepared.push({ marked, posting: result.ready });
          continue;
        }
        if (result.skip === 'gone') present.delete(marked.externalId);
        setAside({ row: firstRow + marked.row, reason: result.skip, detail: result.detail });
      }
    }
    return prepared;
  }

  async function writeBatch(all: readonly MarkedPosting[], firstRow: number): Promise<void> {
    const batch = all.filter((marked) => !taken.has(marked.externalId));
    for (const { row, externalId } of all.filter((marked) => taken.has(marked.externalId))) {
      const detail = `an earlier document has the same id (${externalId})`;
      keep({ row: firstRow + row, reason: 'duplicate', detail });
    }
    for (const { externalId } of batch) taken.add(externalId);
    const outdated = await jobs.findOutdated(database.query, sourceId, batch);
    const changedOnes = batch.filter((marked) => outdated.has(marked.externalId));
    const prepared = await prepareAll(changedOnes, firstRow);
    const unchanged = batch.length - changedOnes.length;
    const left = all.length - unchanged - prepared.length;
    try {
      await write(prepared, unchanged, left);
    } catch (error) {
      if (!isFaultOfRow(error) || prepared.length === 0) throw error;
      await write([], unchanged, left);
      for (const item of prepared) {
        try {
          await write([item], 0, 0);
        } catch (reason) {
          if (!isFaultOfRow(reason)) throw reason;
          setAside({ row: firstRow + item.marked.row, reason: 'invalid', detail: reasonOf(reason) });
          await write([], 0, 1);
        }
      }
    }
  }

  const addSkipped = (number: number) => {
    counts = { ...counts, read: counts.read + number, skipped: counts.skipped + number };
  };

  return {
    async add(feed) {
      const firstRow = rows;
      rows += feed.rows;
      for (const id of feed.present) present.add(id);
      addSkipped(feed.skippedRows);
      const report = () => options.onProgress({ read: counts.read, total: rows }, counts);
      report();
      for (const packed of feed.batches) {
        await writeBatch(unpack(packed), firstRow);
        report();
      }
      for (const skip of feed.skipped) keep({ ...skip, row: firstRow + skip.row });
    },
    skip(skip) {
      addSkipped(1);
      if (skip.reason === 'unreachable') hasPassingSkips = true;
      keep({ ...skip, row: rows });
      rows += 1;
    },
    async finish() {
      if (counts.new + counts.changed > 0) await jobs.finishImports(database.query);
    },
    get counts() {
      return counts;
    },
    get rows() {
      return rows;
    },
    skipped,
    present,
    get hasPassingSkips() {
      return hasPassingSkips;
    },
  };
}
