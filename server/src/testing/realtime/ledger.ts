import type { StreamNumbers, StreamReader } from '../../platform/realtime/index.ts';

/** An entry as small as it can be, which still tells whose it is. */
export interface LedgerEntry {
  readonly seq: number;
  readonly owner: string;
}

interface LedgerStream {
  head: number;
  first: number;
  readonly removed: Set<number>;
  unread: number;
  unseen: number;
  revision: number;
}

/** Streams in memory: what is written here is committed, and what is not here was never sent. */
export class Ledger implements StreamReader<LedgerEntry> {
  readonly #streams = new Map<string, LedgerStream>();
  readonly #pause: () => Promise<void>;
  epochName = 'epoch-1';
  /** Queries fail while this is set. */
  failing = false;
  readonly queries = { heads: 0, streams: 0 };
  /** Answers of queries that have looked already come when this is resolved. */
  answersAfter: Promise<void> | undefined;

  /** @param pause runs before and after a query looks at the streams */
  constructor(pause: () => Promise<void> = async () => {}) {
    this.#pause = pause;
  }

  /** @returns what was written */
  write(owner: string, count = 1): LedgerEntry[] {
    const stream = this.#stream(owner);
    const first = stream.head + 1;
    stream.head += count;
    stream.unread += count;
    stream.unseen += count;
    return Array.from({ length: count }, (_, index) => ({ seq: first + index, owner }));
  }

  /** Deletes the oldest entries, up to this seq. */
  prune(owner: string, upTo: number): void {
    this.#stream(owner).first = upTo + 1;
  }

  /** Deletes one entry, which leaves a hole in the stream. */
  remove(owner: string, seq: number): void {
    this.#stream(owner).removed.add(seq);
  }

  markAllRead(owner: string): void {
    const stream = this.#stream(owner);
    stream.unread = 0;
    stream.unseen = 0;
    stream.revision += 1;
  }

  /** A change that leaves the counts as they are: something read is archived, or something is pinned. */
  pin(owner: string): void {
    this.#stream(owner).revision += 1;
  }

  markAllSeen(owner: string): void {
    this.#stream(owner).unseen = 0;
  }

  head(owner: string): number {
    return this.#stream(owner).head;
  }

  numbers(owner: string): StreamNumbers {
    const { unread, unseen, revision } = this.#stream(owner);
    return { unread, unseen, revision };
  }

  async epoch(): Promise<string> {
    return this.epochName;
  }

  async heads(userIds: readonly string[]) {
    return this.#query('heads', () => {
      return new Map(userIds.map((userId) => [userId, { ...this.#stream(userId) }]));
    });
  }

  async readStreams(cursors: readonly { userId: string; afterSeq: number }[], limit: number) {
    return this.#query('streams', () => {
      const streams = new Map<string, LedgerEntry[]>();
      for (const { userId, afterSeq } of cursors) {
        const { head, first, removed } = this.#stream(userId);
        const start = Math.max(afterSeq + 1, first);
        const present = Array.from({ length: Math.max(0, head - start + 1) }, (_, index) => start + index)
          .filter((seq) => !removed.has(seq))
          .slice(0, limit);
        streams.set(
          userId,
          present.map((seq) => ({ seq, owner: userId })),
        );
      }
      return streams;
    });
  }

  async #query<Result>(kind: 'heads' | 'streams', look: () => Result): Promise<Result> {
    this.queries[kind] += 1;
    await this.#pause();
    if (this.failing) throw new Error('the database is away');
    const result = look();
    await this.answersAfter;
    await this.#pause();
    return result;
  }

  #stream(owner: string) {
    const known = this.#streams.get(owner);
    if (known !== undefined) return known;
    const stream = { head: 0, first: 1, removed: new Set<number>(), unread: 0, unseen: 0, revision: 0 };
    this.#streams.set(owner, stream);
    return stream;
  }
}

/** Writes an entry as one message. */
export function encodeEntry({ seq, owner }: LedgerEntry): readonly string[] {
  return [JSON.stringify({ type: 'notification', seq, owner })];
}
