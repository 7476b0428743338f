import { type Frame, frameText } from './frames.ts';
import type { TopicHint } from './hints.ts';
import type { TopicReplay } from './topic-replay.ts';
import type { TopicDependencies, TopicStream } from './topic-stream.ts';

/** Sends what is new in a topic to all who are current in it. */
export class TopicDelivery {
  readonly #dependencies: TopicDependencies;
  readonly #replay: TopicReplay;

  constructor(dependencies: TopicDependencies, replay: TopicReplay) {
    this.#dependencies = dependencies;
    this.#replay = replay;
  }

  /** The live rule: what follows the head is sent, what is behind it dropped, what is beyond read first. */
  take(stream: TopicStream, hint: TopicHint, messages: readonly string[]): void {
    stream.heard = Math.max(stream.heard, hint.first + messages.length - 1);
    if (stream.isOpen && !stream.filling) {
      for (const [index, message] of messages.entries()) {
        if (hint.first + index === stream.head + 1)
          this.#deliver(stream, frameText(message, { committedAt: hint.at }));
      }
    }
    this.fill(stream);
  }

  /** Reads what the hints have left out for those who are current. */
  fill(stream: TopicStream): void {
    if (!stream.isOpen || stream.filling || stream.heard <= stream.head) return;
    stream.filling = true;
    void this.#run(stream);
  }

  /** Sends the next message to all who are current. Who cannot take it now falls behind and reads it later. */
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

  async #run(stream: TopicStream): Promise<void> {
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
    this.#replay.replay(stream);
  }
}
