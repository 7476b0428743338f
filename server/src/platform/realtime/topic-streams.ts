import type { Bus, BusSubscription } from '../bus/index.ts';
import type { Logger } from '../observability/index.ts';
import type { Connection } from './connection.ts';
import { type Frame, frameText } from './frames.ts';
import { readTopicHint, topicChannel } from './hints.ts';
import type { HubLimits } from './limits.ts';
import { patiently } from './patience.ts';
import type { TopicEntry, TopicReader } from './streams.ts';
import type { Timers } from './timers.ts';

interface Dependencies {
  readonly bus: Bus;
  readonly reader: TopicReader;
  readonly logger: Logger;
  readonly limits: HubLimits;
  readonly timers: Timers;
  readonly send: (connection: Connection, frame: Frame) => void;
  /** A connection whose client had asked for what it missed of a topic has it. */
  readonly onResumed: (connection: Connection) => void;
  /** What the connection missed of the topic is gone; it goes on after `head`. */
  readonly onGap: (connection: Connection, topic: string, head: number, resuming: boolean) => void;
}

/** Where a connection stands that has not been sent everything. */
interface Behind {
  /** The last seq that it was sent, or that its client has. */
  cursor: number;
  /** Whether its client waits for an answer. */
  readonly resuming: boolean;
}

/**
 * A topic as this node sees it. All members in `current` have been sent everything up to `head`, so they need no cursor
 * of their own; whoever is not there yet, or could not keep up, is in `behind`.
 */
interface TopicStream {
  readonly name: string;
  readonly current: Set<Connection>;
  readonly behind: Map<Connection, Behind>;
  readonly subscription: BusSubscription;
  head: number;
  /** The highest seq that somebody has told of. */
  heard: number;
  /** Resolves when the head is known; false: it could not be read. */
  opened: Promise<boolean>;
  isOpen: boolean;
  /** A hole in the hints is being read for those who are current. */
  filling: boolean;
  /** What those behind miss is being read. */
  replaying: boolean;
}

