import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { type Logger, pino } from 'pino';
import { afterAll, describe } from 'vitest';
import { openEmbedded } from '../platform/db/embedded/open.ts';
import { migrate, type OpenDatabase, openDatabase } from '../platform/db/index.ts';
import { findPostgres } from './services.ts';

/** The kinds of database that a suite can run on. */
export type DatabaseKind = OpenDatabase['kind'];

/** A database of one's own, migrated and empty. Closing it removes it. */
export interface TestDatabase extends OpenDatabase {
  /** How another process or pool reaches it; absent for an embedded one. */
  readonly url: string | undefined;
}

const silent: Logger = pino({ level: 'silent' });

let found: Promise<string | undefined> | undefined;

/** The PostgreSQL server that tests may create databases on; undefined when there is none. */
export function postgresTestUrl(): Promise<string | undefined> {
  found ??= findPostgres();
  return found;
}

/** Makes an empty, migrated database, embedded unless told otherwise. Whoever makes it closes it. */
export async function createTestDatabase(kind: DatabaseKind = 'embedded'): Promise<TestDatabase> {
  return kind === 'embedded' ? createEmbedded() : createPostgres();
}

/** A dump of an empty, migrated database, from which an embedded one starts in a tenth of the time. */
export async function migratedSnapshot(): Promise<Uint8Array> {
  const path = join(snapshotFolder(), `${snapshotName()}.tar`);
  return readIfPresent(path) ?? (await makeSnapshot(path));
}

/**
 * Makes an empty PostgreSQL database without any tables, and the way to drop it again.
 * @throws when no server is available
 */
export async function createEmptyPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = await postgresTestUrl();
  if (server === undefined) throw new Error('no PostgreSQL server: set TEST_POSTGRES_URL');
  const name = `rolecall_test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(server, `drop database if exists ${name} with (force)`) };
}

/**
 * Runs a suite on the embedded database, and on PostgreSQL when there is a server; says so when there is none.
 * `open` makes a database that is removed when the suite ends.
 */
export function describeEachDatabase(
  name: string,
  suite: (open: () => Promise<TestDatabase>, kind: DatabaseKind) => void,
): void {
  describe(name, async () => {
    describeOne('embedded', suite);
    if ((await postgresTestUrl()) === undefined) {
      process.stderr.write(`${name}: not run on PostgreSQL, there is no server (TEST_POSTGRES_URL)\n`);
    } else {
      describeOne('postgres', suite);
    }
  });
}

function describeOne(
  kind: DatabaseKind,
  suite: (open: () => Promise<TestDatabase>, kind: DatabaseKind) => void,
): void {
  describe(`on ${kind}`, () => {
    const opened: TestDatabase[] = [];
    afterAll(async () => {
      for (const database of opened) await database.close();
    });
    suite(async () => {
      const database = await createTestDatabase(kind);
      opened.push(database);
      return database;
    }, kind);
  });
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function createPostgres(): Promise<TestDatabase> {
  const { url, drop } = await createEmptyPostgres();
  const database = await openDatabase({ kind: 'postgres', url, poolSize: 5 }, silent);
  await migrate(database, silent);
  return {
    ...database,
    url,
    async close() {
      await database.close();
      await drop();
    },
  };
}

async function createEmbedded(): Promise<TestDatabase> {
  const snapshot = await migratedSnapshot();
  return { ...(await openEmbedded({ folder: 'memory', snapshot }, silent)), url: undefined };
}

/** Makes the migrated database that tests start from. Several processes may do so at once; the last one stays. */
async function makeSnapshot(path: string): Promise<Uint8Array> {
  const database = await openEmbedded({ folder: 'memory' }, silent);
  try {
    await migrate(database, silent);
    const snapshot = await database.dump();
    mkdirSync(dirname(path), { recursive: true });
    const temporary = `${path}.${randomUUID()}`;
    writeFileSync(temporary, snapshot);
    renameSync(temporary, path);
    removeOldSnapshots(path);
    return snapshot;
  } finally {
    await database.close();
  }
}

function removeOldSnapshots(current: string): void {
  for (const name of readdirSync(dirname(current))) {
    const path = join(dirname(current), name);
    if (name.endsWith('.tar') && path !== current) rmSync(path, { force: true });
  }
}

/** Names a snapshot after all that decides what is in it. */
function snapshotName(): string {
  const hash = createHash('sha256');
  const migrations = fileURLToPath(new URL('../platform/db/migrations/', import.meta.url));
  for (const name of readdirSync(migrations).sort()) hash.update(readFileSync(join(migrations, name)));
  const pglite = createRequire(import.meta.url).resolve('@electric-sql/pglite');
  hash.update(readFileSync(join(dirname(pglite), '..', 'package.json')));
  return hash.digest('hex').slice(0, 32);
}

function snapshotFolder(): string {
  return fileURLToPath(new URL('../../../node_modules/.cache/rolecall-database/', import.meta.url));
}

function readIfPresent(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
