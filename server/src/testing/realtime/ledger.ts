import type { StreamReader } from '../../platform/realtime/index.ts';

/** An entry as small as it can be, which still tells whose it is. */
export interface LedgerEntry {
  readonly seq: number;
  readonly owner: string;
}

/** Streams in memory: what is written here is committed, and what is not here was never sent. */
export class Ledger implements StreamReader<LedgerEntry> {
  readonly #streams = new Map<string, { head: number; first: number; unread: number }>();
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
    return Array.from({ length: count }, (_, index) => ({ seq: first + index, owner }));
  }

  /** Deletes the oldest entries, up to this seq. */
  prune(owner: string, upTo: number): void {
    this.#stream(owner).first = upTo + 1;
  }

  markAllRead(owner: string): void {
    this.#stream(owner).unread = 0;
  }

  head(owner: string): number {
    return this.#stream(owner).head;
  }

  unread(owner: string): number {
    return this.#stream(owner).unread;
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
        const { head, first } = this.#stream(userId);
        const start = Math.max(afterSeq + 1, first);
        const length = Math.max(0, Math.min(limit, head - start + 1));
        streams.set(
          userId,
          Array.from({ length }, (_, index) => ({ seq: start + index, owner: userId })),
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
    const stream = { head: 0, first: 1, unread: 0 };
    this.#streams.set(owner, stream);
    return stream;
  }
}

/** Writes an entry as one message. */
export function encodeEntry({ seq, owner }: LedgerEntry): readonly string[] {
  return [JSON.stringify({ type: 'notification', seq, owner })];
}
