import { closeCodes } from '@rolecall/contract';
import type { Clock } from '../clock/index.ts';
import type { Connection } from './connection.ts';
import type { HubLimits } from './limits.ts';

interface Dependencies {
  readonly clock: Clock;
  readonly limits: HubLimits;
  readonly close: (connection: Connection, code: number, reason: string) => void;
  readonly terminate: (connection: Connection) => void;
}

/**
 * Looks at every connection when it is due: pings it, ends it when the last ping got no answer (the other side may be
 * gone without a word), and closes it when its token has run out. One timer drives this wheel of seconds.
 */
export class Heartbeat {
  readonly #dependencies: Dependencies;
  readonly #wheel = new Map<number, Set<Connection>>();
  #second: number;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
    this.#second = secondOf(dependencies.clock.now().getTime());
  }

  add(connection: Connection): void {
    const { clock, limits } = this.#dependencies;
    connection.nextPingAt = clock.now().getTime() + limits.heartbeatMs;
    this.#place(connection);
  }

  remove(connection: Connection): void {
    const slot = this.#wheel.get(connection.visitSecond);
    if (slot?.delete(connection) && slot.size === 0) this.#wheel.delete(connection.visitSecond);
  }

  /** To be called about once a second; seconds that were missed are made up for. */
  tick(): void {
    const now = this.#dependencies.clock.now().getTime();
    const current = Math.floor(now / 1000);
    for (; this.#second <= current; this.#second += 1) {
      const due = this.#wheel.get(this.#second);
      this.#wheel.delete(this.#second);
      for (const connection of due ?? []) this.#visit(connection, now);
    }
  }

  #visit(connection: Connection, now: number): void {
    const { limits, close, terminate } = this.#dependencies;
    if (connection.state === 'closed') return;
    if (now >= connection.expiresAt + limits.expiryGraceMs) {
      close(connection, closeCodes.tokenExpired, 'token expired');
      return;
    }
    if (now >= connection.nextPingAt) {
      // What a lagging client sends is not read; how long it may lag has a limit of its own.
      if (!connection.heard && connection.state !== 'lagging') {
        terminate(connection);
        return;
      }
      connection.heard = false;
      connection.nextPingAt = now + limits.heartbeatMs;
      connection.transport.ping();
    }
    this.#place(connection);
  }

  #place(connection: Connection): void {
    const { limits } = this.#dependencies;
    const due = Math.min(connection.nextPingAt, connection.expiresAt + limits.expiryGraceMs);
    const second = Math.max(secondOf(due), this.#second + 1);
    connection.visitSecond = second;
    const slot = this.#wheel.get(second);
    if (slot === undefined) this.#wheel.set(second, new Set([connection]));
    else slot.add(connection);
  }
}

/** The first full second that is not before this instant. */
function secondOf(milliseconds: number): number {
  return Math.ceil(milliseconds / 1000);
}
