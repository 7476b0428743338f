import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Audiences } from './audiences.ts';
import {
  type BroadcastChanges,
  type BroadcastEvent,
  type BroadcastRow,
  changeBroadcast,
  insertEvent,
} from './broadcasts.store.ts';
import { nextStatus } from './lifecycle.ts';
import type { LiveProgress } from './live-progress.ts';

/** Where the work of a broadcast is queued, in the transaction that causes it. */
export interface BroadcastWork {
  /** Lets somebody go on with it now. */
  run(tx: Tx, broadcastId: string): Promise<void>;
  /** Lets somebody look at it at an instant. */
  runAt(tx: Tx, broadcastId: string, at: Date): Promise<void>;
}

/** The steps that both operators and the runner take, with broadcasts that are locked. */
export interface Steps {
  /** Changes a broadcast, notes who did it, and tells those who look on after the commit. */
  take(tx: Tx, row: BroadcastRow, event: BroadcastEvent, changes: BroadcastChanges): Promise<BroadcastRow>;
  /**
   * Counts the audience and lets it run.
   * @throws {ApplicationError} `broadcast_status_conflict`
   */
  start(tx: Tx, row: BroadcastRow, actorId: string | null): Promise<BroadcastRow>;
}

export interface StepsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly audiences: Audiences;
  readonly work: BroadcastWork;
  readonly live: LiveProgress;
}

export function createSteps({ database, clock, audiences, work, live }: StepsDependencies): Steps {
  const take: Steps['take'] = async (tx, row, event, changes) => {
    const now = clock.now();
    const changed = await changeBroadcast(tx, row.id, { ...changes, updated_at: now });
    await insertEvent(tx, row.id, event, now);
    database.afterCommit(() => live.moved(changed));
    return changed;
  };

  return {
    take,
    async start(tx, row, actorId) {
      const status = nextStatus('start', row.status);
      const now = clock.now();
      const count = await audiences.count(tx, row.audience);
      await work.run(tx, row.id);
      const event = { event: 'started', actorId, detail: `${count} people` } as const;
      return take(tx, row, event, { status, started_at: now, running_since: now, audience_count: count });
    },
  };
}
