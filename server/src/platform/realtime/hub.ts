import { closeCodes, type NotificationType, type ServerMessage } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Bus } from '../bus/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Logger } from '../observability/index.ts';
import { CatchUp } from './catch-up.ts';
import { Connection } from './connection.ts';
import { frameMessage, frameText } from './frames.ts';
import { Groups } from './groups.ts';
import { Heads } from './heads.ts';
import { Heartbeat } from './heartbeat.ts';
import { personChannel, readHint } from './hints.ts';
import { defaultLimits, type HubLimits } from './limits.ts';
import type { HubMetrics } from './metrics.ts';
import { Outbox } from './outbox.ts';
import { Person } from './person.ts';
import { roleGroup, typeGroup } from './publisher.ts';
import type { EntryEncoder, StreamEntry, StreamHead, StreamReader } from './streams.ts';
import { systemTimers, type Timers } from './timers.ts';
import type { Identity, Transport } from './transport.ts';

export interface HubDependencies<Entry extends StreamEntry> {
  readonly bus: Bus;
  readonly reader: StreamReader<Entry>;
  readonly encode: EntryEncoder<Entry>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: HubMetrics;
  readonly timers?: Timers;
  readonly limits?: Partial<HubLimits>;
}

/** The sockets of this node: who they belong to, how far each has come in its person's stream, what it is sent. */
export interface Hub {
  /**
   * Takes over a socket and greets it. From then on it is sent what is new to its person.
   *
   * @returns null when the socket was closed instead: over a limit, while draining, or because it went away
   */
  accept(transport: Transport, identity: Identity): Promise<Connection | null>;
  /** The socket has closed. */
  release(connection: Connection): void;
  /** Sends a message with the next write. */
  send(connection: Connection, message: ServerMessage): void;
  /** The person has proved again who they are, and until when that is good. */
  renew(connection: Connection, expiresAt: Date): void;
  /** Answers with the person's head and unread count. */
  pong(connection: Connection): void;
  /** Sends everything after `afterSeq` in order, then `resumed`; or `resync_required` where that can not be. */
  resume(connection: Connection, epoch: string, afterSeq: number): Promise<void>;
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

/** Time between two portions of a drain, in milliseconds. */
const drainStep = 50;
/** In milliseconds. */
const longestWaitForBus = 2_000;

/**
 * Makes a hub that runs from now on, until it is stopped. It reads the epoch once: a database is not put back under a
 * running server.
 */
export function createHub<Entry extends StreamEntry>(dependencies: HubDependencies<Entry>): Hub {
  const { bus, reader, encode, clock, logger, metrics, timers = systemTimers } = dependencies;
  const limits: HubLimits = { ...defaultLimits, ...dependencies.limits };
  const people = new Map<string, Person>();
  const connections = new Set<Connection>();
  let epoch = '';
  let draining = false;
  let whenEmpty: (() => void) | undefined;

  const outbox = new Outbox({ clock, timers, limits, metrics, close, onDrained: catchUpIfBehind });
  const send = outbox.send.bind(outbox);
  const groups = new Groups(bus, (connection, frame) => {
    if (connection.pendingBytes < limits.laggingBytes) send(connection, frame);
  });
  const heads = new Heads({ reader, timers, logger, limits, apply: applyHead });
  const catchUp = new CatchUp({
    ...{ reader, encode, clock, timers, logger, limits, metrics, send },
    onComplete: goLive,
    onGap: resync,
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

  function enter(userId: string): Person {
    const known = people.get(userId);
    if (known !== undefined) return known;
    const person = new Person(userId);
    people.set(userId, person);
    person.subscription = bus.subscribe(personChannel(userId), (text) => onHint(person, text));
    return person;
  }

  function onHint(person: Person, text: string): void {
    const read = readHint(text);
    if (read === undefined) {
      logger.warn('a hint on the bus could not be read');
      return;
    }
    const { hint, messages } = read;
    switch (hint.about) {
      case 'stream':
        growStream(person, hint, messages);
        break;
      case 'read_states':
        void heads.refresh(person);
        break;
      case 'message':
        for (const message of messages) {
          const frame = frameText(message);
          for (const connection of person.connections) {
            if (connection.state === 'live' || connection.state === 'catching_up') send(connection, frame);
          }
        }
        break;
      case 'end':
        for (const connection of person.connections) close(connection, hint.code, hint.reason);
        break;
    }
  }

  /** The live rule: what follows the cursor is sent, what is behind it dropped, what is beyond read first. */
  function growStream(
    person: Person,
    hint: { head: number; first: number; counts: readonly number[]; unread?: number | undefined; at: number },
    messages: readonly string[],
  ): void {
    if (hint.head > person.head) {
      person.news = { afterSeq: person.head, committedAt: hint.at };
      person.head = hint.head;
    }
    const frames = messages.map((message) => frameText(message, hint.at));
    for (const connection of person.connections) {
      if (connection.state !== 'live') continue;
      let offset = 0;
      for (const [index, count] of hint.counts.entries()) {
        const isNext = hint.first + index === connection.cursor + 1;
        if (isNext && connection.pendingBytes < limits.laggingBytes) {
          for (const frame of frames.slice(offset, offset + count)) send(connection, frame);
          connection.cursor += 1;
        }
        offset += count;
      }
      if (connection.cursor < person.head) catchUp.request(connection);
    }
    if (hint.unread === undefined) void heads.refresh(person);
    else setUnread(person, hint.unread);
  }

  function applyHead(person: Person, { head, unread }: StreamHead): void {
    person.head = Math.max(person.head, head);
    for (const connection of person.connections) {
      const behind = connection.state === 'live' && connection.cursor < person.head;
      // Whoever is still catching up may wait in vain, because the query has failed.
      if (behind || connection.state === 'catching_up') catchUp.request(connection);
    }
    setUnread(person, unread);
  }

  function setUnread(person: Person, unread: number): void {
    person.unread = unread;
    for (const connection of person.connections) {
      if (connection.state === 'live') tellUnread(connection);
    }
  }

  function tellUnread(connection: Connection): void {
    const { unread } = connection.person;
    if (connection.toldUnread === unread) return;
    connection.toldUnread = unread;
    sendMessage(connection, {
      type: 'notification_count',
      count: unread,
      unseen: unread,
      timestamp: stamp(),
    });
  }

  function goLive(connection: Connection): void {
    connection.state = 'live';
    if (connection.resuming) {
      connection.resuming = false;
      sendMessage(connection, { type: 'resumed', complete: true, timestamp: stamp() });
    }
    tellUnread(connection);
  }

  function catchUpIfBehind(connection: Connection): void {
    if (connection.resuming || connection.cursor < connection.person.head) catchUp.request(connection);
    else goLive(connection);
  }

  /** Sets the connection to the end of the stream and tells the client to read the inbox anew. */
  function resync(connection: Connection): void {
    metrics.resynced();
    connection.cursor = connection.person.head;
    const timestamp = stamp();
    sendMessage(connection, { type: 'resync_required', epoch, head: connection.cursor, timestamp });
    if (connection.resuming) sendMessage(connection, { type: 'resumed', complete: false, timestamp });
    connection.resuming = false;
    if (connection.state !== 'lagging') goLive(connection);
  }

  function refuse(transport: Transport, code: number, reason: string): null {
    metrics.closed(code);
    transport.close(code, reason);
    return null;
  }

  async function accept(transport: Transport, identity: Identity): Promise<Connection | null> {
    if (draining) return refuse(transport, closeCodes.restarting, 'restarting');
    const present = people.get(identity.userId)?.connections.size ?? 0;
    if (connections.size >= limits.connections || present >= limits.connectionsPerPerson) {
      return refuse(transport, closeCodes.overLimit, 'too many connections');
    }
    const person = enter(identity.userId);
    const connection = new Connection(uuidv7(), person, transport, identity, clock.now().getTime());
    person.connections.add(connection);
    connections.add(connection);
    metrics.connected(connection.role);
    try {
      // Only what is written after the subscription is told by hints, so the head is read after it.
      await patiently(person.subscription?.ready);
      if (epoch === '') epoch = await reader.epoch();
      if (!(await heads.refresh(person))) throw new Error('the head of the stream is unknown');
      if (connection.hasEnded()) return null;
      greet(connection);
      return connection;
    } catch (error) {
      logger.error({ err: error }, 'a connection could not be opened');
      close(connection, closeCodes.overLimit, 'try again later');
      return null;
    }
  }

  /** Waits, but not for a bus that has gone silent: then the comparison of heads finds what it does not tell. */
  async function patiently(ready: Promise<void> | undefined): Promise<void> {
    const { promise: tooLong, resolve } = Promise.withResolvers<void>();
    const callOff = timers.after(longestWaitForBus, resolve);
    await Promise.race([ready, tooLong]);
    callOff();
  }

  function greet(connection: Connection): void {
    const { person } = connection;
    connection.cursor = person.head;
    connection.toldUnread = person.unread;
    connection.state = 'live';
    heartbeat.add(connection);
    groups.join(roleGroup(connection.role), connection);
    sendMessage(connection, {
      type: 'connection_established',
      user_id: connection.userId,
      user_type: connection.role,
      session: connection.id,
      epoch,
      head: person.head,
      unread: person.unread,
      heartbeat_ms: limits.heartbeatMs,
      timestamp: stamp(),
    });
  }

  function release(connection: Connection): void {
    if (!connections.delete(connection)) return;
    connection.state = 'closed';
    outbox.forget(connection);
    catchUp.forget(connection);
    heartbeat.remove(connection);
    groups.leave(roleGroup(connection.role), connection);
    for (const type of connection.types) groups.leave(typeGroup(type, connection.role), connection);
    const { person } = connection;
    person.connections.delete(connection);
    if (person.connections.size === 0) {
      person.subscription?.unsubscribe();
      people.delete(person.userId);
    }
    metrics.disconnected(connection.role, (clock.now().getTime() - connection.openedAt) / 1000);
    if (connections.size === 0) whenEmpty?.();
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
    await Promise.all([...people.values().map((person) => heads.refresh(person))]);
  }

  async function resume(connection: Connection, ofEpoch: string, afterSeq: number): Promise<void> {
    metrics.resumed();
    connection.resuming = true;
    const { person } = connection;
    // The client may have heard more than this node, whose hints can be late.
    if (afterSeq > person.head) await heads.refresh(person);
    if (connection.hasEnded()) return;
    if (ofEpoch !== epoch || afterSeq > person.head) {
      resync(connection);
      return;
    }
    connection.cursor = afterSeq;
    if (connection.state !== 'lagging') catchUp.request(connection);
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
        unread: connection.person.unread,
        timestamp: stamp(),
      }),
    resume,
    subscribe(connection, types) {
      for (const type of types) {
        connection.types.add(type);
        groups.join(typeGroup(type, connection.role), connection);
      }
    },
    unsubscribe(connection, types) {
      for (const type of types) {
        connection.types.delete(type);
        groups.leave(typeGroup(type, connection.role), connection);
      }
    },
    close,
    isConnected: (userId) => (people.get(userId)?.connections.size ?? 0) > 0,
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
    },
  };
}
