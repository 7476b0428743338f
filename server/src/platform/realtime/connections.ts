import { closeCodes } from '@rolecall/contract';
import type { Clock } from '../clock/index.ts';
import type { Connection } from './connection.ts';
import type { HubMetrics } from './metrics.ts';
import type { Timers } from './timers.ts';

/** How many connections a person has to this node. */
export interface Presence {
  readonly userId: string;
  readonly role: string;
  readonly connections: number;
}

interface Dependencies {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly metrics: HubMetrics;
  /** Writes at once what waits for a connection. */
  readonly flush: (connection: Connection) => void;
  /** Lets go of a connection that has ended. */
  readonly forget: (connection: Connection) => void;
  readonly onPresence: ((person: Presence) => void) | undefined;
}

/** Time between two portions of a drain, in milliseconds. */
const drainStep = 50;

/** The connections of this node, and how they end. */
export class Connections {
  readonly #dependencies: Dependencies;
  readonly #all = new Set<Connection>();
  /** By what vouches for them. */
  readonly #byGrant = new Map<string, Set<Connection>>();
  #whenEmpty: (() => void) | undefined;

  constructor(dependencies: Dependencies) {
    this.#dependencies = dependencies;
  }

  get size(): number {
    return this.#all.size;
  }

  add(connection: Connection): void {
    connection.person.connections.add(connection);
    this.#all.add(connection);
    this.#noteGrant(connection);
    this.#dependencies.metrics.connected(connection.role);
    this.#tellPresence(connection);
  }

  /** Its socket has closed. */
  release(connection: Connection): void {
    const { clock, metrics, forget } = this.#dependencies;
    if (!this.#all.delete(connection)) return;
    connection.state = 'closed';
    this.#forgetGrant(connection);
    forget(connection);
    metrics.disconnected(connection.role, (clock.now().getTime() - connection.openedAt) / 1000);
    this.#tellPresence(connection);
    if (this.#all.size === 0) this.#whenEmpty?.();
  }

  close(connection: Connection, code: number, reason: string): void {
    const { metrics, flush } = this.#dependencies;
    if (connection.hasEnded()) return;
    metrics.closed(code);
    flush(connection);
    this.release(connection);
    connection.transport.close(code, reason);
  }

  /** Closes whatever was opened by a session or an API key. */
  closeGrant(grantId: string, code: number, reason: string): void {
    for (const connection of [...(this.#byGrant.get(grantId) ?? [])]) this.close(connection, code, reason);
  }

  terminate(connection: Connection): void {
    this.release(connection);
    connection.transport.terminate();
  }

  terminateAll(): void {
    for (const connection of this.#all) this.terminate(connection);
  }

  /** Closes all, spread over so many milliseconds. Resolves when they are gone. */
  async drain(spreadMs: number): Promise<void> {
    if (this.#all.size === 0) return;
    const { promise: empty, resolve } = Promise.withResolvers<void>();
    this.#whenEmpty = resolve;
    const waiting = [...this.#all];
    const portion = Math.ceil((waiting.length * drainStep) / Math.max(spreadMs, drainStep));
    const closeSome = () => {
      for (const connection of waiting.splice(0, portion))
        this.close(connection, closeCodes.restarting, 'restarting');
    };
    closeSome();
    const stopClosing = this.#dependencies.timers.every(drainStep, closeSome);
    await empty;
    stopClosing();
  }

  #noteGrant(connection: Connection): void {
    if (connection.grantId === null) return;
    const known = this.#byGrant.get(connection.grantId);
    if (known === undefined) this.#byGrant.set(connection.grantId, new Set([connection]));
    else known.add(connection);
  }

  #forgetGrant(connection: Connection): void {
    if (connection.grantId === null) return;
    const known = this.#byGrant.get(connection.grantId);
    known?.delete(connection);
    if (known?.size === 0) this.#byGrant.delete(connection.grantId);
  }

  #tellPresence({ userId, role, person }: Connection): void {
    this.#dependencies.onPresence?.({ userId, role, connections: person.connections.size });
  }
}
