import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { isFaultOfRow, type SetAside } from '../../../platform/set-aside/index.ts';
import { hasUnmatchedJobs } from '../jobs/index.ts';
import { findRunsUnderWay } from '../sources/index.ts';

/** What closing has done. */
export interface WindowsClosed {
  readonly told: number;
  /** Closed without a word. */
  readonly empty: number;
  /** Whether more windows may be due than were asked for. */
  readonly more: boolean;
}

/** A window whose time has come. */
export interface DueWindow {
  readonly id: string;
  /** How much it has collected. */
  readonly size: number;
}

/** Which windows are asked for. */
export interface DueQuestion {
  readonly now: Date;
  /** Runs that go on: windows without any of them have ended; null: jobs still wait to be matched, so that only time ends one. */
  readonly underWay: readonly string[] | null;
  readonly without: readonly string[];
  readonly limit: number;
}

/** Windows of one table. */
export interface WindowTable {
  readonly table: Parameters<SetAside>[0];
  /** The oldest first. Nothing is locked. */
  findDue(tx: Tx, which: DueQuestion): Promise<readonly DueWindow[]>;
  /** Locks those of these that nobody else holds, tells what is left of each, and marks them. */
  closeBatch(
    tx: Tx,
    ids: readonly string[],
  ): Promise<readonly { readonly id: string; readonly notification_id: string | null }[]>;
}

/** Windows that are closed in one transaction, and what they may have collected together: bounds its locks and memory. */
const windowsAtOnce = 500;
const collectedAtOnce = 20_000;

/**
 * Closes windows that are due, at most so many, a batch in a transaction. A window that another process holds is left to it: it is
 * being closed there, or joined by something. One that cannot be closed is set aside, holds up no other, and is tried again with
 * the next run.
 */
export async function closeInBatches(
  windows: WindowTable,
  { database, clock, setAside }: Readonly<{ database: Database; clock: Clock; setAside: SetAside }>,
  limit: number,
): Promise<WindowsClosed> {
  const total = { told: 0, empty: 0 };
  const left: string[] = [];
  const close = async (ids: readonly string[]) => {
    const ended = await database.transaction((tx) => windows.closeBatch(tx, ids));
    const told = ended.filter(({ notification_id }) => notification_id !== null).length;
    total.told += told;
    total.empty += ended.length - told;
    const closed = new Set(ended.map(({ id }) => id));
    left.push(...ids.filter((id) => !closed.has(id)));
  };

  for (let handled = 0; handled < limit; ) {
    const isMatching = await hasUnmatchedJobs(database.query);
    const due = await windows.findDue(database.query, {
      now: clock.now(),
      underWay: isMatching ? null : await findRunsUnderWay(database.query),
      without: left,
      limit: Math.min(windowsAtOnce, limit - handled),
    });
    if (due.length === 0) return { ...total, more: false };
    const ids = withinSize(due);
    handled += ids.length;
    try {
      await close(ids);
    } catch (reason) {
      if (!isFaultOfRow(reason)) throw reason;
      for (const id of ids) {
        try {
          await close([id]);
        } catch (error) {
          if (!isFaultOfRow(error)) throw error;
          setAside(windows.table, { window_id: id }, error);
          left.push(id);
        }
      }
    }
  }
  return { ...total, more: true };
}

/** As many of these as may be closed at once, and one at least. */
function withinSize(due: readonly DueWindow[]): string[] {
  let size = 0;
  const within = due.filter((window, index) => {
    size += window.size;
    return index === 0 || size <= collectedAtOnce;
  });
  return within.map(({ id }) => id);
}
