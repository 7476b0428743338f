import type { Role } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { systemTimers, type Timers } from '../../../platform/realtime/index.ts';
import { heartbeatMs, seenSince } from './lifetime.ts';
import {
  deleteNode,
  deleteNodesNotSeen,
  deletePeople,
  type PresentPerson,
  replaceNode,
  touchNode,
  writePeople,
} from './presence.store.ts';

/** How many connections a person has to this process now; 0: none any more. */
interface Change {
  readonly userId: string;
  readonly role: Role;
  readonly connections: number;
}

/**
 * Tells the other processes who is connected to this one.
 *
 * Changes are collected and written once a second, so that a storm of connects is a few statements and whoever comes
 * and goes within a second is none. With a sign of life every five seconds the process stays in the list; those that
 * gave none for too long are taken out by whoever notices. When a write fails, or the process is missing from the list
 * (the tables do not outlive a crash of the database, and a process that stood still is taken for dead), nobody knows
 * what is there: then everything is written anew, and tried again until that has worked.
 */
export interface PresenceTracker {
  readonly nodeId: string;
  note(change: Change): void;
  /** Writes what is due, together with a call that is under way. It never fails. The timer calls it every second. */
  keepUp(): Promise<void>;
  /** Takes this process out of the list. */
  stop(): Promise<void>;
}

export interface PresenceTrackerDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timers?: Timers;
}

const flushMs = 1_000;
/** Most people in one statement. */
const batchSize = 5_000;

/** Makes a tracker that runs from now on, until it is stopped. */
export function createPresenceTracker(dependencies: PresenceTrackerDependencies): PresenceTracker {
  const { database, clock, logger, timers = systemTimers } = dependencies;
  const nodeId = uuidv7();
  const startedAt = clock.now();
  const online = new Map<string, PresentPerson>();
  /** Who may have a row. Together with those online it bounds `changed`. */
  let stored = new Set<string>();
  /** Whose row is not what it should be. */
  const changed = new Set<string>();
  /** Whether the rows are those that `stored` says. */
  let inStep = false;
  let failing = false;
  let seenAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<void> | undefined;

  function note({ userId, role, connections }: Change): void {
    if (connections === 0) online.delete(userId);
    else {
      const since = online.get(userId)?.since ?? clock.now();
      online.set(userId, { user_id: userId, role, connections, since });
    }
    if (online.has(userId) || stored.has(userId)) changed.add(userId);
    else changed.delete(userId);
  }

  async function write(): Promise<void> {
    try {
      const now = clock.now();
      if (!inStep) await writeAnew(now);
      else if (now.getTime() - seenAt >= heartbeatMs) await giveSign(now);
      await writeChanges();
      failing = false;
    } catch (error) {
      inStep = false;
      if (!failing) logger.warn({ err: error }, 'who is online cannot be written; it is tried again');
      failing = true;
    }
  }

  async function giveSign(now: Date): Promise<void> {
    if (!(await touchNode(database.query, nodeId, now))) {
      logger.warn('this process was missing from the list of those with connections');
      inStep = false;
      await writeAnew(now);
    }
    seenAt = now.getTime();
    const gone = await deleteNodesNotSeen(database.query, seenSince(now));
    if (gone > 0) logger.info({ gone }, 'processes with connections have gone without a word');
  }

  async function writeAnew(now: Date): Promise<void> {
    const everybody = [...online.values()];
    stored = new Set(online.keys());
    changed.clear();
    await database.transaction(async (tx) => {
      await replaceNode(tx, nodeId, startedAt, now);
      for (const batch of inBatches(everybody)) await writePeople(tx, nodeId, batch);
    });
    inStep = true;
    seenAt = now.getTime();
  }

  async function writeChanges(): Promise<void> {
    for (const batch of inBatches([...changed])) {
      const present: PresentPerson[] = [];
      const gone: string[] = [];
      for (const userId of batch) {
        // Whoever came and went while the batch before was written has been taken out again.
        if (!changed.delete(userId)) continue;
        const person = online.get(userId);
        if (person === undefined) gone.push(userId);
        else present.push(person);
      }
      // Noted before the statements, so that what changes while they run is compared with their result.
      for (const { user_id } of present) stored.add(user_id);
      for (const userId of gone) stored.delete(userId);
      if (present.length > 0) await writePeople(database.query, nodeId, present);
      if (gone.length > 0) await deletePeople(database.query, nodeId, gone);
    }
  }

  function keepUp(): Promise<void> {
    underWay ??= write().finally(() => {
      underWay = undefined;
    });
    return underWay;
  }

  const stopTimer = timers.every(flushMs, () => void keepUp());
  void keepUp();

  return {
    nodeId,
    note,
    keepUp,
    async stop() {
      stopTimer();
      await underWay;
      try {
        await deleteNode(database.query, nodeId);
      } catch (error) {
        // The other processes find out that it gives no sign of life.
        logger.warn(
          { err: error },
          'this process could not be taken out of the list of those with connections',
        );
      }
    },
  };
}

function* inBatches<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
