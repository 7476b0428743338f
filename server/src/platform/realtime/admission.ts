import { closeCodes } from '@rolecall/contract';
import { v7 as uuidv7 } from 'uuid';
import type { Clock } from '../clock/index.ts';
import type { Logger } from '../observability/index.ts';
import { Connection } from './connection.ts';
import type { Connections } from './connections.ts';
import type { Epoch } from './epoch.ts';
import { type Frame, frameMessage } from './frames.ts';
import type { Heartbeat } from './heartbeat.ts';
import type { HubLimits } from './limits.ts';
import type { HubMetrics } from './metrics.ts';
import { patiently } from './patience.ts';
import type { PersonStreams } from './person-streams.ts';
import type { HubProtocol } from './protocol.ts';
import type { StreamEntry } from './streams.ts';
import type { Timers } from './timers.ts';
import type { TopicStreams } from './topic-streams.ts';
import type { Identity, Transport } from './transport.ts';

interface Dependencies<Entry extends StreamEntry, Role extends string> {
  readonly connections: Connections;
  readonly people: PersonStreams<Entry>;
  readonly topics: TopicStreams;
  readonly heartbeat: Heartbeat;
  readonly epoch: Epoch;
  readonly protocol: HubProtocol<object, Role>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: HubMetrics;
  readonly timers: Timers;
  readonly limits: HubLimits;
  readonly send: (connection: Connection, frame: Frame) => void;
}

/** Takes sockets over and greets them. */
export class Admission<Entry extends StreamEntry, Role extends string> {
  readonly #dependencies: Dependencies<Entry, Role>;
  #closed = false;

  constructor(dependencies: Dependencies<Entry, Role>) {
    this.#dependencies = dependencies;
  }

  /** Takes no more. */
  close(): void {
    this.#closed = true;
  }

  async accept(transport: Transport, identity: Identity<Role>, resumes: boolean): Promise<Connection | null> {
    const { people, connections, limits, clock, logger } = this.#dependencies;
    if (this.#closed) return this.#refuse(transport, closeCodes.restarting, 'restarting');
    const present = people.find(identity.userId)?.connections.size ?? 0;
    if (connections.size >= limits.connections || present >= limits.connectionsPerPerson) {
      return this.#refuse(transport, closeCodes.overLimit, 'too many connections');
    }
    const person = people.enter(identity.userId);
    const connection = new Connection(uuidv7(), person, transport, identity, clock.now().getTime());
    connections.add(connection);
    try {
      return (await this.#open(connection, identity, resumes)) ? connection : null;
    } catch (error) {
      logger.error({ err: error }, 'a connection could not be opened');
      connections.close(connection, closeCodes.overLimit, 'try again later');
      return null;
    }
  }

  /** @returns whether it is still there */
  async #open(connection: Connection, identity: Identity<Role>, resumes: boolean): Promise<boolean> {
    const { people, topics, epoch, protocol, timers } = this.#dependencies;
    const { person } = connection;
    const { all, joined } = protocol.topicsOf(identity.role);
    // Only what is written after the subscription is told by hints, so the head is read after it.
    await Promise.all([patiently(timers, person.subscription?.ready), topics.open(all)]);
    await epoch.ensure();
    if (!(await people.refresh(person))) throw new Error('the head of the stream is unknown');
    if (connection.hasEnded()) return false;
    this.#greet(connection, identity, joined, resumes);
    return true;
  }

  #greet(
    connection: Connection,
    identity: Identity<Role>,
    joined: readonly string[],
    resumes: boolean,
  ): void {
    const { heartbeat, topics, epoch, protocol, limits, clock, send } = this.#dependencies;
    const { person } = connection;
    connection.cursor = person.head;
    connection.told = person.numbers;
    connection.state = 'live';
    heartbeat.add(connection);
    for (const topic of joined) topics.join(topic, connection);
    const message = protocol.established(
      {
        identity,
        session: connection.id,
        epoch: epoch.value,
        end: person,
        topics: topics.headsOf(connection),
        heartbeatMs: limits.heartbeatMs,
      },
      clock.now().toISOString(),
    );
    send(connection, frameMessage(message, resumes ? {} : { eventId: epoch.eventId(person.head) }));
  }

  #refuse(transport: Transport, code: number, reason: string): null {
    this.#dependencies.metrics.closed(code);
    transport.close(code, reason);
    return null;
  }
}
