import type { ServerMessage, ServerMessageOf, Topic } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import {
  deleteMessages,
  findHeads,
  findKnownKeys,
  findMessages,
  lockStreams,
  type PlacedMessage,
  writeMessages,
} from './topics.store.ts';

type WithoutPlace<Message extends ServerMessage> = Omit<Message, 'topic' | 'seq' | 'timestamp'>;

/** What a topic can be told; place and time are added when it is written. */
export type TopicContent =
  | WithoutPlace<ServerMessageOf<'job_posted'>>
  | WithoutPlace<ServerMessageOf<'event'>>;

export interface TopicMessage {
  readonly topic: Topic;
  readonly content: TopicContent;
  /** A topic gets at most one message with a given key, however often it is asked for. */
  readonly dedupeKey?: string | undefined;
}

/** Hears of what was committed. A hint: sockets find what was not told by comparing heads. */
export interface TopicPush {
  /** @param messages as they are sent; the first one has the seq `first`, the others follow without a gap */
  topicGrew(topic: Topic, first: number, messages: readonly string[]): void;
}

/**
 * Live messages for many at once. Each topic is a stream like that of a person: its seq is dense (1, 2, 3 …) and in the
 * order of commits, so that who was away for a short while gets what was missed. Messages are kept for a day.
 */
export interface Topics {
  /**
   * Writes messages in this transaction, which holds their topics until it ends: keep it short, and lock no inbox
   * after it.
   * @returns the seq of each; null: the topic has one with its key
   */
  publish(tx: Tx, messages: readonly TopicMessage[]): Promise<readonly (number | null)[]>;
  /** The seq of the newest message; a topic that never had one is left out. */
  heads(tx: Tx, topics: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What comes after a seq, the oldest first; it starts later where older messages have been deleted. */
  read(
    tx: Tx,
    topic: string,
    afterSeq: number,
    limit: number,
  ): Promise<readonly { readonly seq: number; readonly text: string }[]>;
  /** Deletes what is older than a day. @returns how many */
  prune(tx: Tx): Promise<number>;
}

const keptForMs = 24 * 3_600_000;

export function createTopics(dependencies: {
  readonly database: Database;
  readonly clock: Clock;
  readonly push: TopicPush;
}): Topics {
  const { database, clock, push } = dependencies;

  function announce(placed: readonly PlacedMessage[]): void {
    for (const [topic, messages] of Map.groupBy(placed, (message) => message.topic)) {
      const [first] = messages;
      if (first === undefined) continue;
      const texts = messages.map(({ message }) => message);
      database.afterCommit(() => push.topicGrew(topic, first.seq, texts));
    }
  }

  return {
    async publish(tx, messages) {
      if (messages.length === 0) return [];
      const now = clock.now();
      const heads = new Map(await lockStreams(tx, [...new Set(messages.map(({ topic }) => topic))]));
      // Asked after the lock, so that whoever held it before has been seen.
      const known = await findKnownKeys(tx, keysOf(messages));
      const taken = new Set(known.map(({ topic, dedupe_key }) => `${topic} ${dedupe_key}`));
      const placed: PlacedMessage[] = [];
      const seqs = messages.map(({ topic, content, dedupeKey }) => {
        const key = `${topic} ${dedupeKey}`;
        if (dedupeKey !== undefined && taken.has(key)) return null;
        taken.add(key);
        const seq = (heads.get(topic) ?? 0) + 1;
        heads.set(topic, seq);
        const message = JSON.stringify({ ...content, topic, seq, timestamp: now.toISOString() });
        placed.push({ topic, seq, message, dedupe_key: dedupeKey ?? null });
        return seq;
      });
      if (placed.length > 0) await writeMessages(tx, placed, now);
      announce(placed);
      return seqs;
    },

    heads: async (tx, topics) => new Map((await findHeads(tx, topics)).map(({ name, head }) => [name, head])),

    read: async (tx, topic, afterSeq, limit) =>
      (await findMessages(tx, topic, afterSeq, limit)).map(({ seq, message }) => ({ seq, text: message })),

    prune: (tx) => deleteMessages(tx, new Date(clock.now().getTime() - keptForMs)),
  };
}

function keysOf(messages: readonly TopicMessage[]): { topic: Topic; key: string }[] {
  return messages.flatMap(({ topic, dedupeKey }) =>
    dedupeKey === undefined ? [] : { topic, key: dedupeKey },
  );
}
