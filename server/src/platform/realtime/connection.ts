import type { BusSubscription } from '../bus/index.ts';
import type { Frame } from './frames.ts';
import type { StreamNumbers } from './streams.ts';
import type { Identity, Transport } from './transport.ts';

/**
 * What a connection does with its person's stream.
 *
 *     opening ──head is known──▶ live ◀──nothing is missing── catching_up
 *                                 │ └──something is missing──────▲  │
 *                                 └──▶ lagging ──drained─────────┘ ◀┘ too much is waiting
 *     any of them ──▶ closed
 *
 * Only a live connection is sent what comes over the bus. In the other states the hint only raises the person's head,
 * and what it told of is read from the database later, so that nothing has to be kept for a slow client.
 */
export type ConnectionState = 'opening' | 'live' | 'catching_up' | 'lagging' | 'closed';

/** A person who has at least one connection to this node, and what the node knows of the stream. */
export class Person {
  readonly userId: string;
  readonly connections = new Set<Connection>();
  /** The highest seq that the node has heard of. It only grows. */
  head = 0;
  numbers: StreamNumbers = { unread: 0, unseen: 0, revision: 0 };
  /** What the last hint told of: the entries after this seq, and when they were committed. */
  news = { afterSeq: Number.POSITIVE_INFINITY, committedAt: 0 };
  /** Hints from the bus. */
  subscription: BusSubscription | undefined;

  constructor(userId: string) {
    this.userId = userId;
  }
}

/** One socket of a person. The hub and its parts change it; the edge only reads it. */
export class Connection {
  readonly id: string;
  readonly person: Person;
  readonly transport: Transport;
  readonly role: string;
  readonly grantId: string | null;
  /** When what vouches for the person runs out, in milliseconds since 1970. */
  expiresAt: number;
  state: ConnectionState = 'opening';
  /** The last seq that this connection was sent or needs no more. */
  cursor = 0;
  /** Whether the client has said where it stands. */
  hasResumed = false;
  /** Whether the client waits for `resumed`. */
  owesResumed = false;
  /** Whether the person's stream is still to be caught up before `resumed`. */
  resuming = false;
  /** How many topics are still to be caught up before `resumed`. */
  resumingTopics = 0;
  /** Whether all that was asked for could be sent so far. */
  resumeIsComplete = true;
  /** Whether it has been sent a part of what it misses, and goes on as soon as there is room for more. */
  isMidway = false;
  /** Whether somebody waits until what is pending has left. */
  wantsRoom = false;
  /** The numbers that the client was told last. */
  told: StreamNumbers;
  /** What leaves with the next write. */
  pending: Frame[] = [];
  pendingBytes = 0;
  /** Whether something came from the client since the last ping. */
  heard = true;
  nextPingAt = 0;
  /** Second in which the heartbeat looks at it next. */
  visitSecond = 0;
  laggingSince = 0;
  readonly openedAt: number;

  constructor(id: string, person: Person, transport: Transport, identity: Identity, openedAt: number) {
    this.id = id;
    this.person = person;
    this.transport = transport;
    this.role = identity.role;
    this.grantId = identity.grantId;
    this.expiresAt = identity.expiresAt.getTime();
    this.openedAt = openedAt;
    this.told = person.numbers;
  }

  get userId(): string {
    return this.person.userId;
  }

  /** Bytes that have not left this process. */
  get waitingBytes(): number {
    return this.pendingBytes + this.transport.bufferedBytes;
  }

  /** Whether the connection has ended. A method, because it may have happened while the caller waited. */
  hasEnded(): boolean {
    return this.state === 'closed';
  }
}
