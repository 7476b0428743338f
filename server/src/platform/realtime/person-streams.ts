import type { Bus } from '../bus/index.ts';
import type { Clock } from '../clock/index.ts';
import type { Logger } from '../observability/index.ts';
import { CatchUp } from './catch-up.ts';
import { type Connection, Person } from './connection.ts';
import type { Epoch } from './epoch.ts';
import { type Frame, frameText, frameTexts } from './frames.ts';
import { Heads } from './heads.ts';
import { type PersonHint, personChannel, readHint } from './hints.ts';
import type { HubLimits } from './limits.ts';
import type { HubMetrics } from './metrics.ts';
import { Numbers } from './numbers.ts';
import type { HubProtocol } from './protocol.ts';
import type { EntryEncoder, StreamEntry, StreamHead, StreamReader } from './streams.ts';
import type { Timers } from './timers.ts';

interface Dependencies<Entry extends StreamEntry> {
  readonly bus: Bus;
  readonly reader: StreamReader<Entry>;
  readonly encode: EntryEncoder<Entry>;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly limits: HubLimits;
  readonly metrics: HubMetrics;
  readonly send: (connection: Connection, frame: Frame) => void;
  /** The connection has been sent its person's stream up to the head, or told that it cannot be. */
  readonly onCurrent: (connection: Connection) => void;
  /** What the connection missed cannot be sent. */
  readonly onGap: (connection: Connection) => void;
  readonly epoch: Epoch;
  readonly protocol: HubProtocol;
}

/** Delivers the streams of people to their connections on this node. */
export class PersonStreams<Entry extends StreamEntry> {
  readonly #dependencies: Dependencies<Entry>;
  readonly #people = new Map<string, Person>();
  readonly #heads: Heads<Entry>;
  readonly #catchUp: CatchUp<Entry>;
  readonly #numbers: Numbers;

  constructor(dependencies: Dependencies<Entry>) {
    this.#dependencies = dependencies;
    const { onGap } = dependencies;
    this.#numbers = new Numbers(dependencies);
    this.#heads = new Heads({ ...dependencies, apply: (person, head) => this.#applyHead(person, head) });
    this.#catchUp = new CatchUp({
      ...dependencies,
      onComplete: (connection) => this.#goLive(connection),
      onGap: (connection) => {
        onGap(connection);
        if (connection.state !== 'lagging') this.#goLive(connection);
      },
    });
  }

  get size(): number {
    return this.#people.size;
  }

  find(userId: string): Person | undefined {
    return this.#people.get(userId);
  }

  /** The person with this id, listened for from now on. */
  enter(userId: string): Person {
    const known = this.#people.get(userId);
    if (known !== undefined) return known;
    const person = new Person(userId);
    this.#people.set(userId, person);
    person.subscription = this.#dependencies.bus.subscribe(personChannel(userId), (text) =>
      this.#onHint(person, text),
    );
    return person;
  }

  /** Lets go of a connection that has ended. */
  release(connection: Connection): void {
    this.#catchUp.forget(connection);
    const { person } = connection;
    person.connections.delete(connection);
    if (person.connections.size > 0) return;
    person.subscription?.unsubscribe();
    this.#people.delete(person.userId);
  }

  /** Reads the person's head after this call. @returns whether that worked */
  refresh(person: Person): Promise<boolean> {
    return this.#heads.refresh(person);
  }

  async sweep(): Promise<void> {
    await Promise.all([...this.#people.values().map((person) => this.#heads.refresh(person))]);
  }

  /** Brings the connection to the head: it has room again, or its client has set it back. */
  catchUp(connection: Connection): void {
    if (connection.resuming || connection.cursor < connection.person.head) this.#catchUp.request(connection);
    else this.#goLive(connection);
  }

  #onHint(person: Person, text: string): void {
    const { logger } = this.#dependencies;
    const read = readHint(text);
    if (read === undefined) {
      logger.warn('a hint on the bus could not be read');
      return;
    }
    const { hint, messages } = read;
    switch (hint.about) {
      case 'stream':
        this.#grow(person, hint, messages);
        break;
      case 'read_states':
        void this.#heads.refresh(person);
        break;
      case 'message':
        for (const message of messages) this.#sendToAll(person, frameText(message, { committedAt: hint.at }));
        break;
    }
  }

  #sendToAll(person: Person, frame: Frame): void {
    const { send } = this.#dependencies;
    for (const connection of person.connections) {
      if (connection.state === 'live' || connection.state === 'catching_up') send(connection, frame);
    }
  }

  /** The live rule: what follows the cursor is sent, what is behind it dropped, what is beyond read first. */
  #grow(person: Person, hint: PersonHint & { readonly about: 'stream' }, messages: readonly string[]): void {
    const isNews = hint.head > person.head;
    if (isNews) {
      person.news = { afterSeq: person.head, committedAt: hint.at };
      person.head = hint.head;
    }
    const frames = this.#framesOf(hint, messages);
    for (const connection of person.connections) {
      if (connection.state === 'live') this.#sendNew(connection, hint.first, frames);
    }
    // The numbers of a hint that others have overtaken may be old ones.
    if (hint.numbers === undefined || !isNews) void this.#heads.refresh(person);
    else this.#numbers.set(person, hint.numbers);
  }

  /** The frames of each entry that the hint tells of. */
  #framesOf(hint: PersonHint & { readonly about: 'stream' }, messages: readonly string[]): Frame[][] {
    let offset = 0;
    return hint.counts.map((count, index) => {
      const about = { committedAt: hint.at, eventId: this.#dependencies.epoch.eventId(hint.first + index) };
      const frames = frameTexts(messages.slice(offset, offset + count), about);
      offset += count;
      return frames;
    });
  }

  #sendNew(connection: Connection, first: number, entries: readonly (readonly Frame[])[]): void {
    const { send, limits } = this.#dependencies;
    for (const [index, frames] of entries.entries()) {
      const isNext = first + index === connection.cursor + 1;
      if (!isNext || connection.pendingBytes >= limits.laggingBytes) continue;
      for (const frame of frames) send(connection, frame);
      connection.cursor += 1;
    }
    if (connection.cursor < connection.person.head) this.#catchUp.request(connection);
  }

  #applyHead(person: Person, head: StreamHead): void {
    person.head = Math.max(person.head, head.head);
    for (const connection of person.connections) {
      const behind = connection.state === 'live' && connection.cursor < person.head;
      // Whoever is still catching up may wait in vain, because the query has failed.
      if (behind || connection.state === 'catching_up') this.#catchUp.request(connection);
    }
    this.#numbers.set(person, head);
  }

  #goLive(connection: Connection): void {
    connection.state = 'live';
    connection.resuming = false;
    this.#dependencies.onCurrent(connection);
    this.#numbers.tell(connection);
  }
}
