import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { pino } from 'pino';
import { beforeAll, expect, test } from 'vitest';
import { allMigrations, describeBothDatabases, type TestDatabase } from '../../testing/database.ts';
import { DatabaseVersionError, MigrationFailedError, migrate } from './index.ts';

const logger = pino({ level: 'silent' });

describeBothDatabases('migrating', (open) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
  });

  const creating = (table: string): Migration => ({
    up: (kysely) => kysely.schema.createTable(table).addColumn('id', 'integer').execute(),
  });

  const exists = async (table: string): Promise<unknown> =>
    (await database.executeSql('select to_regclass($1) is not null as found', [table])).rows[0]?.['found'];

  test('finds nothing to do the second time', async () => {
    expect(await migrate(database, logger, allMigrations)).toEqual([]);
  });

  test('leaves nothing behind when a migration fails, and names it', async () => {
    const broken: Migration = {
      up: async (kysely) => {
        await sql`select 1 / 0`.execute(kysely);
      },
    };
    const attempt = migrate(database, logger, {
      ...allMigrations,
      '9001_first': creating('first'),
      '9002_broken': broken,
    });
    await expect(attempt).rejects.toThrow(MigrationFailedError);
    await expect(attempt).rejects.toThrow('9002_broken');
    expect(await exists('first')).toBe(false);
  });

  test('refuses a database that a newer version migrated', async () => {
    expect(await migrate(database, logger, { ...allMigrations, '9001_newer': creating('newer') })).toEqual([
      '9001_newer',
    ]);
    expect(await exists('newer')).toBe(true);
    const attempt = migrate(database, logger, allMigrations);
    await expect(attempt).rejects.toThrow(DatabaseVersionError);
    await expect(attempt).rejects.toThrow('9001_newer');
  });
});
