import type { NotificationType, Role } from '@rolecall/contract';
import type { Frame } from './frames.ts';
import type { Person } from './person.ts';
import type { InboxNumbers } from './streams.ts';
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

/** One socket of a person. The hub and its parts change it; the edge only reads it. */
export class Connection {
  readonly id: string;
  readonly person: Person;
  readonly transport: Transport;
  readonly role: Role;
  readonly sessionId: string | null;
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
  /** The numbers of the inbox that the client was told last. */
  told: InboxNumbers;
  /** Live message types that it has subscribed to. */
  readonly types = new Set<NotificationType>();
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
    this.sessionId = identity.sessionId;
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
