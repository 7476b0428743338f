import { afterAll, describe } from 'vitest';
import { allMigrations } from '../composition/migrations.ts';
import type { OpenDatabase } from '../platform/db/index.ts';
import { lendEmbedded } from './databases/embedded.ts';
import { clonePostgres, createEmptyPostgres, postgresTestUrl } from './databases/postgres.ts';
import { migratedSnapshot } from './databases/snapshot.ts';

export { allMigrations, createEmptyPostgres, migratedSnapshot, postgresTestUrl };

/** The kinds of database that a suite can run on. */
export type DatabaseKind = OpenDatabase['kind'];

/** A database of one's own, migrated and empty. Closing it removes it. */
export interface TestDatabase extends OpenDatabase {
  /** How another process or pool reaches it; absent for an embedded one. */
  readonly url: string | undefined;
}

type Suite = (open: () => Promise<TestDatabase>, kind: DatabaseKind) => void;

/** What `TEST_DATABASE=embedded` asks for even where there is a server; `npm run test:embedded` sets it. */
const embeddedOnly = process.env['TEST_DATABASE'] === 'embedded';

/** The kind that costs a run the least: PostgreSQL where there is a server, since copying a database is quick there. */
async function usualKind(): Promise<DatabaseKind> {
  return embeddedOnly || (await postgresTestUrl()) === undefined ? 'embedded' : 'postgres';
}

/** Makes an empty, migrated database, of the usual kind unless told otherwise. Whoever makes it closes it. */
export async function createTestDatabase(kind?: DatabaseKind): Promise<TestDatabase> {
  return (kind ?? (await usualKind())) === 'embedded'
    ? { ...(await lendEmbedded()), url: undefined }
    : clonePostgres();
}

/**
 * Runs a suite on PostgreSQL, or on the embedded database where there is no server; `npm run test:embedded` runs it on
 * the embedded one in any case. `open` makes a database that is removed when the suite ends.
 */
export function describeEachDatabase(name: string, suite: Suite): void {
  describe(name, async () => describeOne(await usualKind(), suite));
}

/** Runs a suite on both kinds each time, since what it tests is done differently: locks, migrations, connections. */
export function describeBothDatabases(name: string, suite: Suite): void {
  describe(name, async () => {
    describeOne('embedded', suite);
    if (embeddedOnly) return;
    if ((await postgresTestUrl()) === undefined) {
      process.stderr.write(`${name}: not run on PostgreSQL, there is no server (TEST_POSTGRES_URL)\n`);
    } else {
      describeOne('postgres', suite);
    }
  });
}

function describeOne(kind: DatabaseKind, suite: Suite): void {
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
