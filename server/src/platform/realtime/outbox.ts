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
  /** The system has taken everything that waited for a connection that lagged. */
  readonly onDrained: (connection: Connection) => void;
  readonly close: (connection: Connection, code: number, reason: string) => void;
}

/**
 * Writes to sockets. What one turn of the event loop has for a socket leaves in one write, because calls to write
 * cost far more than bytes. A socket that the client does not read is found out here.
 */
export class Outbox {
  readonly #dependencies: Dependencies;
  readonly #joiner = new FrameJoiner();
  readonly #lagging = new Set<Connection>();
  #waiting: Connection[] = [];

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
    connection.pendingBytes += frame.bytes.length;
  }

  /** Writes what waits. */
  flush(): void {
    const { clock, metrics } = this.#dependencies;
    const waiting = this.#waiting;
    this.#waiting = [];
    const now = clock.now().getTime();
    let messages = 0;
    let bytes = 0;
    for (const connection of waiting) {
      const frames = connection.pending;
      if (frames.length === 0) continue;
      connection.pending = [];
      connection.pendingBytes = 0;
      const joined = this.#joiner.join(frames);
      connection.transport.write(joined);
      messages += frames.length;
      bytes += joined.length;
      for (const frame of frames) {
        if (frame.written) continue;
        frame.written = true;
        if (frame.committedAt !== undefined) metrics.delivered(Math.max(0, now - frame.committedAt) / 1000);
      }
      this.#check(connection, now);
    }
    this.#joiner.clear();
    if (messages > 0) metrics.sent(messages, bytes);
  }

  /** Writes at once what waits for a connection that is about to be closed. */
  flushOne(connection: Connection): void {
    if (connection.pending.length === 0) return;
    connection.transport.write(this.#joiner.join(connection.pending));
    this.forget(connection);
  }

  /** Lets go of a connection that has ended. */
  forget(connection: Connection): void {
    connection.pending = [];
    connection.pendingBytes = 0;
    this.#lagging.delete(connection);
  }

  /** Closes the connections that have lagged for too long. */
  closeStuck(): void {
    const { clock, limits, close } = this.#dependencies;
    const since = clock.now().getTime() - limits.laggingMs;
    for (const connection of this.#lagging) {
      if (connection.laggingSince <= since) close(connection, closeCodes.overLimit, 'too far behind');
    }
  }

  #check(connection: Connection, now: number): void {
    const { limits, metrics, close, onDrained } = this.#dependencies;
    const buffered = connection.transport.bufferedBytes;
    if (buffered < limits.laggingBytes || connection.state === 'closed') return;
    if (buffered >= limits.stuckBytes) {
      close(connection, closeCodes.overLimit, 'too far behind');
      return;
    }
    if (connection.state === 'lagging') return;
    connection.state = 'lagging';
    connection.laggingSince = now;
    this.#lagging.add(connection);
    metrics.lagging();
    // A client that does not read may not make us answer either.
    connection.transport.pause();
    connection.transport.onceDrained(() => {
      if (!this.#lagging.delete(connection)) return;
      connection.transport.resume();
      onDrained(connection);
    });
  }
}
