import type { Bus } from '../bus/index.ts';
import type { Connection } from './connection.ts';
import { readTopicHint, topicChannel } from './hints.ts';
import { patiently } from './patience.ts';
import type { Timers } from './timers.ts';
import { TopicDelivery } from './topic-delivery.ts';
import { TopicReplay } from './topic-replay.ts';
import type { TopicDependencies, TopicStream } from './topic-stream.ts';

interface Dependencies extends TopicDependencies {
  readonly bus: Bus;
  readonly timers: Timers;
}

/** Delivers the streams of topics to the connections of this node. */
export class TopicStreams {
  readonly #dependencies: Dependencies;
  readonly #streams = new Map<string, TopicStream>();
  readonly #replay: TopicReplay;
  readonly #delivery: TopicDelivery;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    this.#replay = new TopicReplay(dependencies);
    this.#delivery = new TopicDelivery(dependencies, this.#replay);
  }

  /**
   * Makes topics known to this node, so that connections can join them.
   *
   * @throws when a head cannot be read
   */
  async open(names: readonly string[]): Promise<void> {
    for (const stream of names.map((name) => this.#streams.get(name) ?? this.#open(name))) {
      if (!stream.isOpen && !(await stream.opened)) throw new Error(`the head of ${stream.name} is unknown`);
    }
  }

  /** Makes the connection a member of an open topic, from its present head on. */
  join(name: string, connection: Connection): void {
    const stream = this.#streams.get(name);
    if (stream?.isOpen && !stream.behind.has(connection)) stream.current.add(connection);
  }

  leave(name: string, connection: Connection): void {
    const stream = this.#streams.get(name);
    stream?.current.delete(connection);
    stream?.behind.delete(connection);
  }

  /** Lets go of a connection that has ended. */
  forget(connection: Connection): void {
    for (const name of this.#streams.keys()) this.leave(name, connection);
  }

  /** The topics that the connection is in, with their heads. */
  headsOf(connection: Connection): Record<string, number> {
    return Object.fromEntries(
      this.#streams
        .values()
        .filter(({ current, behind }) => current.has(connection) || behind.has(connection))
        .map(({ name, head }) => [name, head]),
    );
  }

  /** Whether a client with these cursors has heard more than this node, whose hints can be late. */
  isAhead(cursors: Readonly<Record<string, number>>): boolean {
    return Object.entries(cursors).some(
      ([name, cursor]) => cursor > (this.#streams.get(name)?.head ?? cursor),
    );
  }

  /**
   * Sets the connection back to what its client has, and counts in `resumingTopics` how many topics will tell by
   * `onResumed` or `onGap` that they are done. A topic that it is not in is left alone. `catchUp` sets it going.
   */
  setBack(connection: Connection, cursors: Readonly<Record<string, number>>): void {
    connection.resumingTopics = 0;
    for (const [name, cursor] of Object.entries(cursors)) {
      const stream = this.#streams.get(name);
      if (stream === undefined) continue;
      const wasCurrent = stream.current.delete(connection);
      if (!wasCurrent && !stream.behind.has(connection)) continue;
      stream.behind.set(connection, { cursor, resuming: true });
      connection.resumingTopics += 1;
    }
  }

  /** The connection can take more. */
  catchUp(connection: Connection): void {
    for (const stream of this.#streams.values()) {
      if (stream.behind.has(connection)) this.#replay.replay(stream);
    }
  }

  /** Compares the heads of all topics with the database. */
  async sweep(): Promise<void> {
    const { reader, logger } = this.#dependencies;
    const open = [...this.#streams.values().filter(({ isOpen }) => isOpen)];
    if (open.length === 0) return;
    try {
      const heads = await reader.heads(open.map(({ name }) => name));
      for (const stream of open) {
        stream.heard = Math.max(stream.heard, heads.get(stream.name) ?? 0);
        this.#delivery.fill(stream);
        this.#replay.replay(stream);
      }
    } catch (error) {
      logger.error({ err: error }, 'the heads of topics could not be read');
    }
  }

  stop(): void {
    for (const { subscription } of this.#streams.values()) subscription.unsubscribe();
  }

  /** A topic stays open once somebody was in it: there are few, and each costs one subscription. */
  #open(name: string): TopicStream {
    const stream: TopicStream = {
      ...{ name, head: 0, heard: 0, isOpen: false, filling: false, replaying: false },
      current: new Set(),
      behind: new Map(),
      subscription: this.#dependencies.bus.subscribe(topicChannel(name), (text) =>
        this.#onHint(stream, text),
      ),
      opened: Promise.resolve(false),
    };
    this.#streams.set(name, stream);
    stream.opened = this.#readFirstHead(stream);
    return stream;
  }

  async #readFirstHead(stream: TopicStream): Promise<boolean> {
    const { reader, logger, timers } = this.#dependencies;
    try {
      // Only what is written after the subscription is told by hints, so the head is read after it.
      await patiently(timers, stream.subscription.ready);
      const heads = await reader.heads([stream.name]);
      stream.head = heads.get(stream.name) ?? 0;
      stream.heard = Math.max(stream.heard, stream.head);
      stream.isOpen = true;
      this.#delivery.fill(stream);
      return true;
    } catch (error) {
      logger.error({ err: error, topic: stream.name }, 'the head of a topic could not be read');
      stream.subscription.unsubscribe();
      this.#streams.delete(stream.name);
      return false;
    }
  }

  #onHint(stream: TopicStream, text: string): void {
    const read = readTopicHint(text);
    if (read === undefined) this.#dependencies.logger.warn('a hint on the bus could not be read');
    else this.#delivery.take(stream, read.hint, read.messages);
  }
}
