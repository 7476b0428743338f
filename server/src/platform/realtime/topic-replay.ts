import type { Connection } from './connection.ts';
import { type Frame, frameText } from './frames.ts';
import type { TopicEntry } from './streams.ts';
import type { Behind, TopicDependencies, TopicStream } from './topic-stream.ts';

/** Brings those who are behind in a topic to its head, from the database. */
export class TopicReplay {
  readonly #dependencies: TopicDependencies;

  constructor(dependencies: TopicDependencies) {
    this.#dependencies = dependencies;
  }

  /** Reads for those behind what they miss: all that stand within the same stretch share a query. */
  replay(stream: TopicStream): void {
    if (stream.replaying) return;
    this.#settle(stream);
    if (this.#firstCursor(stream) === undefined) return;
    stream.replaying = true;
    void this.#run(stream);
  }

  async #run(stream: TopicStream): Promise<void> {
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
