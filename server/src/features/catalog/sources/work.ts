import type { Tx } from '../../../platform/db/index.ts';

/** What the queue does for the sources. */
export interface SourceWork {
  /** @throws {ApplicationError} `invalid_request` for a bad expression */
  assertSchedule(sourceId: string, cron: string, timeZone: string): void;
  /** Has a worker follow what the source says of its schedule when this transaction has been committed. */
  enqueueSchedule(tx: Tx, sourceId: string): Promise<void>;
  /** Replaces the schedule that the source had; null: it has none. */
  follow(
    sourceId: string,
    schedule: { readonly cron: string; readonly timeZone: string } | null,
  ): Promise<void>;
  /** Has a worker carry out this open run after the transaction. */
  enqueueRun(tx: Tx, run: { readonly id: string; readonly sourceId: string }): Promise<void>;
}
