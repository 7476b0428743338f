import type { Clock } from '../clock/index.ts';
import type { Logger } from '../observability/index.ts';
import type { Connection } from './connection.ts';
import type { Epoch } from './epoch.ts';
import { type Frame, frameTexts } from './frames.ts';
import type { HubLimits } from './limits.ts';
import type { HubMetrics } from './metrics.ts';
import { Pace } from './pace.ts';
import type { EntryEncoder, StreamEntry, StreamReader } from './streams.ts';
import type { Timers } from './timers.ts';

interface Dependencies<Entry extends StreamEntry> {
  readonly reader: StreamReader<Entry>;
  readonly encode: EntryEncoder<Entry>;
  readonly epoch: Epoch;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly logger: Logger;
  readonly limits: HubLimits;
  readonly metrics: HubMetrics;
  readonly send: (connection: Connection, frame: Frame) => void;
  /** Everything up to the person's head has been sent. */
  readonly onComplete: (connection: Connection) => void;
  /** The stream has a hole behind the connection's cursor. */
  readonly onGap: (connection: Connection) => void;
}

/** Of a query that serves many, each gets at least so many. */
const fewestEntries = 10;

/** Makes the frames of an entry once for all connections of a person. */
type FramesOf<Entry extends StreamEntry> = (entry: Entry, connection: Connection) => readonly Frame[];

/**
 * Sends connections what they miss, from the database. All that asked within one turn of the event loop share a
 * query, and there is one query at a time: a storm of reconnects becomes few large reads.
 */
export class CatchUp<Entry extends StreamEntry> {
  readonly #dependencies: Dependencies<Entry>;
  readonly #waiting = new Set<Connection>();
  readonly #pace: Pace;
  #running = false;

  constructor(dependencies: Dependencies<Entry>) {
    this.#dependencies = dependencies;
    this.#pace = new Pace(dependencies.clock, dependencies.timers, dependencies.limits.catchUpGapMs);
  }

  /** Puts the connection in the line. Until it is served it is sent nothing live. */
  request(connection: Connection): void {
    connection.state = 'catching_up';
    this.#waiting.add(connection);
    if (this.#running) return;
    this.#running = true;
    this.#dependencies.timers.soon(() => void this.#run());
  }

  forget(connection: Connection): void {
    this.#waiting.delete(connection);
  }

  async #run(): Promise<void> {
    const { reader, logger, limits, metrics } = this.#dependencies;
    while (this.#waiting.size > 0) {
      const isHurried = this.#waiting.values().some(({ isMidway }) => isMidway);
      await this.#pace.wait(isHurried || this.#waiting.size >= limits.catchUpBatch);
      const batch = [...this.#waiting.values().take(limits.catchUpBatch)];
      for (const connection of batch) this.#waiting.delete(connection);
      // Who lags meanwhile asks again when it has drained.
      const served = batch.filter(({ state }) => state === 'catching_up');
      if (served.length === 0) continue;
      const cursors = new Map<string, { userId: string; afterSeq: number; head: number }>();
      for (const { userId, cursor, person } of served) {
        const afterSeq = Math.min(cursor, cursors.get(userId)?.afterSeq ?? cursor);
        cursors.set(userId, { userId, afterSeq, head: person.head });
      }
      const share = Math.max(fewestEntries, Math.floor(limits.catchUpRows / cursors.size));
      const limit = Math.min(limits.catchUpEntries, share);
      try {
        const streams = await reader.readStreams(
          [...cursors.values().map(({ userId, afterSeq }) => ({ userId, afterSeq }))],
          limit,
        );
        const encoded = this.#framesOf();
        for (const connection of served) {
          const known = cursors.get(connection.userId);
          const entries = streams.get(connection.userId) ?? [];
          this.#serve(connection, { entries, limit, headBefore: known?.head ?? 0 }, encoded);
        }
        metrics.caughtUp(
          served.length,
          streams.values().reduce((sum, entries) => sum + entries.length, 0),
        );
        // Lets what was read leave before more is read.
        await new Promise<void>((resolve) => this.#dependencies.timers.soon(resolve));
      } catch (error) {
        // They stay as they are; the next comparison of heads brings them back here.
        logger.error({ err: error }, 'streams could not be read to catch up');
      }
    }
    this.#running = false;
  }

  #serve(
    connection: Connection,
    read: { readonly entries: readonly Entry[]; readonly limit: number; readonly headBefore: number },
    framesOf: FramesOf<Entry>,
  ): void {
    const { limits, send, onComplete, onGap } = this.#dependencies;
    const { entries, limit, headBefore } = read;
    // It may have ended, lagged, or asked again from elsewhere while the query ran.
    if (connection.state !== 'catching_up' || this.#waiting.has(connection)) return;
    for (const entry of entries) {
      if (entry.seq <= connection.cursor) continue;
      if (entry.seq !== connection.cursor + 1) {
        onGap(connection);
        return;
      }
      if (connection.waitingBytes >= limits.laggingBytes) {
        connection.wantsRoom = true;
        connection.isMidway = true;
        return;
      }
      for (const frame of framesOf(entry, connection)) send(connection, frame);
      connection.cursor = entry.seq;
    }
    const readToTheEnd = entries.length < limit;
    if (readToTheEnd && connection.cursor < headBefore) {
      onGap(connection);
      return;
    }
    connection.person.head = Math.max(connection.person.head, connection.cursor);
    if (readToTheEnd && connection.cursor >= connection.person.head) {
      connection.isMidway = false;
      onComplete(connection);
      return;
    }
    connection.isMidway = true;
    this.request(connection);
  }

  #framesOf(): FramesOf<Entry> {
    const timestamp = this.#dependencies.clock.now().toISOString();
    const made = new Map<Entry, readonly Frame[]>();
    return (entry, { person: { news }, resuming }) => {
      const known = made.get(entry);
      if (known !== undefined) return known;
      const isNews = !resuming && entry.seq > news.afterSeq;
      const texts = this.#dependencies.encode(entry, timestamp);
      const eventId = this.#dependencies.epoch.eventId(entry.seq);
      const frames = frameTexts(texts, { eventId, committedAt: isNews ? news.committedAt : undefined });
      made.set(entry, frames);
      return frames;
    };
  }
}
