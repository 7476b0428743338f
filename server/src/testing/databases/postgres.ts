import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { allMigrations } from '../../composition/migrations.ts';
import { migrate, type OpenDatabase, openDatabase } from '../../platform/db/index.ts';
import { counted } from '../costs.ts';
import { silent } from '../logger.ts';
import { findPostgres } from '../services.ts';
import { nameOfMigrations } from './snapshot.ts';

let found: Promise<string | undefined> | undefined;

/** The PostgreSQL server that tests may create databases on; undefined when there is none. */
export function postgresTestUrl(): Promise<string | undefined> {
  found ??= findPostgres();
  return found;
}

/**
 * Makes an empty PostgreSQL database without any tables, and the way to drop it again.
 * @throws when no server is available
 */
export async function createEmptyPostgres(): Promise<{ url: string; drop(): Promise<void> }> {
  return createFrom(await neededServer(), 'template1');
}

/** Makes a database of one's own from the template; closing it removes it. */
export async function clonePostgres(): Promise<OpenDatabase & { readonly url: string }> {
  return counted('databases', async () => {
    const { url, drop } = await cloneTemplate(await neededServer());
    const database = await openDatabase({ kind: 'postgres', url, poolSize: 5 }, silent);
    return {
      ...database,
      url,
      async close() {
        await database.close();
        await drop();
      },
    };
  });
}

async function neededServer(): Promise<string> {
  const server = await postgresTestUrl();
  if (server === undefined) throw new Error('no PostgreSQL server: set TEST_POSTGRES_URL');
  return server;
}

async function createFrom(server: string, template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `rolecall_test_${randomUUID().replaceAll('-', '')}`;
  await administer(server, (run) => run(`create database ${name} template ${template}`));
  return {
    url: at(server, name),
    drop: () =>
      administer(server, async (run) => {
        await run(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** Templates are made anew each day, which is how those of migrations that are no more go. */
const templatePrefix = 'rolecall_template_';
const day = 86_400_000;
const dated = (time: number) =>
  `${templatePrefix}${new Date(time).toISOString().slice(0, 10).replaceAll('-', '')}`;

/** Of the template that this process has found or made. */
let templateName: string | undefined;

async function cloneTemplate(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  templateName ??= await makeTemplate(server);
  return createFrom(server, templateName);
}

/** Makes the database that others are copies of, unless it is there already; gives its name. */
async function makeTemplate(server: string): Promise<string> {
  const now = Date.now();
  const name = `${dated(now)}_${nameOfMigrations()}`;
  return administer(server, async (run) => {
    // Several processes begin at once; one makes it, and the others wait here.
    await run(`select pg_advisory_lock(hashtext('${templatePrefix}'))`);
    const templates = await run(
      `select datname as name from pg_database where starts_with(datname, '${templatePrefix}')`,
    );
    if (templates.includes(name)) return name;
    const kept = [dated(now), dated(now - day)];
    for (const old of templates.filter((template) => !kept.some((start) => template.startsWith(start)))) {
      await run(`drop database if exists ${old}`);
    }
    const made = await createEmptyPostgres();
    const database = await openDatabase({ kind: 'postgres', url: made.url, poolSize: 1 }, silent);
    await counted('migrations', () => migrate(database, silent, allMigrations));
    await database.close();
    await run(`alter database ${new URL(made.url).pathname.slice(1)} rename to ${name}`);
    return name;
  });
}

/** Statements that are about databases; each gives the names that it has read. */
type Run = (statement: string) => Promise<string[]>;

async function administer<Result>(server: string, work: (run: Run) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: server, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    return await work(async (statement) =>
      (await client.query<{ name: string }>(statement)).rows.map(({ name }) => name),
    );
  } finally {
    await client.end();
  }
}

function at(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
