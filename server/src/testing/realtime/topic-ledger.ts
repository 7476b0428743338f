import type { TopicEntry, TopicReader } from '../../platform/realtime/index.ts';

/** Topics in memory: what is written here is committed. */
export class TopicLedger implements TopicReader {
  readonly #topics = new Map<string, { head: number; first: number }>();
  readonly #pause: () => Promise<void>;
  /** Queries fail while this is set. */
  failing = false;
  readonly queries = { heads: 0, reads: 0 };
  /** Answers of queries that have looked already come when this is resolved. */
  answersAfter: Promise<void> | undefined;

  /** @param pause runs before and after a query looks at the topics */
  constructor(pause: () => Promise<void> = async () => {}) {
    this.#pause = pause;
  }

  /** @returns the seq of the first one that was written, and all of them as they are sent */
  write(name: string, count = 1): { first: number; texts: string[] } {
    const topic = this.#topic(name);
    const first = topic.head + 1;
    topic.head += count;
    return { first, texts: Array.from({ length: count }, (_, index) => textOf(name, first + index)) };
  }

  /** Deletes the oldest messages, up to this seq. */
  prune(name: string, upTo: number): void {
    this.#topic(name).first = upTo + 1;
  }

  head(name: string): number {
    return this.#topic(name).head;
  }

  async heads(names: readonly string[]) {
    this.queries.heads += 1;
    return this.#query(() => new Map(names.map((name) => [name, this.#topic(name).head])));
  }

  async read(name: string, afterSeq: number, limit: number): Promise<readonly TopicEntry[]> {
    this.queries.reads += 1;
    return this.#query(() => {
      const { head, first } = this.#topic(name);
      const start = Math.max(afterSeq + 1, first);
      const length = Math.max(0, Math.min(limit, head - start + 1));
      return Array.from({ length }, (_, index) => ({
        seq: start + index,
        text: textOf(name, start + index),
      }));
    });
  }

  async #query<Result>(look: () => Result): Promise<Result> {
    await this.#pause();
    if (this.failing) throw new Error('the database is away');
    const result = look();
    await this.answersAfter;
    await this.#pause();
    return result;
  }

  #topic(name: string) {
    const known = this.#topics.get(name);
    if (known !== undefined) return known;
    const topic = { head: 0, first: 1 };
    this.#topics.set(name, topic);
    return topic;
  }
}

function textOf(topic: string, seq: number): string {
  const timestamp = '2026-09-01T12:00:00.000Z';
  return JSON.stringify({ type: 'event', topic, seq, name: 'test', data: {}, timestamp });
}
