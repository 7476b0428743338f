import type { BusSubscription } from '../bus/index.ts';
import type { Connection } from './connection.ts';
import type { InboxNumbers } from './streams.ts';

/** A person who has at least one connection to this node, and what the node knows of the stream. */
export class Person {
  readonly userId: string;
  readonly connections = new Set<Connection>();
  /** The highest seq that the node has heard of. It only grows. */
  head = 0;
  numbers: InboxNumbers = { unread: 0, unseen: 0, revision: 0 };
  /** What the last hint told of: the entries after this seq, and when they were committed. */
  news = { afterSeq: Number.POSITIVE_INFINITY, committedAt: 0 };
  /** Hints from the bus. */
  subscription: BusSubscription | undefined;

  constructor(userId: string) {
    this.userId = userId;
  }
}
