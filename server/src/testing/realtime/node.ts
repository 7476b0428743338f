import { randomUUID } from 'node:crypto';
import type { Role, ServerMessage } from '@rolecall/contract';
import { pino } from 'pino';
import { hubProtocol } from '../../edges/ws/hub-protocol.ts';
import { type Bus, createInProcessBus } from '../../platform/bus/index.ts';
import { createMetrics } from '../../platform/observability/index.ts';
import {
  type Connection,
  createHub,
  createHubMetrics,
  createPublisher,
  type Hub,
  type HubLimits,
  type RealtimePublisher,
} from '../../platform/realtime/index.ts';
import { FakeClock } from '../clock.ts';
import { FakeTimers } from '../timers.ts';
import { FakeTransport } from './fake-transport.ts';
import { encodeEntry, Ledger, type LedgerEntry } from './ledger.ts';
import { TopicLedger } from './topic-ledger.ts';

/** A node with its hub, on time that the test moves. */
export interface TestNode {
  readonly hub: Hub<ServerMessage, Role>;
  readonly bus: Bus;
  readonly publisher: RealtimePublisher<LedgerEntry>;
  readonly ledger: Ledger;
  readonly topics: TopicLedger;
  readonly clock: FakeClock;
  readonly timers: FakeTimers;
  /** Opens a socket and waits until it is greeted or refused. */
  connect(userId: string, role?: Role): Promise<{ transport: FakeTransport; connection: Connection | null }>;
  /** Commits entries to a stream and tells of them, with or without the entries themselves. */
  write(userId: string, count?: number, tell?: 'entries' | 'head'): void;
  /** Commits messages to a topic and tells of them. */
  writeTopic(topic: string, count?: number): void;
  /** The metrics of the node, as Prometheus reads them. */
  metrics(): Promise<string>;
}

export { hubProtocol };

export const logger = pino({ level: 'silent' });

/** @param within what the hub hears of the bus through; nothing but the bus when left out */
export function createTestNode(
  limits: Partial<HubLimits> = {},
  within: (bus: Bus) => Bus = (bus) => bus,
): TestNode {
  const clock = new FakeClock();
  const timers = new FakeTimers(clock);
  const ledger = new Ledger();
  const topics = new TopicLedger();
  const bus = createInProcessBus({ logger });
  const metrics = createMetrics();
  const hub = createHub({
    ...{ bus: within(bus), clock, timers, logger },
    // Most tests let no time pass.
    limits: { headGapMs: 0, catchUpGapMs: 0, ...limits },
    reader: ledger,
    topicReader: topics,
    encode: encodeEntry,
    protocol: hubProtocol,
    metrics: createHubMetrics(metrics),
  });
  const publisher = createPublisher({ bus, clock, encode: encodeEntry });
  return {
    ...{ hub, bus, publisher, ledger, topics, clock, timers },
    metrics: () => metrics.render(),
    async connect(userId, role = 'job_seeker') {
      const transport = new FakeTransport();
      const accepted = hub.accept(transport, {
        userId,
        role,
        grantId: randomUUID(),
        expiresAt: new Date(clock.now().getTime() + 15 * 60_000),
      });
      await timers.settle();
      return { transport, connection: await accepted };
    },
    writeTopic(topic, count = 1) {
      const { first, texts } = topics.write(topic, count);
      publisher.topicGrew(topic, first, texts);
    },
    write(userId, count = 1, tell = 'entries') {
      const entries = ledger.write(userId, count);
      const head = ledger.head(userId);
      publisher.streamGrew(
        userId,
        tell === 'entries' ? { head, entries, numbers: ledger.numbers(userId) } : { head },
      );
    },
  };
}

/** The connection of a socket that was taken. */
export function opened(connection: Connection | null): Connection {
  if (connection === null) throw new Error('the socket was refused');
  return connection;
}
