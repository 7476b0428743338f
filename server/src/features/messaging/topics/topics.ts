import type { ServerMessage, ServerMessageOf, Topic } from '@rolecall/contract';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import {
  appendMessages,
  deleteMessages,
  findHeads,
  findKnownKeys,
  findMessages,
  lockStreams,
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

/** A message that has its place in the stream of its topic, as it is sent. */
interface PlacedMessage {
  readonly topic: Topic;
  readonly seq: number;
  readonly text: string;
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
      const texts = messages.map(({ text }) => text);
      database.afterCommit(() => push.topicGrew(topic, first.seq, texts));
    }
  }

  /** For each message whether its topic is to get it; of those with the same key that is the first one. */
  async function chooseNew(tx: Tx, messages: readonly TopicMessage[]): Promise<readonly boolean[]> {
    const keys = keysOf(messages);
    if (keys.length === 0) return messages.map(() => true);
    await lockStreams(tx, [...new Set(messages.map(({ topic }) => topic))]);
    // Asked after the lock, so that whoever held it before has been seen.
    const known = await findKnownKeys(tx, keys);
    const taken = new Set(known.map(({ topic, dedupe_key }) => `${topic} ${dedupe_key}`));
    return messages.map(({ topic, dedupeKey }) => {
      if (dedupeKey === undefined) return true;
      const key = `${topic} ${dedupeKey}`;
      const isNew = !taken.has(key);
      taken.add(key);
      return isNew;
    });
  }

  return {
    async publish(tx, messages) {
      const isNew = await chooseNew(tx, messages);
      const now = clock.now();
      // The database finds the place; what stands around it in the text is the same whatever it is.
      const closing = `,"timestamp":${JSON.stringify(now)}}`;
      const added = messages
        .filter((_, index) => isNew[index])
        .map(({ topic, content, dedupeKey }) => ({
          topic,
          opening: `${JSON.stringify({ ...content, topic }).slice(0, -1)},"seq":`,
          dedupe_key: dedupeKey ?? null,
        }));
      if (added.length === 0) return messages.map(() => null);
      const seqs = await appendMessages(tx, added, closing, now);
      const placed = added.map(({ topic, opening }, index) => {
        const seq = seqs[index] ?? 0;
        return { topic, seq, text: `${opening}${seq}${closing}` };
      });
      announce(placed);
      const places = seqs.values();
      return isNew.map((wasAdded) => (wasAdded ? (places.next().value ?? null) : null));
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
