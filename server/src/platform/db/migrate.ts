import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Logger } from 'pino';
import { reasonOf } from '../errors/index.ts';
import type { OpenDatabase, Tx } from './database.ts';
import { DatabaseVersionError, MigrationFailedError } from './errors.ts';
import type { Migrations } from './migrations.ts';

/**
 * Brings the tables up to this version of the code, in one transaction. Several processes may start at once: one
 * migrates, the others wait for it and find nothing left to do.
 *
 * @returns the names of the migrations that this call applied, in order
 * @throws {DatabaseVersionError} when the database has migrations that this code does not know
 * @throws {MigrationFailedError} when one of them failed; the database is as it was
 */
export async function migrate(
  database: OpenDatabase,
  logger: Logger,
  migrations: Migrations,
): Promise<string[]> {
  return database.administer(async (kysely) => {
    await refuseNewer(kysely, migrations);
    const migrator = new Migrator({
      db: kysely,
      provider: { getMigrations: async () => ({ ...migrations }) },
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) {
      const failed = results.find((result) => result.status === 'Error');
      const subject = failed ? `Migration ${failed.migrationName}` : 'Migrating the database';
      throw new MigrationFailedError(`${subject} failed: ${reasonOf(error)}. Nothing was changed.`, {
        cause: error,
      });
    }
    const applied = results.map((result) => result.migrationName);
    if (applied.length > 0) logger.info({ migrations: applied }, 'migrated the database');
    return applied;
  });
}

/** Names of the migrations that the database still lacks; changes nothing. */
export async function pendingMigrations(database: OpenDatabase, migrations: Migrations): Promise<string[]> {
  return database.administer(async (kysely) => {
    const applied = new Set(await appliedMigrations(kysely));
    return Object.keys(migrations).filter((name) => !applied.has(name));
  });
}

async function appliedMigrations(kysely: Tx): Promise<string[]> {
  const table = await sql<{
    found: boolean;
  }>`select to_regclass('kysely_migration') is not null as found`.execute(kysely);
  if (!table.rows[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
    kysely,
  );
  return rows.map((row) => row.name);
}

async function refuseNewer(kysely: Tx, migrations: Migrations): Promise<void> {
  const unknown = (await appliedMigrations(kysely)).filter((name) => !Object.hasOwn(migrations, name));
  if (unknown.length === 0) return;
  throw new DatabaseVersionError(
    `The database was migrated by a newer version of Rolecall (${unknown.join(', ')}). Run that version, or restore a backup.`,
  );
}
