import type { OtherPosting } from '@rolecall/contract';
import { createBatcher } from '../../../platform/batching/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import { findOtherPostings, type JobSummaryRow } from '../jobs/index.ts';
import type { FoundJob } from './engine/request.ts';
import { selectFound } from './search.store.ts';

/** Reads what searches have found as the database has it now. */
export interface FoundJobs {
  /** By their ids, those that are open. @throws {ApplicationError} `overloaded` when too much waits */
  read(found: readonly Wanted[]): Promise<FoundRows>;
}

type Wanted = Pick<FoundJob, 'id' | 'hasOthers'>;

export interface FoundRows {
  readonly rows: ReadonlyMap<string, JobSummaryRow>;
  readonly others: ReadonlyMap<string, readonly OtherPosting[]>;
}

/** Of 20 jobs each, what is read at once, what may wait, and by how many statements at a time. */
const limits = { maximumBatch: 400, maximumWaiting: 12_000, concurrency: 4 } as const;

/** Searches that end together share a statement, since to make and plan one costs as much as to read a page of jobs. */
export function createFoundJobs(database: Database): FoundJobs {
  const batcher = createBatcher<readonly Wanted[], FoundRows>({
    ...limits,
    sizeOf: (found) => found.length,
    async run(pages) {
      const found = pages.flat();
      const [rows, others] = await Promise.all([
        selectFound(
          database.query,
          found.map(({ id }) => id),
        ),
        // Few vacancies have any; the index knows which, but for a moment.
        findOtherPostings(
          database.query,
          found.flatMap(({ id, hasOthers }) => (hasOthers ? [id] : [])),
        ),
      ]);
      const answer = { rows: new Map(rows.map((row) => [row.id, row])), others };
      return pages.map(() => answer);
    },
  });
  return {
    read: async (found) =>
      found.length === 0 ? { rows: new Map(), others: new Map() } : await batcher.add(found),
  };
}
