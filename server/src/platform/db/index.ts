export type { ColumnType, Generated } from 'kysely';

import type { Logger } from 'pino';
import type { OpenDatabase } from './database.ts';
import type { DiskLimits } from './embedded/disk-guard.ts';
import { openEmbedded } from './embedded/open.ts';
import { openPostgres, type PostgresOptions } from './postgres/open.ts';

export type { Database, OpenDatabase, Tx } from './database.ts';
export {
  DatabaseBusyError,
  DatabaseError,
  DatabaseUnavailableError,
  DatabaseVersionError,
  FolderInUseError,
  FolderUnusableError,
  isForeignKeyViolation,
  JoinedTransactionFailedError,
  MigrationFailedError,
  StorageFullError,
  UnscopedTransactionError,
} from './errors.ts';
export { type FailureMeaning, meaningOf, mendOf, placeOfFailure } from './failures.ts';
export {
  addToInstanceValue,
  ensureInstanceValue,
  lockInstanceValue,
  readInstanceValue,
  setInstanceValue,
} from './instance-values.store.ts';
export { migrate, pendingMigrations } from './migrate.ts';
export { foldMigrations, type MigrationPart, type Migrations, platformMigrations } from './migrations.ts';
export type { Fixed, Json, ReadOnly, Schema } from './schema.ts';

/** Which database to open. `folder` holds an embedded one; `memory` is for one that is gone when it is closed. */
export type DatabaseOptions =
  | { readonly kind: 'embedded'; readonly folder: string | 'memory'; readonly disk?: DiskLimits }
  | ({ readonly kind: 'postgres' } & PostgresOptions);

/**
 * Opens the database and makes sure that it answers. It may still have to be migrated.
 *
 * @throws {FolderInUseError} when another process holds the folder
 * @throws {FolderUnusableError} when the folder can't be created or written
 * @throws {StorageFullError} when the disk of an embedded one has no room beyond its reserve
 * @throws {DatabaseUnavailableError} when the database can't be opened or reached
 * @throws {DatabaseVersionError} when the server is older than PostgreSQL 15
 */
export async function openDatabase(options: DatabaseOptions, logger: Logger): Promise<OpenDatabase> {
  return options.kind === 'embedded' ? openEmbedded(options, logger) : openPostgres(options, logger);
}
