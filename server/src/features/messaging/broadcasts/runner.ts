import type { BroadcastKind, KindPayload, Locale } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger } from '../../../platform/observability/index.ts';
import { isFaultOfRow, type SetAside } from '../../../platform/set-aside/index.ts';
import type { Notifications } from '../notifications/index.ts';
import type { AudienceMember, Audiences } from './audiences.ts';
import {
  type BroadcastRow,
  changeBroadcast,
  findAtWork,
  lockBroadcast,
  lockFreeBroadcast,
} from './broadcasts.store.ts';
import type { LiveProgress } from './live-progress.ts';
import { announcementIn, maintenanceIn } from './message.ts';
import type { Steps } from './steps.ts';

/**
 * Tells an audience, one batch of people after the other. A batch is one transaction: it holds the broadcast, reads who
 * comes next, writes their notifications, and notes how far it is. So a process that dies leaves whole batches only,
 * and whoever goes on begins where the last one ended. The dedupe key of the notifications is a second guard.
 *
 * A person who spoils a batch is set aside: its people are then told one by one. Where nobody can be told it is the
 * broadcast itself that is at fault, and it fails.
 *
 * The broadcast is held before the inboxes of its people. Nobody takes them the other way round.
 */
export interface BroadcastRunner {
  /**
   * Goes on with a broadcast for a few seconds, so that the others get their turn.
   * @returns whether there is more to do; false too when somebody else is at it
   * @throws what a batch failed with; after several in a row the broadcast is marked as failed instead
   */
  run(broadcastId: string): Promise<boolean>;
  /** Broadcasts that have something to do now: those that run, and those whose time has come. */
  atWork(): Promise<readonly string[]>;
}

export interface RunnerDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly setAside: SetAside;
  readonly audiences: Audiences;
  readonly notifications: Pick<Notifications, 'notifyMany'>;
  readonly steps: Steps;
  readonly live: LiveProgress;
  /** Called after each batch with the number of people whose turn had come. */
  readonly onPeople: (count: number) => void;
  /** People in a batch. */
  readonly batchSize: number;
}

/** How long it goes on before it asks to be called again, in milliseconds. */
const turnMs = 5_000;
/** So many batches that fail one after the other are not a passing trouble. */
const maximumFailures = 5;
const maximumAtWork = 1_000;

/** A person is told at most once by each broadcast. */
export const dedupeKeyOf = (broadcastId: string): string => `broadcast:${broadcastId}`;

export function createBroadcastRunner(dependencies: RunnerDependencies): BroadcastRunner {
  const { database, clock, logger, setAside, audiences, notifications, steps, live, batchSize } =
    dependencies;

  /**
   * @param size people in it
   * @param left people whom it cannot be told
   * @param onListed hears whose turn it is
   * @returns whether there is more to do
   */
  const runBatch = (
    broadcastId: string,
    size = batchSize,
    left: ReadonlySet<string> = new Set(),
    onListed: (people: readonly AudienceMember[]) => void = () => {},
  ): Promise<boolean> =>
    database.transaction(async (tx) => {
      // Whoever has it is another runner, which goes on, or an operator whose step says what follows.
      const row = await lockFreeBroadcast(tx, broadcastId);
      if (row === undefined) return false;
      if (row.status === 'scheduled') return startWhenDue(tx, row);
      if (row.status !== 'running' || row.started_at === null) return false;

      const people = await audiences.list(tx, row.audience, {
        signedUpBy: row.started_at,
        after: row.position,
        limit: size,
      });
      onListed(people);
      const ids = await tell(
        tx,
        row,
        people.filter(({ user_id }) => !left.has(user_id)),
      );
      const moved = {
        position: people.at(-1)?.user_id ?? row.position,
        processed: row.processed + people.length,
        written: row.written + ids.filter((id) => id !== null).length,
        failures: 0,
      };
      database.afterCommit(() => dependencies.onPeople(people.length));
      if (people.length < size) {
        await steps.take(
          tx,
          row,
          { event: 'finished', actorId: null },
          { ...moved, status: 'finished', ended_at: clock.now() },
        );
        return false;
      }
      const changed = await changeBroadcast(tx, row.id, moved);
      database.afterCommit(() => live.moved(changed));
      return true;
    });

  /** Tells the people of a batch that has failed one by one, past those whom it cannot be told. */
  async function runOneByOne(broadcastId: string, failure: unknown): Promise<boolean> {
    const left = new Set<string>();
    let more = true;
    for (let turn = 0; more && turn < batchSize; turn += 1) {
      let next: string | undefined;
      try {
        more = await runBatch(broadcastId, left.size + 1, left, (people) => {
          next = people.find(({ user_id }) => !left.has(user_id))?.user_id;
          // At the end of the audience somebody of these must have been told.
          if (next === undefined && turn === left.size) throw failure;
        });
        for (const user_id of left) setAside('broadcast', { broadcast: broadcastId, user_id }, failure);
        left.clear();
      } catch (error) {
        if (!isFaultOfRow(error) || next === undefined || left.size >= maximumFailures) throw error;
        left.add(next);
      }
    }
    return more;
  }

  async function startWhenDue(tx: Tx, row: BroadcastRow): Promise<boolean> {
    if (row.scheduled_at === null || row.scheduled_at > clock.now()) return false;
    await steps.start(tx, row, null);
    return true;
  }

  function tell(tx: Tx, row: BroadcastRow, people: readonly AudienceMember[]) {
    const write = <K extends BroadcastKind>(kind: K, payloadIn: (locale: Locale) => KindPayload<K>) => {
      // Everybody of a language is told by one object, which is then checked and sent to the database once.
      const payloads = new Map<Locale, KindPayload<K>>();
      const items = people.map(({ user_id, locale }) => {
        const payload = payloads.get(locale) ?? payloadIn(locale);
        payloads.set(locale, payload);
        return { userId: user_id, payload, dedupeKey: dedupeKeyOf(row.id), causedBy: row.created_by };
      });
      return notifications.notifyMany(tx, kind, items);
    };
    return row.kind === 'maintenance'
      ? write('maintenance', (locale) => maintenanceIn(row, locale, row.id))
      : write('feature_announcement', (locale) => announcementIn(row, locale, row.id));
  }

  /** @returns whether it has been marked as failed */
  const noteFailure = (broadcastId: string, error: unknown): Promise<boolean> =>
    database.transaction(async (tx) => {
      const row = await lockBroadcast(tx, broadcastId);
      if (row?.status !== 'running') return false;
      const failures = row.failures + 1;
      if (failures < maximumFailures) {
        await changeBroadcast(tx, row.id, { failures });
        return false;
      }
      const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
      const event = { event: 'failed', actorId: null, detail: failure } as const;
      await steps.take(tx, row, event, { status: 'failed', failures: 0, failure });
      return true;
    });

  return {
    async run(broadcastId) {
      const end = clock.now().getTime() + turnMs;
      try {
        for (let more = true; more; ) {
          more = await runBatch(broadcastId).catch((error: unknown) => {
            if (isFaultOfRow(error)) return runOneByOne(broadcastId, error);
            throw error;
          });
          if (more && clock.now().getTime() >= end) return true;
        }
        return false;
      } catch (error) {
        // Where this fails as well it is the database that is away, for which a broadcast is not to blame.
        const hasFailed = await noteFailure(broadcastId, error);
        if (!hasFailed) throw error;
        logger.error({ err: error, broadcast: broadcastId }, 'a broadcast has failed');
        return false;
      }
    },

    atWork: () => findAtWork(database.query, clock.now(), maximumAtWork),
  };
}
