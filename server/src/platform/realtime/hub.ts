import type { Bus } from '../bus/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Logger } from '../observability/index.ts';
import { Admission } from './admission.ts';
import type { Connection } from './connection.ts';
import { Connections, type Presence } from './connections.ts';
import { Epoch } from './epoch.ts';
import { frameMessage } from './frames.ts';
import { Heartbeat } from './heartbeat.ts';
import { defaultLimits, type HubLimits } from './limits.ts';
import type { HubMetrics } from './metrics.ts';
import { Outbox } from './outbox.ts';
import { PersonStreams } from './person-streams.ts';
import type { HubProtocol } from './protocol.ts';
import { ResumeAnswers } from './resume-answers.ts';
import { type ResumePoint, Resumption } from './resumption.ts';
import type { EntryEncoder, StreamEntry, StreamReader, TopicReader } from './streams.ts';
import { systemTimers, type Timers } from './timers.ts';
import { TopicStreams } from './topic-streams.ts';
import type { Identity, Transport } from './transport.ts';

export interface HubDependencies<Entry extends StreamEntry, Message extends object, Role extends string> {
  readonly bus: Bus;
  readonly reader: StreamReader<Entry>;
  readonly topicReader: TopicReader;
  readonly encode: EntryEncoder<Entry>;
  readonly protocol: HubProtocol<Message, Role>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: HubMetrics;
  readonly timers?: Timers;
  readonly limits?: Partial<HubLimits>;
  /** The number of connections of a person to this node has changed. */
  readonly onPresence?: (person: Presence) => void;
}

/** The sockets of this node: who they belong to, how far each has come in its person's stream, what it is sent. */
export interface Hub<Message extends object = object, Role extends string = string> {
  /**
   * Takes over a socket and greets it. From then on it is sent what is new to its person.
   *
   * @param options.resumes the client stands elsewhere and will be set back: the greeting must not move it to the head
   * @returns null when the socket was closed instead: over a limit, while draining, or because it went away
   */
  accept(
    transport: Transport,
    identity: Identity<Role>,
    options?: { readonly resumes: boolean },
  ): Promise<Connection | null>;
  /** The socket has closed. */
  release(connection: Connection): void;
  /** Sends a message with the next write. */
  send(connection: Connection, message: Message): void;
  /** The person has proved again who they are, and until when that is good. */
  renew(connection: Connection, expiresAt: Date): void;
  /** Answers with the end of the person's stream. */
  pong(connection: Connection): void;
  /**
   * Sends everything after the cursors in order, each stream by itself, then `resumed`; with `resync_required` for a
   * stream where that cannot be. A stream without a cursor goes on where it is.
   */
  resume(connection: Connection, from: ResumePoint): Promise<void>;
  /** The topics that the connection is in, with their heads. */
  topicsOf(connection: Connection): Record<string, number>;
  subscribe(connection: Connection, topics: readonly string[]): void;
  unsubscribe(connection: Connection, topics: readonly string[]): void;
  close(connection: Connection, code: number, reason: string): void;
  /** Closes whatever was opened by a session or an API key that has ended. */
  closeGrant(grantId: string, code: number, reason: string): void;
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

/** Makes a hub that runs from now on, until it is stopped. */
export function createHub<Entry extends StreamEntry, Message extends object, Role extends string>(
  dependencies: HubDependencies<Entry, Message, Role>,
): Hub<Message, Role> {
  const { bus, reader, topicReader, protocol, clock, metrics, timers = systemTimers } = dependencies;
  const limits: HubLimits = { ...defaultLimits, ...dependencies.limits };
  const epoch = new Epoch(() => reader.epoch());

  // The parts are made in their order and tell those that come later by these functions.
  const close = (connection: Connection, code: number, reason: string) =>
    connections.close(connection, code, reason);
  const onRoom = (connection: Connection) => {
    if (connection.state === 'lagging' || connection.state === 'catching_up') people.catchUp(connection);
    topics.catchUp(connection);
  };
  const outbox = new Outbox({ clock, timers, limits, metrics, close, onRoom });
  const send = outbox.send.bind(outbox);
  const parts = { ...dependencies, timers, limits, epoch, send, close };
  const answers = new ResumeAnswers(parts);
  const people = new PersonStreams({
    ...parts,
    onCurrent: (connection) => answers.settle(connection),
    onGap: (connection) => answers.resync(connection),
  });
  const topics = new TopicStreams({
    ...parts,
    reader: topicReader,
    onResumed: (connection) => answers.topicDone(connection),
    onGap: (connection, topic, head, resuming) => answers.resyncTopic(connection, topic, head, resuming),
  });
  const heartbeat = new Heartbeat({
    ...parts,
    terminate: (connection) => connections.terminate(connection),
  });
  const connections = new Connections({
    ...parts,
    onPresence: dependencies.onPresence,
    flush: (connection) => outbox.flushOne(connection),
    forget(connection) {
      outbox.forget(connection);
      heartbeat.remove(connection);
      topics.forget(connection);
      people.release(connection);
    },
  });
  const admission = new Admission({ ...parts, connections, people, topics, heartbeat });
  const resumption = new Resumption({ ...parts, people, topics, answers });

  const sweep = async () => {
    await Promise.all([people.sweep(), topics.sweep()]);
  };
  const stopTimers = [
    timers.every(1_000, () => {
      heartbeat.tick();
      outbox.closeStuck();
    }),
    timers.every(limits.sweepMs, () => void sweep()),
    bus.onRestored(() => void sweep()),
  ];

  return {
    accept: (transport, identity, { resumes } = { resumes: false }) =>
      admission.accept(transport, identity, resumes),
    release: (connection) => connections.release(connection),
    send: (connection, message) => send(connection, frameMessage(message)),
    renew(connection, expiresAt) {
      connection.expiresAt = expiresAt.getTime();
    },
    pong: (connection) =>
      send(connection, frameMessage(protocol.pong(connection.person, clock.now().toISOString()))),
    resume: (connection, from) => resumption.resume(connection, from),
    topicsOf: (connection) => topics.headsOf(connection),
    subscribe(connection, names) {
      for (const name of names) topics.join(name, connection);
    },
    unsubscribe(connection, names) {
      for (const name of names) topics.leave(name, connection);
    },
    close,
    closeGrant: (grantId, code, reason) => connections.closeGrant(grantId, code, reason),
    isConnected: (userId) => (people.find(userId)?.connections.size ?? 0) > 0,
    get connectionCount() {
      return connections.size;
    },
    get personCount() {
      return people.size;
    },
    sweep,
    async drain(spreadMs) {
      admission.close();
      await connections.drain(spreadMs);
    },
    stop() {
      admission.close();
      for (const stopTimer of stopTimers) stopTimer();
      connections.terminateAll();
      topics.stop();
    },
  };
}
