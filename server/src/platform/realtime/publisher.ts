import type { Bus } from '../bus/index.ts';
import type { Clock } from '../clock/index.ts';
import { personChannel, topicChannel, writeHint, writeTopicHint } from './hints.ts';
import type { EntryEncoder, StreamEntry, StreamNumbers } from './streams.ts';

/** Tells the sockets of all nodes what has been committed. Any process may have one; it needs no sockets itself. */
export interface RealtimePublisher<Entry extends StreamEntry> {
  /**
   * The person's stream has grown.
   *
   * @param growth.entries dense and ending at `head`; without them, nodes with a socket of the person read them
   * @param growth.numbers left out, those nodes read them
   * @param growth.committedAt left out, right now
   */
  streamGrew(
    userId: string,
    growth: {
      readonly head: number;
      readonly entries?: readonly Entry[];
      readonly numbers?: StreamNumbers;
      readonly committedAt?: Date;
    },
  ): void;
  /** The person has changed something in what the stream holds. */
  readStatesChanged(userId: string): void;
  /** Sends a message to the person's open sockets that is not part of the stream. Who is away never gets it. */
  publishToUser(userId: string, message: object): void;
  /**
   * The stream of a topic has grown.
   *
   * @param messages as they are sent; the first one has the seq `first`, the others follow without a gap
   */
  topicGrew(topic: string, first: number, messages: readonly string[]): void;
}

/** Messages of one hint beyond which it only names the head, in UTF-16 code units. */
const maximumHintLength = 65_536;

export function createPublisher<Entry extends StreamEntry>(dependencies: {
  readonly bus: Bus;
  readonly clock: Clock;
  readonly encode: EntryEncoder<Entry>;
}): RealtimePublisher<Entry> {
  const { bus, clock, encode } = dependencies;

  return {
    streamGrew(userId, { head, entries = [], numbers, committedAt }) {
      const now = clock.now();
      const encoded = entries.map((entry) => encode(entry, now.toISOString()));
      const messages = encoded.flat();
      const fits = messages.reduce((length, message) => length + message.length, 0) <= maximumHintLength;
      const hint = {
        about: 'stream' as const,
        head,
        first: fits ? (entries[0]?.seq ?? 0) : 0,
        counts: fits ? encoded.map(({ length }) => length) : [],
        at: (committedAt ?? now).getTime(),
        ...(numbers === undefined ? {} : { numbers }),
      };
      bus.publish(personChannel(userId), writeHint(hint, fits ? messages : []));
    },
    readStatesChanged: (userId) => bus.publish(personChannel(userId), writeHint({ about: 'read_states' })),
    publishToUser: (userId, message) =>
      bus.publish(
        personChannel(userId),
        writeHint({ about: 'message', at: clock.now().getTime() }, [JSON.stringify(message)]),
      ),
    topicGrew(topic, first, messages) {
      const hint = { first, at: clock.now().getTime() };
      for (const portion of portions(messages)) {
        bus.publish(
          topicChannel(topic),
          writeTopicHint({ ...hint, first: first + portion.start }, portion.messages),
        );
      }
    },
  };
}

/** Cuts messages so that a hint does not grow without bound; one long message still goes alone. */
function portions(messages: readonly string[]): { start: number; messages: string[] }[] {
  const result: { start: number; messages: string[] }[] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const [index, message] of messages.entries()) {
    length += message.length;
    const current = result.at(-1);
    if (current === undefined || length > maximumHintLength) {
      result.push({ start: index, messages: [message] });
      length = message.length;
    } else {
      current.messages.push(message);
    }
  }
  return result;
}
