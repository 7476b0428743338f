import type {
  Audience,
  AudienceAnswer,
  Broadcast,
  BroadcastAction,
  BroadcastDetail,
  BroadcastInput,
  BroadcastOutcome,
  BroadcastSchedule,
  BroadcastStatus,
  BroadcastTest,
  BroadcastUpdate,
  Role,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { ApplicationError } from '../../../platform/errors/index.ts';
import { createCursors, idField } from '../../../platform/pagination/index.ts';
import { countDeliveryOutcomes } from '../deliveries/index.ts';
import { countInboxOutcome, type Notifications } from '../notifications/index.ts';
import type { Recipients } from '../recipients/index.ts';
import type { Audiences } from './audiences.ts';
import {
  type BroadcastRow,
  deleteBroadcast,
  findBroadcast,
  findBroadcasts,
  findEvents,
  findStopped,
  insertBroadcast,
  insertEvent,
  lockBroadcast,
  rewriteBroadcast,
} from './broadcasts.store.ts';
import { nextStatus } from './lifecycle.ts';
import { asTest, messageIn, textLocale } from './message.ts';
import { dedupeKeyOf } from './runner.ts';
import type { BroadcastWork, Steps } from './steps.ts';
import { toBroadcast, toPerson } from './view.ts';

const cursors = createCursors({ id: idField });

/**
 * Messages of operators to many people. Whoever calls has checked that the actor is an operator.
 *
 * What names a broadcast can fail with `not_found`, and each step with `broadcast_status_conflict`.
 */
export interface Broadcasts {
  /** The newest first. @throws {ApplicationError} `invalid_cursor` */
  list(tx: Tx, query: BroadcastQuery): Promise<{ items: Broadcast[]; next_cursor: string | null }>;
  read(tx: Tx, id: string): Promise<BroadcastDetail>;
  outcome(tx: Tx, id: string): Promise<BroadcastOutcome>;
  /** @returns its id */
  create(tx: Tx, actorId: string, input: BroadcastInput): Promise<string>;
  /** @throws {ApplicationError} `edit_conflict` when somebody else has changed it since the version was read */
  update(tx: Tx, actorId: string, id: string, input: BroadcastUpdate): Promise<void>;
  remove(tx: Tx, actorId: string, id: string): Promise<void>;
  /** @throws {ApplicationError} `invalid_request` for an instant that has passed */
  schedule(tx: Tx, actorId: string, id: string, schedule: BroadcastSchedule): Promise<void>;
  unschedule(tx: Tx, actorId: string, id: string): Promise<void>;
  start(tx: Tx, actorId: string, id: string): Promise<void>;
  pause(tx: Tx, actorId: string, id: string): Promise<void>;
  resume(tx: Tx, actorId: string, id: string): Promise<void>;
  stop(tx: Tx, actorId: string, id: string): Promise<void>;
  /**
   * Tells one operator, as a notification that is no part of the broadcast.
   * @throws {ApplicationError} `invalid_request` when the address is not that of an operator
   */
  sendTest(
    tx: Tx,
    actorId: string,
    id: string,
    test: BroadcastTest,
  ): Promise<{ notification_id: string; email: string }>;
  countAudience(tx: Tx, audience: Audience): Promise<AudienceAnswer>;
  /** Which of these broadcasts have been stopped, so that their mails are kept back. */
  findStopped(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface BroadcastQuery {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly status?: BroadcastStatus | undefined;
}

export interface BroadcastsDependencies {
  readonly clock: Clock;
  readonly recipients: Recipients;
  /** Finds who has an address. */
  readonly accounts: {
    findViewer(tx: Tx, email: string): Promise<{ readonly userId: string; readonly role: Role } | undefined>;
  };
  readonly audiences: Audiences;
  readonly notifications: Pick<Notifications, 'notify'>;
  readonly steps: Steps;
  readonly work: BroadcastWork;
}

const sampleSize = 5;
const historySize = 100;

export function createBroadcasts(dependencies: BroadcastsDependencies): Broadcasts {
  const { clock, recipients, accounts, audiences, notifications, steps, work } = dependencies;

  async function namesOf(tx: Tx, userIds: readonly (string | null)[]) {
    const wanted = [...new Set(userIds.filter((id) => id !== null))];
    const people = wanted.length === 0 ? [] : await recipients.findRecipients(tx, wanted);
    const names = new Map(people.map(({ user_id, name }) => [user_id, name]));
    return (userId: string) => names.get(userId);
  }

  return {
    async list(tx, { limit, cursor, status }) {
      const rows = await findBroadcasts(tx, status, cursors.read(cursor)?.id ?? null, limit + 1);
      const nameOf = await namesOf(
        tx,
        rows.map(({ created_by }) => created_by),
      );
      const now = clock.now();
      return cursors.page(
        rows,
        limit,
        (row) => toBroadcast(row, now, nameOf),
        ({ id }) => ({ id }),
      );
    },

    async read(tx, id) {
      const row = await find(tx, id);
      const events = await findEvents(tx, id, historySize);
      const nameOf = await namesOf(tx, [row.created_by, ...events.map(({ actor_id }) => actor_id)]);
      return {
        ...toBroadcast(row, clock.now(), nameOf),
        history: events.map(({ at, event, actor_id, detail }) => ({
          at: at.toISOString(),
          event,
          actor: toPerson(actor_id, nameOf),
          detail,
        })),
      };
    },

    async outcome(tx, id) {
      await find(tx, id);
      const key = dedupeKeyOf(id);
      return {
        inbox: await countInboxOutcome(tx, key),
        deliveries: await countDeliveryOutcomes(tx, key),
      };
    },

    async create(tx, actorId, input) {
      const id = uuidv7();
      const now = clock.now();
      await insertBroadcast(tx, { id, actorId, input, now });
      await insertEvent(tx, id, { event: 'created', actorId }, now);
      return id;
    },

    async update(tx, actorId, id, { version, ...input }) {
      const { row } = await lockFor(tx, id, 'edit');
      if (row.version !== version) throw new ApplicationError('edit_conflict');
      const now = clock.now();
      await rewriteBroadcast(tx, id, input, now);
      await insertEvent(tx, id, { event: 'updated', actorId }, now);
    },

    async remove(tx, actorId, id) {
      const { row } = await lockFor(tx, id, 'remove');
      await deleteBroadcast(tx, id);
      await insertEvent(tx, id, { event: 'removed', actorId, detail: row.content.en.title }, clock.now());
    },

    async schedule(tx, actorId, id, { at, time_zone }) {
      const { row, status } = await lockFor(tx, id, 'schedule');
      const scheduledAt = new Date(at);
      if (scheduledAt <= clock.now()) {
        throw new ApplicationError('invalid_request', {
          fields: [{ path: 'at', message: 'must be in the future' }],
        });
      }
      await work.runAt(tx, id, scheduledAt);
      const event = { event: 'scheduled', actorId, detail: scheduledAt.toISOString() } as const;
      await steps.take(tx, row, event, { status, scheduled_at: scheduledAt, time_zone });
    },

    async unschedule(tx, actorId, id) {
      const { row, status } = await lockFor(tx, id, 'unschedule');
      const changes = { status, scheduled_at: null, time_zone: null };
      await steps.take(tx, row, { event: 'unscheduled', actorId }, changes);
    },

    async start(tx, actorId, id) {
      const { row } = await lockFor(tx, id, 'start');
      await steps.start(tx, row, actorId);
    },

    async pause(tx, actorId, id) {
      const { row, status } = await lockFor(tx, id, 'pause');
      await steps.take(tx, row, { event: 'paused', actorId }, { status });
    },

    async resume(tx, actorId, id) {
      const { row, status } = await lockFor(tx, id, 'resume');
      await work.run(tx, id);
      await steps.take(
        tx,
        row,
        { event: 'resumed', actorId },
        {
          status,
          running_since: clock.now(),
          processed_before: row.processed,
          failures: 0,
          failure: null,
        },
      );
    },

    async stop(tx, actorId, id) {
      const { row, status } = await lockFor(tx, id, 'stop');
      await steps.take(tx, row, { event: 'stopped', actorId }, { status, ended_at: clock.now() });
    },

    async sendTest(tx, actorId, id, { email, locale }) {
      const row = await find(tx, id);
      const userId = await operatorBy(tx, accounts, actorId, email);
      const [reader] = await recipients.findRecipients(tx, [userId]);
      if (reader === undefined) throw new ApplicationError('unauthenticated');
      const language = locale ?? reader.locale;
      const notificationId = await notifications.notify(tx, {
        ...asTest(messageIn(row, language, null), textLocale(row.content, language)),
        userId,
      });
      if (notificationId === null) throw new ApplicationError('unauthenticated');
      await insertEvent(tx, id, { event: 'tested', actorId, detail: reader.email }, clock.now());
      return { notification_id: notificationId, email: reader.email };
    },

    async countAudience(tx, audience) {
      const count = await audiences.count(tx, audience);
      return { count, sample: [...(await audiences.sample(tx, audience, sampleSize))] };
    },

    findStopped: async (tx, ids) => new Set(await findStopped(tx, ids)),
  };
}

/** Holds a broadcast and checks that the action may follow. */
async function lockFor(tx: Tx, id: string, action: BroadcastAction) {
  const row = await lockBroadcast(tx, id);
  if (row === undefined) throw new ApplicationError('not_found');
  return { row, status: nextStatus(action, row.status) };
}

async function find(tx: Tx, id: string): Promise<BroadcastRow> {
  const row = await findBroadcast(tx, id);
  if (row === undefined) throw new ApplicationError('not_found');
  return row;
}

/** The operator who is to get a test: who has this address, or who asks for it. */
async function operatorBy(
  tx: Tx,
  accounts: BroadcastsDependencies['accounts'],
  actorId: string,
  email: string | undefined,
): Promise<string> {
  if (email === undefined) return actorId;
  const account = await accounts.findViewer(tx, email);
  if (account?.role === 'operator') return account.userId;
  throw new ApplicationError('invalid_request', {
    fields: [{ path: 'email', message: 'must be the address of an operator' }],
  });
}
