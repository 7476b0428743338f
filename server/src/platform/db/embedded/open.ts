import { join } from 'node:path';
import type { Logger } from 'pino';
import { createDatabase, type OpenDatabase } from '../database.ts';
import { DiskGuard, type DiskLimits } from './disk-guard.ts';
import { FolderLock } from './folder-lock.ts';
import { EmbeddedSource } from './source.ts';
import { WorkerClient } from './worker-client.ts';

/** An embedded database: its folder, or `memory` for one that is gone when it is closed. */
export interface EmbeddedOptions {
  readonly folder: string | 'memory';
  /** A dump to start from; only with an empty folder or in memory. */
  readonly snapshot?: Uint8Array;
  /** Keeps it from the end of its disk. */
  readonly disk?: DiskLimits;
}

/** An embedded database that can also be copied, which tests use to start from a migrated one. */
export interface EmbeddedDatabase extends OpenDatabase {
  dump(): Promise<Uint8Array>;
}

/** How long one statement may take before the worker counts as hung. Migrations count as well. */
const statementTimeoutMilliseconds = 300_000;

const waitingLimits = { timeoutMilliseconds: 30_000, waiters: 10_000 } as const;

/**
 * Opens PGlite in its worker thread, with its files in `<folder>/database`.
 *
 * A committed transaction survives the sudden end of the process, because its log was handed to the operating system.
 * It does not survive the sudden end of the machine with certainty: PGlite never waits for the disk (no fsync).
 *
 * @throws {StorageFullError} when its disk has no room beyond the reserve
 */
export async function openEmbedded(options: EmbeddedOptions, logger: Logger): Promise<EmbeddedDatabase> {
  const { folder } = options;
  const disk =
    folder === 'memory' || options.disk === undefined
      ? undefined
      : new DiskGuard(folder, options.disk, logger);
  // Opening writes: what a database that was killed has not yet put into place, and new migrations.
  await disk?.demandRoom();
  const lock = folder === 'memory' ? undefined : FolderLock.take(folder);
  try {
    const client = await WorkerClient.start(
      { folder: folder === 'memory' ? undefined : join(folder, 'database'), snapshot: options.snapshot },
      statementTimeoutMilliseconds,
    );
    const source = new EmbeddedSource(client, waitingLimits, () => lock?.release(), disk);
    const database = createDatabase(
      {
        kind: 'embedded',
        source,
        reservedSource: source,
        ...(disk && { disk }),
        withUnlimitedSource: (work) => work(source),
      },
      logger,
    );
    return { ...database, dump: () => client.dump() };
  } catch (error) {
    lock?.release();
    throw error;
  }
}
