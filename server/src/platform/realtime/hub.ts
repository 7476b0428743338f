import {
  closeCodes,
  type NotificationType,
  notificationTypes,
  type Role,
  roleTopic,
  type ServerMessage,
  topicSchema,
  typeTopic,
} from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Bus } from '../bus/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Logger } from '../observability/index.ts';
import { Connection } from './connection.ts';
import { frameMessage } from './frames.ts';
import { Heartbeat } from './heartbeat.ts';
import { defaultLimits, type HubLimits } from './limits.ts';
import type { HubMetrics } from './metrics.ts';
import { Outbox } from './outbox.ts';
import { patiently } from './patience.ts';
import type { Person } from './person.ts';
import { PersonStreams } from './person-streams.ts';
import type { EntryEncoder, StreamEntry, StreamReader, TopicReader } from './streams.ts';
import { systemTimers, type Timers } from './timers.ts';
import { TopicStreams } from './topic-streams.ts';
import type { Identity, Transport } from './transport.ts';

export interface HubDependencies<Entry extends StreamEntry> {
  readonly bus: Bus;
  readonly reader: StreamReader<Entry>;
  readonly topicReader: TopicReader;
  readonly encode: EntryEncoder<Entry>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: HubMetrics;
  readonly timers?: Timers;
  readonly limits?: Partial<HubLimits>;
  /** The number of connections of a person to this node has changed. */
  readonly onPresence?: (person: Presence) => void;
}

/** What a client has. */
export interface ResumePoint {
  readonly epoch: string;
  /** The last seq of the person's stream. */
  readonly user?: number | undefined;
  /** The last seq by topic. */
  readonly topics?: Readonly<Record<string, number>> | undefined;
}

/** How many connections a person has to this node. */
export interface Presence {
  readonly userId: string;
  readonly role: Role;
  readonly connections: number;
}

/** The sockets of this node: who they belong to, how far each has come in its person's stream, what it is sent. */
export interface Hub {
  /**
   * Takes over a socket and greets it. From then on it is sent what is new to its person.
   *
   * @param options.resumes the client stands elsewhere and will be set back: the greeting must not move it to the head
   * @returns null when the socket was closed instead: over a limit, while draining, or because it went away
   */
  accept(
    transport: Transport,
    identity: Identity,
    options?: { readonly resumes: boolean },
  ): Promise<Connection | null>;
  /** The socket has closed. */
  release(connection: Connection): void;
  /** Sends a message with the next write. */
  send(connection: Connection, message: ServerMessage): void;
  /** The person has proved again who they are, and until when that is good. */
  renew(connection: Connection, expiresAt: Date): void;
  /** Answers with the person's head and the numbers of the inbox. */
  pong(connection: Connection): void;
  /**
   * Sends everything after the cursors in order, each stream by itself, then `resumed`; with `resync_required` for a
   * stream where that can not be. A stream without a cursor goes on where it is.
   */
  resume(connection: Connection, from: ResumePoint): Promise<void>;
  /** The topics that the connection is in, with their heads. */
  topicsOf(connection: Connection): Record<string, number>;
  subscribe(connection: Connection, types: readonly NotificationType[]): void;
  unsubscribe(connection: Connection, types: readonly NotificationType[]): void;
  close(connection: Connection, code: number, reason: string): void;
  /** Whether the person has a socket on this node. */
  isConnected(userId: string): boolean;
  readonly connectionCount: number;
  readonly personCount: number;
  /** Compares the heads of everybody who is connected with the database. */
  sweep(): Promise<void>;
  /** Takes no more sockets and closes the open ones, spread over so many milliseconds. Resolves when all are gone. */
  drain(spreadMs: number): Promise<void>;
  /** Ends everything at once. */
  stop(): void;
}

/** Every topic that somebody of the role can be in. */
const topicsOf = (role: Role) => [roleTopic(role), ...notificationTypes.map((type) => typeTopic(type, role))];

/** A reader may say more of a stream than these. */
const inboxNumbers = ({ numbers: { unread, unseen, revision } }: Person) => ({ unread, unseen, revision });

/** Time between two portions of a drain, in milliseconds. */
const drainStep = 50;

/**
 * Makes a hub that runs from now on, until it is stopped. It reads the epoch once: a database is not put back under a
 * running server.
 */
