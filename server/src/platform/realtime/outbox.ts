import { closeCodes } from '@rolecall/contract';
import type { Clock } from '../clock/index.ts';
import type { Connection } from './connection.ts';
import { type Frame, FrameJoiner } from './frames.ts';
import type { HubLimits } from './limits.ts';
import type { HubMetrics } from './metrics.ts';
import type { Timers } from './timers.ts';

interface Dependencies {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly limits: HubLimits;
  readonly metrics: HubMetrics;
  /** What waited for a connection that lagged, or that wanted room, has left. */
  readonly onRoom: (connection: Connection) => void;
  readonly close: (connection: Connection, code: number, reason: string) => void;
}

/**
 * Writes to sockets. What one turn of the event loop has for a socket leaves in one write, because calls to write
 * cost far more than bytes. When there is much to write, the event loop gets its turn in between; what comes meanwhile
 * leaves with the same write for all sockets that have not been written to yet. A socket that the client does not read
 * is found out here.
 */
export class Outbox {
  readonly #dependencies: Dependencies;
  readonly #joiner = new FrameJoiner();
  readonly #lagging = new Set<Connection>();
  /** From `#next` on they have something to be written. */
  #waiting: Connection[] = [];
  #next = 0;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  /** Sends a frame with the next write. */
  send(connection: Connection, frame: Frame): void {
    if (connection.state === 'closed') return;
    if (connection.pending.length === 0) {
      this.#waiting.push(connection);
      if (this.#waiting.length === 1) this.#dependencies.timers.soon(() => this.flush());
    }
    connection.pending.push(frame);
    connection.pendingBytes += frame.bytesFor(connection.transport.wire).length;
  }

  /** Writes what waits, up to the bound of a turn. */
  flush(): void {
    const { clock, limits, metrics, timers } = this.#dependencies;
    const now = clock.now().getTime();
    const end = Math.min(this.#waiting.length, this.#next + limits.writesPerTurn);
    const written = { messages: 0, bytes: 0 };
    try {
      while (this.#next < end) {
        const connection = this.#waiting[this.#next];
        this.#next += 1;
        if (connection !== undefined && connection.pending.length > 0) this.#write(connection, now, written);
      }
    } finally {
      this.#joiner.clear();
      if (written.messages > 0) metrics.sent(written.messages, written.bytes);
      // Under steady load the end may never be reached, so what is done with is let go of on the way.
      if (this.#next * 2 > this.#waiting.length) {
        this.#waiting = this.#waiting.slice(this.#next);
        this.#next = 0;
      }
      if (this.#waiting.length > 0) timers.soon(() => this.flush());
    }
  }

  #write(connection: Connection, now: number, written: { messages: number; bytes: number }): void {
    const frames = connection.pending;
    connection.pending = [];
    connection.pendingBytes = 0;
    const joined = this.#joiner.join(frames, connection.transport.wire);
    connection.transport.write(joined);
    written.messages += frames.length;
    written.bytes += joined.length;
    for (const frame of frames) {
      if (frame.written) continue;
      frame.written = true;
      if (frame.committedAt !== undefined) {
        this.#dependencies.metrics.delivered(Math.max(0, now - frame.committedAt) / 1000);
      }
    }
    this.#check(connection, now);
  }

  /** Writes at once what waits for a connection that is about to be closed. */
  flushOne(connection: Connection): void {
    if (connection.pending.length === 0) return;
    connection.transport.write(this.#joiner.join(connection.pending, connection.transport.wire));
    this.forget(connection);
  }

  /** Lets go of a connection that has ended. */
  forget(connection: Connection): void {
    connection.pending = [];
    connection.pendingBytes = 0;
    this.#endLag(connection);
  }

  /** Closes the connections that have lagged for too long. */
  closeStuck(): void {
    const { clock, limits, close } = this.#dependencies;
    const since = clock.now().getTime() - limits.laggingMs;
    for (const connection of this.#lagging) {
      if (connection.laggingSince <= since) close(connection, closeCodes.overLimit, 'too far behind');
    }
  }

  /** @returns false: the connection did not lag */
  #endLag(connection: Connection): boolean {
    const lagged = this.#lagging.delete(connection);
    if (lagged) this.#dependencies.metrics.lagEnded(this.#lagging.size);
    return lagged;
  }

  #check(connection: Connection, now: number): void {
    const { limits, metrics, close, onRoom } = this.#dependencies;
    const buffered = connection.transport.bufferedBytes;
    if (connection.state === 'closed') return;
    if (buffered < limits.laggingBytes) {
      if (!connection.wantsRoom || connection.state === 'lagging') return;
      connection.wantsRoom = false;
      onRoom(connection);
      return;
    }
    if (buffered >= limits.stuckBytes) {
      close(connection, closeCodes.overLimit, 'too far behind');
      return;
    }
    if (connection.state === 'lagging') return;
    connection.state = 'lagging';
    connection.laggingSince = now;
    this.#lagging.add(connection);
    metrics.lagging(this.#lagging.size);
    // A client that does not read may not make us answer either.
    connection.transport.pause();
    connection.transport.onceDrained(() => {
      if (!this.#endLag(connection)) return;
      connection.transport.resume();
      connection.wantsRoom = false;
      onRoom(connection);
    });
  }
}
