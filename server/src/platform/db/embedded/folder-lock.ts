import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { reasonOf } from '../../errors/index.ts';
import { FolderInUseError, FolderUnusableError } from '../errors.ts';

/**
 * Keeps a data folder to one process. PGlite has no lock of its own, and two processes on one folder lose rows without
 * a word.
 *
 * The lock is an exclusive transaction that SQLite holds open on a file in the folder. Behind it is a lock of the
 * operating system, on every one of them, which is freed when the process ends, however it ends. Nothing else may open
 * `lock.sqlite`: on Linux and macOS, closing the file anywhere in this process would free the lock. So who holds it is
 * told by a file beside it, which is only read to word the message.
 */
export class FolderLock {
  readonly #lock: DatabaseSync;

  private constructor(lock: DatabaseSync) {
    this.#lock = lock;
  }

  /**
   * Creates the folder when it is missing, and locks it.
   * @throws {FolderInUseError} when another process, or another database of this process, holds it
   * @throws {FolderUnusableError} when it can't be created or written
   */
  static take(folder: string): FolderLock {
    let lock: DatabaseSync | undefined;
    try {
      mkdirSync(folder, { recursive: true });
      lock = new DatabaseSync(join(folder, 'lock.sqlite'));
      lock.exec('begin exclusive');
      writeFileSync(join(folder, ownerFile), `${process.pid}\n`);
      return new FolderLock(lock);
    } catch (error) {
      lock?.close();
      if (isBusy(error)) throw new FolderInUseError(inUse(folder), { cause: error });
      throw new FolderUnusableError(
        `The data folder ${folder} can't be used: ${reasonOf(error)}. Choose another with --data-dir, or make it writable.`,
        { cause: error },
      );
    }
  }

  release(): void {
    this.#lock.close();
  }
}

const ownerFile = 'owner.pid';

/** SQLite's result code for a file that somebody else has locked. */
const sqliteBusy = 5;

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
}

function inUse(folder: string): string {
  const owner = readOwner(folder);
  const holder = owner === undefined ? 'another process' : `process ${owner}`;
  return `The data folder ${folder} is in use by ${holder}. Stop it, or choose another folder with --data-dir.`;
}

function readOwner(folder: string): string | undefined {
  const path = join(folder, ownerFile);
  try {
    const since = statSync(path).mtime.toISOString();
    return `${readFileSync(path, 'utf8').trim()} since ${since}`;
  } catch {
    return undefined;
  }
}
