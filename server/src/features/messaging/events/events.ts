import {
  type Event,
  type EventResult,
  type Kind,
  maximumEvents,
  type Role,
  roleTopic,
  type ServerMessageOf,
  type Topic,
  typeTopic,
} from '@rolecall/contract';
import { createBatcher } from '../../../platform/batching/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import { type Database, DatabaseError, type Tx } from '../../../platform/db/index.ts';
import { ApplicationError, isApplicationError } from '../../../platform/errors/index.ts';
import type {
  AnyNotification,
  NotificationInput,
  NotificationOutcome,
  Notifications,
} from '../notifications/index.ts';
import type { TopicMessage, Topics } from '../topics/index.ts';
import { deleteKeys } from './events.store.ts';
import { keyLifetimeMs, type NamedCall, performOnce, requestKey } from './idempotency.ts';

/** A notification for a person who is named beside it. */
export type UserNotification = {
  [K in Kind]: Omit<NotificationInput<K>, 'userId'> & { readonly kind: K };
}[Kind];

/** Reaches the sockets of a person that are open now. */
export interface LiveMessages {
  publishToUser(userId: string, message: ServerMessageOf<'event'>): void;
}

/**
 * Tells people things, for code of this server and for other programs. Calls that come in together share a
 * transaction, so that throughput is not one commit for each. Each promise resolves after the commit.
 *
 * Do not wait for one inside of a transaction, which holds the connection that the batch may need: there use
 * `notifications.notify(tx, …)` and `topics.publish(tx, …)`, which belong to that transaction.
 *
 * All of it can fail with `overloaded` when too much waits.
 */
export interface Events {
  /** Tells a person something that is kept in the inbox and goes by every channel that this person wants. */
  notifyUser(userId: string, notification: UserNotification): Promise<EventResult>;
  /** Tells the open sockets of everybody of a role; who is away for less than a day gets it on coming back. */
  notifyRole(role: Role, name: string, data: Readonly<Record<string, unknown>>): Promise<EventResult>;
  /** The same for those who follow a topic. */
  notifyTopic(topic: Topic, name: string, data: Readonly<Record<string, unknown>>): Promise<EventResult>;
  /**
   * What another program wants to be told.
   *
   * @param callerId the account that it acts for: its keys are its own
   * @param idempotencyKey the same call with the same key is done once in 24 hours, and answered the same again
   * @throws {ApplicationError} `idempotency_key_reused` when the key belongs to another call
   */
  send(callerId: string, event: Event, idempotencyKey: string | null): Promise<EventResult>;
  /** The same for many, of which all or none are done. @returns what became of each */
  sendMany(
    callerId: string,
    events: readonly Event[],
    idempotencyKey: string | null,
  ): Promise<readonly EventResult[]>;
  /** Forgets keys whose time is over, a bounded number of them. @returns whether there may be more */
  forgetKeys(tx: Tx): Promise<boolean>;
  /** Takes nothing more, and waits until what was taken is written. */
  close(): Promise<void>;
}

export interface EventsDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly notifications: Pick<Notifications, 'notifyEach'>;
  readonly topics: Pick<Topics, 'publish'>;
  readonly live: LiveMessages;
}

/** How an event travels. */
type Part =
  | { readonly way: 'inbox'; readonly notification: AnyNotification }
  | { readonly way: 'topic'; readonly message: TopicMessage }
  | { readonly way: 'live'; readonly userId: string; readonly name: string; readonly data: Data };
type Data = Record<string, unknown>;

interface Call extends NamedCall {
  readonly parts: readonly Part[];
}

/** Events that may wait for their transaction: some seconds of work, and tens of megabytes. */
const maximumWaiting = 10_000;
const keysForgottenAtOnce = 10_000;

