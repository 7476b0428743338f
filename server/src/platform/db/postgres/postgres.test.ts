import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allMigrations, createEmptyPostgres, postgresTestUrl } from '../../../testing/database.ts';
import {
  DatabaseBusyError,
  DatabaseUnavailableError,
  DatabaseVersionError,
  migrate,
  type OpenDatabase,
  openDatabase,
} from '../index.ts';
import { assertSupported } from './open.ts';
import { PostgresSource } from './source.ts';

const logger = pino({ level: 'silent' });

test('names the server that cannot be reached, and no secret', async () => {
  const url = 'postgres://someone:hunter2@127.0.0.1:1/jobs';
  const refusal: unknown = await openDatabase({ kind: 'postgres', url, poolSize: 1 }, logger).catch(
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(DatabaseUnavailableError);
  expect(refusal).toHaveProperty('message', expect.stringContaining('127.0.0.1:1/jobs'));
  expect(refusal).toHaveProperty('message', expect.not.stringContaining('hunter2'));
});

test('refuses a server that is too old', () => {
  const url = 'postgres://someone:hunter2@db.example:5432/jobs';
  expect(() => assertSupported('14.9 (Debian)', url)).toThrow(DatabaseVersionError);
  expect(() => assertSupported('14.9', url)).toThrow('db.example:5432/jobs is version 14.9; 15 or newer');
  expect(() => assertSupported('15.0', url)).not.toThrow();
});

const server = await postgresTestUrl();
if (server === undefined) {
  process.stderr.write(
    'the tests of PostgreSQL alone were not run, there is no server (TEST_POSTGRES_URL)\n',
  );
} else {
  describe('on a server', () => {
    let url: string;
    let drop: () => Promise<void>;
    const opened: { close(): Promise<void> }[] = [];

    beforeAll(async () => {
      ({ url, drop } = await createEmptyPostgres());
    });

    afterAll(async () => {
      for (const database of opened) await database.close();
      await drop();
    });

    async function open(statementTimeoutMilliseconds = 30_000): Promise<OpenDatabase> {
      const database = await openDatabase(
        { kind: 'postgres', url, poolSize: 2, statementTimeoutMilliseconds },
        logger,
      );
      opened.push(database);
      return database;
    }

    const processOf = async (database: OpenDatabase): Promise<unknown> =>
      (await database.executeSql('select pg_backend_pid() as pid')).rows[0]?.['pid'];

    test('nodes that start together migrate once', async () => {
      const nodes = await Promise.all([open(), open(), open()]);
      const applied = await Promise.all(nodes.map((node) => migrate(node, logger, allMigrations)));
      const names = applied.flat();
      expect(names.length).toBeGreaterThan(0);
      expect(new Set(names).size).toBe(names.length);
      expect(applied.filter((list) => list.length > 0)).toHaveLength(1);
    });

    test('goes on when an idle connection is lost', async () => {
      const database = await open();
      const other = await open();
      await other.executeSql('select pg_terminate_backend($1)', [await processOf(database)]);
      await expect.poll(() => processOf(database).catch(() => undefined)).toBeTypeOf('number');
    });

    test('a transaction whose connection is lost fails, and the next one works', async () => {
      const database = await open();
      const other = await open();
      const work = database.transaction(async () => {
        await other.executeSql('select pg_terminate_backend($1)', [await processOf(database)]);
        await database.executeSql('select 1');
      });
      await expect(work).rejects.toThrow();
      expect(await database.transaction(() => processOf(database))).toBeTypeOf('number');
    });

    test('ends a statement that takes too long, and keeps its connection', async () => {
      const database = await open(100);
      await expect(database.executeSql('select pg_sleep(60)')).rejects.toHaveProperty('code', '57014');
      expect(await processOf(database)).toBeTypeOf('number');
    });

    test('bounds how long and how many callers wait for a connection', async () => {
      const source = new PostgresSource(
        { url, poolSize: 1, statementTimeoutMilliseconds: 0, acquireTimeoutMilliseconds: 200, waiters: 1 },
        logger,
      );
      opened.push(source);
      const held = await source.acquire();
      const waiting = expect(source.acquire()).rejects.toThrow('came free within');
      await expect(source.acquire()).rejects.toThrow(DatabaseBusyError);
      await waiting;
      held.release(false);
      (await source.acquire()).release(false);
    });

    test('shows who is connected', async () => {
      const { rows } = await (await open()).executeSql(`select current_setting('application_name') as name,
        current_setting('TimeZone') as zone`);
      expect(rows).toEqual([{ name: 'rolecall', zone: 'UTC' }]);
    });
  });
}
