import type { NotificationType, Topic } from '@rolecall/contract/constants';
import { type Cursor, isTopic } from './cursors.ts';

/** A stream of messages that are numbered without gaps: the person's own, or that of a topic. */
export type Stream = 'user' | Topic;

/** Heads of topics, as the server tells them. */
export type Heads = Readonly<Partial<Record<Topic, number>>>;

/** What cannot be had any more: for `user` the inbox is to be read anew. */
export interface Loss {
  readonly stream: Stream;
  readonly head: number;
}

/** The cursors of a `resume`. */
export interface Wanted {
  readonly epoch: string;
  readonly cursors: { readonly user?: number; readonly topics?: Partial<Record<Topic, number>> };
}

/** How far a client has come in each stream, and what it has yet to ask for. */
export class Progress {
  #epoch: string | null = null;
  readonly #reached = new Map<Stream, number>();
  /** Streams where something is missing that nobody has been asked for. */
  readonly #behind = new Set<Stream>();
  /** Streams of which the answer is on its way. */
  readonly #asked = new Set<Stream>();
  /** Topics that were followed in an epoch that is over: what came in between is lost. */
  readonly #cutOff = new Set<Topic>();
  /** Whether something has come since it was last looked whether an answer fails to come. */
  #moves = false;

  constructor(cursor: Cursor | null) {
    if (cursor === null) return;
    this.#epoch = cursor.epoch;
    this.#reached.set('user', cursor.seq);
    for (const [topic, seq] of Object.entries(cursor.topics ?? {})) {
      if (isTopic(topic)) this.#reached.set(topic, seq);
    }
  }

  /** Null before the first greeting, where no cursor was given. */
  get cursor(): Cursor | null {
    const seq = this.#reached.get('user');
    if (this.#epoch === null || seq === undefined) return null;
    const topics = Object.fromEntries([...this.#reached].filter(([stream]) => stream !== 'user'));
    return { epoch: this.#epoch, seq, topics };
  }

  /** Whether there is something to ask for. */
  get isBehind(): boolean {
    return this.#behind.size > 0;
  }

  /** Whether what was asked for has not been answered. */
  get isAsking(): boolean {
    return this.#asked.size > 0;
  }

  /** A connection has begun; what was asked on the one before stays unanswered. */
  greet(epoch: string, head: number, topics: Heads): Loss[] {
    this.#asked.clear();
    this.#behind.clear();
    const isOver = this.#epoch !== null && this.#epoch !== epoch;
    this.#epoch = epoch;
    if (isOver) {
      for (const stream of this.#reached.keys()) if (stream !== 'user') this.#cutOff.add(stream);
      this.#reached.clear();
    }
    const seq = this.#reached.get('user');
    const isLost = isOver || (seq !== undefined && seq > head);
    if (seq === undefined || isLost) this.#reached.set('user', head);
    else if (seq < head) this.#behind.add('user');
    return [...(isLost ? [{ stream: 'user' as const, head }] : []), ...this.compare(topics)];
  }

  /** Takes the heads of topics: those that are new are followed from there on, the others may have something missing. */
  compare(heads: Heads): Loss[] {
    const losses: Loss[] = [];
    for (const [topic, head] of Object.entries(heads)) {
      if (!isTopic(topic)) continue;
      const seq = this.#reached.get(topic);
      if (seq === undefined) this.#reached.set(topic, head);
      // Beyond the head of one node may still be right: nodes hear of new messages at different times.
      else if (seq !== head && !this.#asked.has(topic)) this.#behind.add(topic);
      if (this.#cutOff.delete(topic)) losses.push({ stream: topic, head });
    }
    return losses;
  }

  /**
   * The server tells, once in a heartbeat, how far the person's stream has come. What was asked for a heartbeat ago, and
   * of which nothing has come since, is to be asked for again.
   */
  notice(head: number): void {
    if (!this.#moves) {
      for (const stream of this.#asked) this.#behind.add(stream);
      this.#asked.clear();
    }
    this.#moves = false;
    const seq = this.#reached.get('user');
    if (seq !== undefined && head > seq && !this.#asked.has('user')) this.#behind.add('user');
  }

  /** Moves on by a message; false when it is not the next one: it is known, or others are missing before it. */
  advance(stream: Stream, seq: number): boolean {
    const reached = this.#reached.get(stream);
    if (reached === undefined && stream === 'user') return false;
    if (reached !== undefined && seq <= reached) return false;
    if (reached !== undefined && seq > reached + 1) {
      if (!this.#asked.has(stream)) this.#behind.add(stream);
      return false;
    }
    this.#reached.set(stream, seq);
    this.#moves = true;
    return true;
  }

  /** Goes on after `head`, whatever was missed; false when that was nothing. */
  restart(stream: Stream, epoch: string, head: number): boolean {
    const isLoss = this.#reached.get(stream) !== head || this.#epoch !== epoch;
    this.#epoch = epoch;
    this.#reached.set(stream, head);
    this.#behind.delete(stream);
    return isLoss;
  }

  /** Follows topics of these types no more. */
  forget(types: readonly NotificationType[]): void {
    for (const stream of this.#reached.keys()) {
      if (!types.some((type) => stream.startsWith(`${type}_`))) continue;
      this.#reached.delete(stream);
      this.#behind.delete(stream);
    }
  }

  /** Follows only these topics. */
  keep(topics: Heads): void {
    for (const stream of this.#reached.keys()) {
      if (stream === 'user' || Object.hasOwn(topics, stream)) continue;
      this.#reached.delete(stream);
      this.#behind.delete(stream);
    }
  }

  /** Everything that is missing, to be asked for in one request; from now on its answer is waited for. */
  ask(): Wanted | null {
    if (this.#epoch === null || this.#behind.size === 0) return null;
    const topics: Partial<Record<Topic, number>> = {};
    let user: number | undefined;
    for (const stream of this.#behind) {
      const seq = this.#reached.get(stream) ?? 0;
      if (stream === 'user') user = seq;
      else topics[stream] = seq;
      this.#asked.add(stream);
    }
    this.#behind.clear();
    this.#moves = true;
    return {
      epoch: this.#epoch,
      cursors: {
        ...(user === undefined ? {} : { user }),
        ...(Object.keys(topics).length === 0 ? {} : { topics }),
      },
    };
  }

  /** What was asked for has been answered. */
  answered(): void {
    this.#asked.clear();
  }
}
