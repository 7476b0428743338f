import { AsyncLocalStorage } from 'node:async_hooks';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Logger } from 'pino';
import { StorageFullError } from '../errors.ts';

/** How much of its disk an embedded database leaves free. */
export interface DiskLimits {
  /** Below so many free bytes nothing is written. */
  readonly reserveBytes: number;
  /** Bytes that this process may still take of the disk of a folder. Unless told, the system is asked. */
  readonly readFree?: (folder: string) => Promise<number>;
  /** How old an answer of the system may be, and how often it is asked while work waits; 500 unless told. */
  readonly refreshMilliseconds?: number;
}

/** What is left of the disk. */
export interface DiskSpace {
  readonly freeBytes: number;
  readonly reserveBytes: number;
  /** Nothing is written until there is room again. */
  readonly isLow: boolean;
}

const mebibyte = 1_048_576;

/**
 * Watches the disk of the data folder, so that the database never meets its end: there it would stop in the middle of
 * what it writes. It does not decide what a write is; that the database does, in a session that may only read.
 */
export class DiskGuard {
  readonly #folder: string;
  readonly #limits: Required<DiskLimits>;
  readonly #logger: Logger;
  readonly #patience = new AsyncLocalStorage<AbortSignal>();
  #latest: { readonly at: number; readonly space: Promise<DiskSpace | undefined> } | undefined;
  #wasLow = false;

  constructor(
    folder: string,
    { reserveBytes, readFree = readFreeBytes, refreshMilliseconds = 500 }: DiskLimits,
    logger: Logger,
  ) {
    this.#folder = resolve(folder);
    this.#limits = { reserveBytes, readFree, refreshMilliseconds };
    this.#logger = logger;
  }

  /** Undefined: the system does not tell. */
  look(): Promise<DiskSpace | undefined> {
    const now = performance.now();
    if (this.#latest === undefined || now - this.#latest.at >= this.#limits.refreshMilliseconds) {
      this.#latest = { at: now, space: this.#ask() };
    }
    return this.#latest.space;
  }

  /** @throws {StorageFullError} when there is no room */
  async demandRoom(): Promise<void> {
    const space = await this.look();
    if (space?.isLow === true) throw this.failure(space);
  }

  /** Work inside waits for room where other work is refused, until the signal is given. */
  patiently<T>(signal: AbortSignal, work: () => T): T {
    return this.#patience.run(signal, work);
  }

  /** Whether this work waits for room rather than being refused. */
  waits(): boolean {
    return this.#patience.getStore()?.aborted === false;
  }

  /** Resolves when it is worth to look again: after a while, or when the work shall not wait any more. */
  pause(): Promise<void> {
    const signal = this.#patience.getStore();
    return new Promise((done) => {
      const finish = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        done();
      };
      const timer = setTimeout(finish, this.#limits.refreshMilliseconds);
      signal?.addEventListener('abort', finish);
    });
  }

  failure({ freeBytes, reserveBytes }: DiskSpace, cause?: unknown): StorageFullError {
    const inMebibytes = (bytes: number) => `${Math.floor(bytes / mebibyte)} MiB`;
    return new StorageFullError(
      `The disk of ${this.#folder} has ${inMebibytes(freeBytes)} left, of which the database leaves ` +
        `${inMebibytes(reserveBytes)} free: make room there, or lower ROLECALL_DISK_RESERVE_MB.`,
      { cause },
    );
  }

  async #ask(): Promise<DiskSpace | undefined> {
    const { readFree, reserveBytes } = this.#limits;
    try {
      const freeBytes = await readFree(this.#folder);
      const space = { freeBytes, reserveBytes, isLow: freeBytes < reserveBytes };
      if (space.isLow !== this.#wasLow) this.#tell(space);
      return space;
    } catch (error) {
      this.#logger.debug({ err: error }, 'the free space of the disk is not known');
      return undefined;
    }
  }

  #tell(space: DiskSpace): void {
    this.#wasLow = space.isLow;
    if (space.isLow) this.#logger.error(`Nothing is written any more. ${this.failure(space).message}`);
    else this.#logger.info('the disk has room again, and what waited goes on');
  }
}

/** Of the disk that the folder is on, or will be when it is made. */
async function readFreeBytes(folder: string): Promise<number> {
  let there = folder;
  while (!existsSync(there) && dirname(there) !== there) there = dirname(there);
  const { bavail, bsize } = await statfs(there);
  return bavail * bsize;
}