/** Delivers the streams of topics to the connections of this node. */
export class TopicStreams {
  readonly #dependencies: Dependencies;
  readonly #streams = new Map<string, TopicStream>();

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /**
   * Makes topics known to this node, so that connections can join them.
   *
   * @throws when a head can not be read
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
      if (stream.behind.has(connection)) this.#replay(stream);
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
        this.#fill(stream);
        this.#replay(stream);
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
      this.#fill(stream);
      return true;
    } catch (error) {
      logger.error({ err: error, topic: stream.name }, 'the head of a topic could not be read');
      stream.subscription.unsubscribe();
      this.#streams.delete(stream.name);
      return false;
    }
  }

  /** The live rule: what follows the head is sent, what is behind it dropped, what is beyond read first. */
  #onHint(stream: TopicStream, text: string): void {
    const read = readTopicHint(text);
    if (read === undefined) {
      this.#dependencies.logger.warn('a hint on the bus could not be read');
      return;
    }
    const { hint, messages } = read;
    stream.heard = Math.max(stream.heard, hint.first + messages.length - 1);
    if (stream.isOpen && !stream.filling) {
      for (const [index, message] of messages.entries()) {
        if (hint.first + index === stream.head + 1)
          this.#deliver(stream, frameText(message, { committedAt: hint.at }));
      }
    }
    this.#fill(stream);
  }

  /** Sends the next message to all who are current. Who can not take it now falls behind and reads it later. */
  #deliver(stream: TopicStream, frame: Frame): void {
    const { send, limits } = this.#dependencies;
    for (const connection of stream.current) {
      if (connection.state !== 'lagging' && connection.pendingBytes < limits.laggingBytes) {
        send(connection, frame);
      } else {
        stream.current.delete(connection);
        stream.behind.set(connection, { cursor: stream.head, resuming: false });
        connection.wantsRoom = true;
      }
    }
    stream.head += 1;
    // Reading finds more than anybody has told of.
    stream.heard = Math.max(stream.heard, stream.head);
  }

  /** Reads what the hints have left out for those who are current. */
  #fill(stream: TopicStream): void {
    if (!stream.isOpen || stream.filling || stream.heard <= stream.head) return;
    stream.filling = true;
    void this.#runFilling(stream);
  }

  async #runFilling(stream: TopicStream): Promise<void> {
    const { reader, logger, limits, onGap } = this.#dependencies;
    try {
      while (stream.heard > stream.head) {
        const { heard } = stream;
        const entries = await reader.read(stream.name, stream.head, limits.topicEntries);
        for (const { seq, text } of entries) {
          if (seq > stream.head + 1) {
            stream.head = seq - 1;
            for (const connection of stream.current) onGap(connection, stream.name, stream.head, false);
          }
          this.#deliver(stream, frameText(text));
        }
        // Whoever told of more was wrong, unless that came while the query ran.
        if (entries.length < limits.topicEntries && stream.heard === heard) stream.heard = stream.head;
      }
    } catch (error) {
      // They stay where they are; the next comparison of heads brings them back here.
      logger.error({ err: error, topic: stream.name }, 'a topic could not be read');
    }
    stream.filling = false;
    this.#replay(stream);
  }

  /** Reads for those behind what they miss: all that stand within the same stretch share a query. */
  #replay(stream: TopicStream): void {
    if (stream.replaying) return;
    this.#settle(stream);
    if (this.#firstCursor(stream) === undefined) return;
    stream.replaying = true;
    void this.#runReplaying(stream);
  }

  async #runReplaying(stream: TopicStream): Promise<void> {
    const { reader, logger, limits } = this.#dependencies;
    try {
      let after = this.#firstCursor(stream);
      while (after !== undefined) {
        const { head } = stream;
        const entries = await reader.read(stream.name, after, limits.topicEntries);
        this.#serve(stream, { after, head, entries });
        this.#settle(stream);
        after = this.#firstCursor(stream);
      }
    } catch (error) {
      logger.error({ err: error, topic: stream.name }, 'a topic could not be read to catch up');
    }
    stream.replaying = false;
  }

  /** The least cursor of those behind that miss something and can take it; undefined: there is nobody. */
  #firstCursor({ behind, head }: TopicStream): number | undefined {
    let first: number | undefined;
    for (const [connection, { cursor }] of behind) {
      if (cursor < (first ?? head) && this.#hasRoom(connection)) first = cursor;
    }
    return first;
  }

  /** Makes those current that have come to the head; those beyond anything that there is have a cursor of nowhere. */
  #settle(stream: TopicStream): void {
    for (const [connection, place] of stream.behind) {
      if (place.cursor === stream.head) this.#rejoin(stream, connection, place, 'complete');
      else if (place.cursor > stream.heard) this.#rejoin(stream, connection, place, 'gap');
    }
  }

  #hasRoom(connection: Connection): boolean {
    return connection.state !== 'lagging' && connection.waitingBytes < this.#dependencies.limits.laggingBytes;
  }

  /** @param read what the database had after `after` when the head was `head` */
  #serve(
    stream: TopicStream,
    read: { readonly after: number; readonly head: number; readonly entries: readonly TopicEntry[] },
  ): void {
    const { after, head, entries } = read;
    const readToTheEnd = entries.length < this.#dependencies.limits.topicEntries;
    // Beyond its own head the node serves nobody: what it has not heard of goes to all in one turn.
    const end = Math.min(stream.head, readToTheEnd ? head : (entries.at(-1)?.seq ?? head));
    const frames = entries
      .filter(({ seq }) => seq <= stream.head)
      .map(({ seq, text }) => ({ seq, frame: frameText(text) }));
    for (const [connection, place] of stream.behind) {
      // Whoever stands outside of the stretch is served by another query; the client may have set itself back.
      if (place.cursor < after || place.cursor >= end) continue;
      const result = this.#sendAfter(connection, place, frames);
      if (result === 'no room') connection.wantsRoom = true;
      else if (result === 'gap' || place.cursor < end) this.#rejoin(stream, connection, place, 'gap');
    }
  }

  #sendAfter(
    connection: Connection,
    place: Behind,
    frames: readonly { readonly seq: number; readonly frame: Frame }[],
  ): 'sent' | 'gap' | 'no room' {
    for (const { seq, frame } of frames) {
      if (seq <= place.cursor) continue;
      if (seq !== place.cursor + 1) return 'gap';
      if (!this.#hasRoom(connection)) return 'no room';
      this.#dependencies.send(connection, frame);
      place.cursor = seq;
    }
    return 'sent';
  }

  #rejoin(stream: TopicStream, connection: Connection, place: Behind, how: 'complete' | 'gap'): void {
    const { onResumed, onGap } = this.#dependencies;
    stream.behind.delete(connection);
    stream.current.add(connection);
    if (how === 'gap') onGap(connection, stream.name, stream.head, place.resuming);
    else if (place.resuming) onResumed(connection);
  }
}
