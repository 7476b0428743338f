import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { numberOfCases } from '../../testing/cases.ts';
import { FakeClock } from '../../testing/clock.ts';
import { FakeTransport, type ReceivedMessage } from '../../testing/realtime/fake-transport.ts';
import { encodeEntry, Ledger } from '../../testing/realtime/ledger.ts';
import { hubProtocol, logger } from '../../testing/realtime/node.ts';
import { TopicLedger } from '../../testing/realtime/topic-ledger.ts';
import { FakeTimers } from '../../testing/timers.ts';
import type { Bus } from '../bus/index.ts';
import { createInProcessBus } from '../bus/index.ts';
import { createMetrics } from '../observability/index.ts';
import {
  type Connection,
  createHub,
  createHubMetrics,
  createPublisher,
  type Hub,
  type StreamNumbers,
} from './index.ts';

const headsSchema = z.record(z.string(), z.int());

/** What becomes of one message on the bus. */
type Fate = 'arrives' | 'is lost' | 'comes twice' | 'comes late';

type Step =
  | {
      readonly do: 'write';
      readonly person: number;
      readonly count: number;
      readonly tell: boolean;
      readonly fate: Fate;
    }
  | {
      readonly do: 'change the inbox';
      readonly person: number;
      readonly change: 'markAllRead' | 'markAllSeen' | 'pin';
      readonly fate: Fate;
    }
  | { readonly do: 'write to the topic'; readonly count: number; readonly fate: Fate }
  | { readonly do: 'late messages arrive' }
  | { readonly do: 'connect' | 'disconnect' | 'stall' | 'unstall' | 'resume'; readonly client: number }
  | { readonly do: 'pass turns'; readonly turns: number }
  | { readonly do: 'pass time' }
  | { readonly do: 'database'; readonly failing: boolean };

/** Everybody here is in it. */
const topic = 'role_job_seeker';
const peopleCount = 3;
const clientCount = 6;
const client = fc.nat(clientCount - 1);
const fate = fc.constantFrom<Fate>('arrives', 'arrives', 'arrives', 'is lost', 'comes twice', 'comes late');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      person: fc.nat(peopleCount - 1),
      count: fc.integer({ min: 1, max: 12 }),
      tell: fc.boolean(),
      fate,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('change the inbox' as const),
      person: fc.nat(peopleCount - 1),
      change: fc.constantFrom('markAllRead' as const, 'markAllSeen', 'pin'),
      fate,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('write to the topic' as const),
      count: fc.integer({ min: 1, max: 6 }),
      fate,
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'late messages arrive' as const }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('connect' as const, 'disconnect', 'stall', 'unstall', 'resume'),
      client,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('pass turns' as const), turns: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'pass time' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('database' as const), failing: fc.boolean() }) },
);

/** A bus between publisher and hub that does what it is told with the next message. */
class FaultyBus {
  readonly #bus: Bus;
  #late: (() => void)[] = [];
  fate: Fate = 'arrives';

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  publish(channel: string, message: string): void {
    const pass = () => this.#bus.publish(channel, message);
    if (this.fate === 'comes late') this.#late.push(pass);
    if (this.fate === 'arrives' || this.fate === 'comes twice') pass();
    if (this.fate === 'comes twice') pass();
  }

  /** In the reverse of their order. */
  releaseLate(): void {
    for (const pass of this.#late.splice(0).reverse()) pass();
  }
}

/** A client as the protocol asks for it: applies what follows its cursor, and resumes from there. */
class Client {
  readonly userId: string;
  readonly applied: number[] = [];
  readonly appliedOfTopic: number[] = [];
  /** What it was told last of the inbox. */
  numbers: StreamNumbers | undefined;
  /** What the server should not have sent. */
  readonly faults: string[] = [];
  readonly #hub: Hub;
  #epoch = '';
  #cursor: number | undefined;
  #start = 0;
  #topicCursor = 0;
  #topicStart = 0;
  #awaitingResumed = 0;
  #transport: FakeTransport | undefined;
  #connection: Connection | null = null;

  constructor(hub: Hub, userId: string) {
    this.#hub = hub;
    this.userId = userId;
  }

