import type { Connection, ConnectionSource, StatementResult } from '../connection.ts';
import { DatabaseBusyError, DatabaseError, DatabaseUnavailableError } from '../errors.ts';
import { parserOf, toWire, type WireValue } from '../values.ts';
import type { DiskGuard } from './disk-guard.ts';
import type { WireResult } from './protocol.ts';
import type { WorkerClient } from './worker-client.ts';

/** What a source needs of the worker's other end. */
export type EmbeddedClient = Pick<WorkerClient, 'run' | 'close'>;

/** How long a caller waits for the only connection, and how many may wait. */
export interface WaitingLimits {
  readonly timeoutMilliseconds: number;
  readonly waiters: number;
}

interface Waiter {
  grant(): void;
  refuse(error: Error): void;
}

/** Lends the one connection that PGlite has to one caller at a time, in the order of asking. */
export class EmbeddedSource implements ConnectionSource {
  readonly #client: EmbeddedClient;
  readonly #limits: WaitingLimits;
  readonly #afterClose: () => void;
  readonly #waiters = new Set<Waiter>();
  readonly #disk: DiskGuard | undefined;
  #lent = false;
  /** Whether the session refuses to write. */
  #onlyReads = false;
  #closed: Promise<void> | undefined;

  /** @param afterClose runs once the database no longer touches its files */
  constructor(client: EmbeddedClient, limits: WaitingLimits, afterClose: () => void, disk?: DiskGuard) {
    this.#disk = disk;
    this.#client = client;
    this.#limits = limits;
    this.#afterClose = afterClose;
  }

  async acquire(): Promise<Connection> {
    for (;;) {
      await this.#lend();
      if (await this.#suits()) break;
      await this.#disk?.pause();
    }
    return {
      run: (text, parameters) => this.#run(text, parameters),
      release: () => this.#passOn(),
    };
  }

  async #lend(): Promise<void> {
    if (this.#closed) throw new DatabaseUnavailableError('The database is closed');
    if (this.#lent) await this.#wait();
    this.#lent = true;
  }

  /** @returns false when whoever asks would rather wait for room on the disk: then the connection is passed on */
  async #suits(): Promise<boolean> {
    if (this.#disk === undefined) return true;
    let suits = false;
    try {
      suits = await this.#adapt(this.#disk);
    } finally {
      if (!suits) this.#passOn();
    }
    return suits;
  }

  /** Lets the session write or not, as the disk has it. */
  async #adapt(disk: DiskGuard): Promise<boolean> {
    const isLow = (await disk.look())?.isLow === true;
    if (isLow && disk.waits()) return false;
    if (isLow !== this.#onlyReads) {
      await this.#client.run(`set default_transaction_read_only = ${isLow ? 'on' : 'off'}`, []);
      this.#onlyReads = isLow;
    }
    return true;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    for (const waiter of this.#waiters) waiter.refuse(new DatabaseUnavailableError('The database is closed'));
    this.#waiters.clear();
    await this.#client.close();
    this.#afterClose();
  }

  #wait(): Promise<void> {
    const { timeoutMilliseconds, waiters } = this.#limits;
    if (this.#waiters.size >= waiters) {
      throw new DatabaseBusyError(
        `${waiters} callers wait for the embedded database's only connection already`,
      );
    }
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        grant: () => {
          clearTimeout(timer);
          resolve();
        },
        refuse: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(
          new DatabaseBusyError(
            `The embedded database's only connection did not come free within ${timeoutMilliseconds / 1000} s`,
          ),
        );
      }, timeoutMilliseconds);
      this.#waiters.add(waiter);
    });
  }

  /** Hands the connection straight to the next in line: it stays lent, so nobody can slip in between. */
  #passOn(): void {
    const [next] = this.#waiters;
    if (!next) {
      this.#lent = false;
      return;
    }
    this.#waiters.delete(next);
    next.grant();
  }

  async #run(text: string, parameters: readonly unknown[]): Promise<StatementResult> {
    const results = await this.#answer(text, parameters);
    const last = results.at(-1);
    return {
      rows: results.flatMap(readRows),
      command: last?.command ?? '',
      rowCount: last?.rowCount ?? 0,
    };
  }

  async #answer(text: string, parameters: readonly unknown[]): Promise<readonly WireResult[]> {
    try {
      return await this.#client.run(text, parameters.map(toMessage));
    } catch (error) {
      if (!this.#onlyReads || !(error instanceof DatabaseError) || error.code !== readOnly) throw error;
      const space = await this.#disk?.look();
      throw space === undefined ? error : (this.#disk?.failure(space, error) ?? error);
    }
  }
}

/** SQLSTATE of a write in a session that may only read. */
const readOnly = '25006';

/** Posting a view copies all of the memory behind it, which may be far more than the view shows. */
function toMessage(parameter: unknown): WireValue {
  const wire = toWire(parameter);
  return wire instanceof Uint8Array ? new Uint8Array(wire) : wire;
}

function readRows(result: WireResult): Record<string, unknown>[] {
  const columns = result.columns.map(({ name, type }) => ({ name, parse: parserOf(type) }));
  return result.rows.map((values) => {
    const row: Record<string, unknown> = {};
    for (const [index, { name, parse }] of columns.entries()) row[name] = readValue(values[index], parse);
    return row;
  });
}

function readValue(value: WireValue | undefined, parse: (text: string) => unknown): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return parse(value);
  return Buffer.from(value.buffer, value.byteOffset, value.byteLength);
}