export function createEvents(dependencies: EventsDependencies): Events {
  const { database, clock, notifications, topics, live } = dependencies;

  const batcher = createBatcher<Call, readonly EventResult[] | ApplicationError>({
    run: (calls) =>
      database.transaction((tx) => performOnce(tx, calls, clock.now(), (fresh) => perform(tx, fresh))),
    maximumBatch: maximumEvents,
    maximumWaiting,
    // The embedded database has one connection.
    concurrency: database.kind === 'embedded' ? 1 : 2,
    sizeOf: ({ parts }) => parts.length,
    mayBeFaultOfOne,
  });

  /** Inboxes are locked before topics, here as everywhere. */
  async function perform(tx: Tx, calls: readonly Call[]) {
    const parts = calls.flatMap((call) => call.parts);
    const toInbox = parts.filter((part) => part.way === 'inbox');
    const toTopic = parts.filter((part) => part.way === 'topic');
    const toSockets = parts.filter((part) => part.way === 'live');
    const outcomes = await notifications.notifyEach(
      tx,
      toInbox.map(({ notification }) => notification),
    );
    const seqs = await topics.publish(
      tx,
      toTopic.map(({ message }) => message),
    );
    if (toSockets.length > 0) database.afterCommit(() => publish(toSockets));

    const results = new Map<Part, EventResult>([
      ...toInbox.map((part, index) => [part, toResult(outcomes[index])] as const),
      ...toTopic.map((part, index) => [part, accepted(null, seqs[index] ?? null)] as const),
    ]);
    return new Map(
      calls.map((call) => [call, call.parts.map((part) => results.get(part) ?? accepted(null, null))]),
    );
  }

  function publish(parts: readonly (Part & { readonly way: 'live' })[]): void {
    const timestamp = clock.now().toISOString();
    for (const { userId, name, data } of parts) {
      live.publishToUser(userId, { type: 'event', name, data, timestamp });
    }
  }

  async function submit(call: Call): Promise<readonly EventResult[]> {
    const toSockets = call.parts.filter((part) => part.way === 'live');
    if (call.requestKey === null && toSockets.length === call.parts.length) {
      // There is nothing to write, so there is nothing to wait for.
      publish(toSockets);
      return call.parts.map(() => accepted(null, null));
    }
    const outcome = await batcher.add(call);
    if (outcome instanceof ApplicationError) throw outcome;
    return outcome;
  }

  async function submitOne(part: Part, key: Call['requestKey'] = null): Promise<EventResult> {
    const [result = accepted(null, null)] = await submit({ parts: [part], requestKey: key });
    return result;
  }

  const notifyTopic = (topic: Topic, name: string, data: Data) =>
    submitOne({ way: 'topic', message: { topic, content: { type: 'event', name, data } } });

  return {
    notifyUser: (userId, notification) =>
      submitOne({ way: 'inbox', notification: { ...notification, userId } }),
    notifyRole: (role, name, data) => notifyTopic(roleTopic(role), name, data),
    notifyTopic,
    send: (callerId, event, idempotencyKey) =>
      submitOne(
        toPart(callerId, event),
        idempotencyKey === null ? null : requestKey(callerId, idempotencyKey, event),
      ),
    sendMany: (callerId, events, idempotencyKey) =>
      submit({
        parts: events.map((event) => toPart(callerId, event)),
        requestKey: idempotencyKey === null ? null : requestKey(callerId, idempotencyKey, { items: events }),
      }),
    async forgetKeys(tx) {
      const over = new Date(clock.now().getTime() - keyLifetimeMs);
      return (await deleteKeys(tx, over, keysForgottenAtOnce)) === keysForgottenAtOnce;
    },
    close: () => batcher.close(),
  };
}

function toPart(callerId: string, event: Event): Part {
  switch (event.type) {
    case 'notification': {
      const { kind, payload, subject } = event;
      const userId = event.user_id.toLowerCase();
      const dedupeKey = dedupeKeyOf(callerId, event.dedupe_key);
      return { way: 'inbox', notification: { kind, userId, payload, dedupeKey, subject } };
    }
    case 'match_score':
      return { way: 'inbox', notification: toMatchScore(callerId, event) };
    case 'job_posted':
      return { way: 'topic', message: toJobPosted(event) };
    case 'message':
      return toMessage(event);
  }
}

/** The keys of accounts are apart from each other, and from those of this server. */
const dedupeKeyOf = (callerId: string, key: string | undefined): string | undefined =>
  key === undefined ? undefined : `event:${callerId}:${key}`;

function toMatchScore(callerId: string, event: Event & { readonly type: 'match_score' }): AnyNotification {
  const jobId = event.job_id.toLowerCase();
  return {
    kind: 'match_score_calculated',
    userId: event.user_id.toLowerCase(),
    payload: {
      job_id: jobId,
      job_title: event.job_title,
      company_name: event.company,
      match_score: event.match_score,
      previous_score: null,
    },
    dedupeKey: dedupeKeyOf(callerId, event.dedupe_key),
  };
}

/** One message for a job, however often and by whomever it is told. */
function toJobPosted(event: Event & { readonly type: 'job_posted' }): TopicMessage {
  const { job_title, company, location, skills_required } = event;
  const jobId = event.job_id.toLowerCase();
  return {
    topic: typeTopic('job_posted', 'job_seeker'),
    dedupeKey: `job:${jobId}`,
    content: {
      type: 'job_posted',
      message: `New job posted: ${job_title} at ${company}`,
      job_id: jobId,
      job_title,
      company,
      location,
      data: { skills_required },
    },
  };
}

function toMessage({ to, name, data }: Event & { readonly type: 'message' }): Part {
  if ('user_id' in to) return { way: 'live', userId: to.user_id.toLowerCase(), name, data };
  const topic = 'role' in to ? roleTopic(to.role) : to.topic;
  return { way: 'topic', message: { topic, content: { type: 'event', name, data } } };
}

function toResult(outcome: NotificationOutcome | undefined): EventResult {
  if (outcome?.status === 'written') return accepted(outcome.id, outcome.seq);
  const nothing = { notification_id: null, seq: null };
  if (outcome?.status === 'duplicate') return { status: 'duplicate', ...nothing, reason: null };
  return { status: 'refused', ...nothing, reason: 'unknown_person' };
}

function accepted(notificationId: string | null, seq: number | null): EventResult {
  return { status: 'accepted', notification_id: notificationId, seq, reason: null };
}

/**
 * Whether the transaction was rolled back for something that one of its calls may have brought along: a value that
 * cannot be stored (class 22), a constraint (23), a deadlock (40), a limit (54), what a trigger refuses (P0). Of a
 * lost connection nobody knows whether it was committed, so nothing is done again then.
 */
function mayBeFaultOfOne(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(?:22|23|40|54|P0)/.test(error.code ?? '');
  return isApplicationError(error);
}