  connect(expiresAt: Date): void {
    if (this.#transport !== undefined) return;
    const transport = new FakeTransport((message) => this.#receive(message));
    this.#transport = transport;
    this.#awaitingResumed = 0;
    const identity = { userId: this.userId, role: 'job_seeker', grantId: null, expiresAt } as const;
    void this.#hub.accept(transport, identity).then((connection) => {
      if (connection === null || transport !== this.#transport) {
        if (connection !== null) this.#hub.release(connection);
        if (transport === this.#transport) this.#transport = undefined;
        return;
      }
      this.#connection = connection;
      if (this.#cursor !== undefined) this.resume();
    });
  }

  disconnect(): void {
    if (this.#connection !== null) this.#hub.release(this.#connection);
    this.#connection = null;
    this.#transport = undefined;
  }

  resume(): void {
    // Its request would not be read while it reads nothing itself.
    if (this.#connection === null || this.#cursor === undefined || this.#transport?.paused === true) return;
    this.#awaitingResumed += 1;
    void this.#hub.resume(this.#connection, {
      epoch: this.#epoch,
      user: this.#cursor,
      topics: { [topic]: this.#topicCursor },
    });
  }

  stall = () => this.#transport?.stall();
  unstall = () => this.#transport?.unstall();

  isConnected(): boolean {
    return this.#connection !== null && !this.#connection.hasEnded();
  }

  expected(ledger: Ledger): number[] {
    const length = this.#cursor === undefined ? 0 : ledger.head(this.userId) - this.#start;
    return Array.from({ length }, (_, index) => this.#start + index + 1);
  }

  expectedOfTopic(topics: TopicLedger): number[] {
    const length = this.#cursor === undefined ? 0 : topics.head(topic) - this.#topicStart;
    return Array.from({ length }, (_, index) => this.#topicStart + index + 1);
  }

  #receive(message: ReceivedMessage): void {
    if (message.type === 'connection_established' || message.type === 'notification_count') {
      const unread = Number(message['unread'] ?? message['count']);
      const [unseen, revision] = [Number(message['unseen']), Number(message['revision'])];
      this.numbers = { unread, unseen, revision };
    }
    if (message.type === 'connection_established' && this.#cursor === undefined) {
      this.#cursor = this.#start = Number(message['head']);
      this.#topicCursor = this.#topicStart = headsSchema.parse(message['topics'])[topic] ?? 0;
    }
    if (message.type === 'resync_required') this.faults.push('had to start anew');
    if (message.type === 'event' && message.seq !== undefined) {
      const knows = this.#connection !== null && this.#awaitingResumed === 0;
      const isNext = message.seq === this.#topicCursor + 1;
      if (knows && !isNext) this.faults.push(`got ${message.seq} after ${this.#topicCursor} of the topic`);
      if (!isNext) return;
      this.appliedOfTopic.push(message.seq);
      this.#topicCursor = message.seq;
      return;
    }
    if (message.type === 'connection_established') this.#epoch = String(message['epoch']);
    if (message.type === 'resumed') this.#awaitingResumed = 0;
    if (message.type !== 'notification' || message.seq === undefined) return;
    if (message.owner !== this.userId) this.faults.push(`got ${message.seq} of ${message.owner}`);
    const cursor = this.#cursor ?? 0;
    const knows = this.#connection !== null && this.#awaitingResumed === 0;
    // A server that knows the cursor sends exactly what follows it.
    if (knows && message.seq !== cursor + 1) this.faults.push(`got ${message.seq} after ${cursor}`);
    if (message.seq !== cursor + 1) return;
    this.applied.push(message.seq);
    this.#cursor = message.seq;
  }
}

it('every client applies exactly the ledger of its person, whatever the bus, the sockets and the database do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const clock = new FakeClock();
      const timers = new FakeTimers(clock);
      const ledger = new Ledger(() => new Promise((resolve) => timers.soon(resolve)));
      const topics = new TopicLedger(() => new Promise((resolve) => timers.soon(resolve)));
      const bus = createInProcessBus({ logger });
      const faulty = new FaultyBus(bus);
      const hub = createHub({
        ...{ bus, clock, timers, logger },
        reader: ledger,
        topicReader: topics,
        encode: encodeEntry,
        protocol: hubProtocol,
        metrics: createHubMetrics(createMetrics()),
        limits: {
          laggingBytes: 400,
          stuckBytes: 20_000,
          catchUpEntries: 7,
          catchUpBatch: 2,
          headBatch: 2,
          topicEntries: 5,
          writesPerTurn: 2,
          // Nobody answers pings or brings tokens here.
          heartbeatMs: 3_600_000,
        },
      });
      const publisher = createPublisher({
        bus: { ...bus, publish: (channel, message) => faulty.publish(channel, message) },
        clock,
        encode: encodeEntry,
      });
      const people = Array.from({ length: peopleCount }, () => randomUUID());
      const clients = Array.from(
        { length: clientCount },
        (_, index) => new Client(hub, people[index % peopleCount] ?? ''),
      );
      const farAway = new Date('2030-01-01T00:00:00Z');

      for (const current of steps) {
        if (current.do === 'write') {
          const userId = people[current.person] ?? '';
          const entries = ledger.write(userId, current.count);
          faulty.fate = current.fate;
          publisher.streamGrew(userId, {
            head: ledger.head(userId),
            ...(current.tell ? { entries, numbers: ledger.numbers(userId) } : {}),
          });
        } else if (current.do === 'change the inbox') {
          const userId = people[current.person] ?? '';
          ledger[current.change](userId);
          faulty.fate = current.fate;
          publisher.readStatesChanged(userId);
        } else if (current.do === 'write to the topic') {
          const { first, texts } = topics.write(topic, current.count);
          faulty.fate = current.fate;
          publisher.topicGrew(topic, first, texts);
        } else if (current.do === 'late messages arrive') faulty.releaseLate();
        else if (current.do === 'pass turns') {
          for (let turn = 0; turn < current.turns; turn += 1) await timers.turn();
        } else if (current.do === 'pass time') await timers.advance(3_000);
        else if (current.do === 'database') ledger.failing = topics.failing = current.failing;
        else if (current.do === 'connect') clients[current.client]?.connect(farAway);
        else clients[current.client]?.[current.do]();
      }

      ledger.failing = topics.failing = false;
      faulty.releaseLate();
      for (const each of clients) each.unstall();
      await timers.advance(7_000);
      for (const each of clients) each.connect(farAway);
      await timers.advance(7_000);
      for (const each of clients) {
        expect(each.isConnected()).toBe(true);
        expect(each.faults).toEqual([]);
        expect(each.applied).toEqual(each.expected(ledger));
        expect(each.numbers).toEqual(ledger.numbers(each.userId));
        expect(each.appliedOfTopic).toEqual(each.expectedOfTopic(topics));
      }
      hub.stop();
    }),
    numberOfCases(300, 60),
  );
});