export function createHub<Entry extends StreamEntry>(dependencies: HubDependencies<Entry>): Hub {
  const { bus, reader, topicReader, clock, logger, metrics, timers = systemTimers } = dependencies;
  const limits: HubLimits = { ...defaultLimits, ...dependencies.limits };
  const connections = new Set<Connection>();
  let epoch = '';
  let draining = false;
  let whenEmpty: (() => void) | undefined;

  const eventId = (seq: number) => `${epoch}:${seq}`;
  const outbox = new Outbox({ clock, timers, limits, metrics, close, onRoom });
  const send = outbox.send.bind(outbox);
  const parts = { ...dependencies, timers, limits, send };
  const people = new PersonStreams({ ...parts, close, eventId, onCurrent: tellResumed, onGap: resync });
  const topics = new TopicStreams({
    ...parts,
    reader: topicReader,
    onResumed(connection) {
      connection.resumingTopics -= 1;
      tellResumed(connection);
    },
    onGap: resyncTopic,
  });
  const heartbeat = new Heartbeat({ clock, limits, close, terminate });
  const stopTimers = [
    timers.every(1_000, () => {
      heartbeat.tick();
      outbox.closeStuck();
    }),
    timers.every(limits.sweepMs, () => void sweep()),
    bus.onRestored(() => void sweep()),
  ];

  const stamp = () => clock.now().toISOString();
  const sendMessage = (connection: Connection, message: ServerMessage) =>
    send(connection, frameMessage(message));

  /** A connection can take more than it could. */
  function onRoom(connection: Connection): void {
    if (connection.state === 'lagging' || connection.state === 'catching_up') people.catchUp(connection);
    topics.catchUp(connection);
  }

  /** Answers `resume` when all streams are where they belong. */
  function tellResumed(connection: Connection): void {
    if (!connection.owesResumed || connection.resuming || connection.resumingTopics > 0) return;
    connection.owesResumed = false;
    sendMessage(connection, { type: 'resumed', complete: connection.resumeIsComplete, timestamp: stamp() });
  }

  /** Sets the connection to the end of the stream and tells the client to read the inbox anew. */
  function resync(connection: Connection): void {
    metrics.resynced();
    connection.cursor = connection.person.head;
    connection.resuming = false;
    connection.resumeIsComplete = false;
    const message = { type: 'resync_required' as const, epoch, head: connection.cursor, timestamp: stamp() };
    send(connection, frameMessage(message, { eventId: eventId(connection.cursor) }));
  }

  function resyncTopic(connection: Connection, name: string, head: number, resuming: boolean): void {
    const topic = topicSchema.parse(name);
    metrics.resynced();
    sendMessage(connection, { type: 'resync_required', epoch, topic, head, timestamp: stamp() });
    if (!resuming) return;
    connection.resumeIsComplete = false;
    connection.resumingTopics -= 1;
    tellResumed(connection);
  }

  function refuse(transport: Transport, code: number, reason: string): null {
    metrics.closed(code);
    transport.close(code, reason);
    return null;
  }

  async function accept(
    transport: Transport,
    identity: Identity,
    { resumes } = { resumes: false },
  ): Promise<Connection | null> {
    if (draining) return refuse(transport, closeCodes.restarting, 'restarting');
    const present = people.find(identity.userId)?.connections.size ?? 0;
    if (connections.size >= limits.connections || present >= limits.connectionsPerPerson) {
      return refuse(transport, closeCodes.overLimit, 'too many connections');
    }
    const person = people.enter(identity.userId);
    const connection = new Connection(uuidv7(), person, transport, identity, clock.now().getTime());
    person.connections.add(connection);
    connections.add(connection);
    metrics.connected(connection.role);
    tellPresence(connection);
    try {
      // Only what is written after the subscription is told by hints, so the head is read after it.
      await Promise.all([
        patiently(timers, person.subscription?.ready),
        topics.open(topicsOf(connection.role)),
      ]);
      if (epoch === '') epoch = await reader.epoch();
      if (!(await people.refresh(person))) throw new Error('the head of the stream is unknown');
      if (connection.hasEnded()) return null;
      greet(connection, resumes);
      return connection;
    } catch (error) {
      logger.error({ err: error }, 'a connection could not be opened');
      close(connection, closeCodes.overLimit, 'try again later');
      return null;
    }
  }

  function greet(connection: Connection, resumes: boolean): void {
    const { person } = connection;
    connection.cursor = person.head;
    connection.told = person.numbers;
    connection.state = 'live';
    heartbeat.add(connection);
    topics.join(roleTopic(connection.role), connection);
    const message = {
      type: 'connection_established' as const,
      user_id: connection.userId,
      user_type: connection.role,
      session: connection.id,
      epoch,
      head: person.head,
      ...inboxNumbers(person),
      heartbeat_ms: limits.heartbeatMs,
      topics: topics.headsOf(connection),
      timestamp: stamp(),
    };
    send(connection, frameMessage(message, resumes ? {} : { eventId: eventId(person.head) }));
  }

  function release(connection: Connection): void {
    if (!connections.delete(connection)) return;
    connection.state = 'closed';
    outbox.forget(connection);
    heartbeat.remove(connection);
    topics.forget(connection);
    people.release(connection);
    metrics.disconnected(connection.role, (clock.now().getTime() - connection.openedAt) / 1000);
    tellPresence(connection);
    if (connections.size === 0) whenEmpty?.();
  }

  function tellPresence({ userId, role, person }: Connection): void {
    dependencies.onPresence?.({ userId, role, connections: person.connections.size });
  }

  function close(connection: Connection, code: number, reason: string): void {
    if (connection.hasEnded()) return;
    metrics.closed(code);
    outbox.flushOne(connection);
    release(connection);
    connection.transport.close(code, reason);
  }

  function terminate(connection: Connection): void {
    release(connection);
    connection.transport.terminate();
  }

  async function sweep(): Promise<void> {
    await Promise.all([people.sweep(), topics.sweep()]);
  }

  async function resume(connection: Connection, from: ResumePoint): Promise<void> {
    metrics.resumed(!connection.hasResumed);
    connection.hasResumed = true;
    const { person } = connection;
    // The client may have heard more than this node, whose hints can be late.
    if (from.user !== undefined && from.user > person.head) await people.refresh(person);
    if (from.epoch === epoch && topics.isAhead(from.topics ?? {})) await topics.sweep();
    if (connection.hasEnded()) return;
    // From here to the end nothing is waited for: what is caught up for another reason must not pass for the answer.
    connection.owesResumed = true;
    connection.resumeIsComplete = true;
    connection.resuming = from.user !== undefined;
    if (from.epoch !== epoch) {
      resync(connection);
      for (const [name, head] of Object.entries(topics.headsOf(connection))) {
        if (from.topics?.[name] !== undefined) resyncTopic(connection, name, head, false);
      }
    } else {
      topics.setBack(connection, from.topics ?? {});
      if (from.user !== undefined) setBack(connection, from.user);
      topics.catchUp(connection);
    }
    tellResumed(connection);
  }

  function setBack(connection: Connection, afterSeq: number): void {
    if (afterSeq > connection.person.head) {
      resync(connection);
      return;
    }
    connection.cursor = afterSeq;
    if (connection.state !== 'lagging') people.catchUp(connection);
  }

  async function drain(spreadMs: number): Promise<void> {
    draining = true;
    if (connections.size === 0) return;
    const empty = new Promise<void>((resolve) => {
      whenEmpty = resolve;
    });
    const waiting = [...connections];
    const portion = Math.ceil((waiting.length * drainStep) / Math.max(spreadMs, drainStep));
    const closeSome = () => {
      for (const connection of waiting.splice(0, portion))
        close(connection, closeCodes.restarting, 'restarting');
    };
    closeSome();
    const stopClosing = timers.every(drainStep, closeSome);
    await empty;
    stopClosing();
  }

  return {
    accept,
    release,
    send: sendMessage,
    renew(connection, expiresAt) {
      connection.expiresAt = expiresAt.getTime();
    },
    pong: (connection) =>
      sendMessage(connection, {
        type: 'pong',
        head: connection.person.head,
        ...inboxNumbers(connection.person),
        timestamp: stamp(),
      }),
    resume,
    topicsOf: (connection) => topics.headsOf(connection),
    subscribe(connection, types) {
      for (const type of types) {
        connection.types.add(type);
        topics.join(typeTopic(type, connection.role), connection);
      }
    },
    unsubscribe(connection, types) {
      for (const type of types) {
        connection.types.delete(type);
        topics.leave(typeTopic(type, connection.role), connection);
      }
    },
    close,
    isConnected: (userId) => (people.find(userId)?.connections.size ?? 0) > 0,
    get connectionCount() {
      return connections.size;
    },
    get personCount() {
      return people.size;
    },
    sweep,
    drain,
    stop() {
      draining = true;
      for (const stopTimer of stopTimers) stopTimer();
      for (const connection of connections) terminate(connection);
      topics.stop();
    },
  };
}
