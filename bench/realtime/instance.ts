import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '../../server/src/platform/db/index.ts';
import { createLogger } from '../../server/src/platform/observability/index.ts';
import { createTokenMint } from '../../server/src/testing/access-tokens.ts';
import { findPostgres } from '../../server/src/testing/services.ts';
import { runCommand } from '../../test/support/server.ts';

/** A person of the benchmark, with an access token of 15 minutes. */
export interface BenchPerson {
  readonly id: string;
  readonly token: string;
}

/** A production-like server to be measured: where its data is, and what it and its callers have to know. */
export interface Instance {
  readonly port: number;
  readonly databaseUrl: string;
  /** The variables of `rolecall serve`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Key of an operator, for `POST /api/v1/events`. */
  readonly apiKey: string;
}

/** One benchmark may open all sockets from one address, and callers may ask as often as they can. */
const raisedLimits = {
  ROLECALL_HANDSHAKE_BURST: '1000000',
  ROLECALL_HANDSHAKES_PER_SECOND: '1000000',
  ROLECALL_RATE_LIMIT_PER_MINUTE: '1000000',
};

const operatorId = personId(0);
const tokenLifeMs = 15 * 60_000;

/**
 * The server at a port. Everything follows from the port and the secret, so that programs that are started apart from
 * each other mean the same one.
 *
 * @param secret any text; it signs the tokens and is part of the API key
 * @throws when there is no PostgreSQL
 */
export async function instanceAt(port: number, secret: string): Promise<Instance> {
  const databaseUrl = new URL(await postgres());
  databaseUrl.pathname = `/rolecall_bench_realtime_${port}`;
  return {
    port,
    databaseUrl: databaseUrl.href,
    environment: {
      ...raisedLimits,
      ROLECALL_ENVIRONMENT: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ROLECALL_PUBLIC_URL: `http://127.0.0.1:${port}`,
      ROLECALL_SECRET: createHash('sha256').update(secret).digest('hex'),
      ROLECALL_LOG_LEVEL: 'error',
      DATABASE_URL: databaseUrl.href,
    },
    apiKey: `rk_${secret}`,
  };
}

/** Makes the database anew, with an operator and the API key. */
export async function prepare(instance: Instance): Promise<void> {
  await drop(instance);
  await administer(`create database ${databaseName(instance)}`);
  const { status, error } = await runCommand(['migrate'], { environment: instance.environment });
  if (status !== 0) throw new Error(`The database could not be migrated: ${error}`);
  await withClient(instance.databaseUrl, async (client) => {
    await insertPeople(client, 'operator', [operatorId]);
    await client.query(
      `insert into api_keys (id, user_id, name, prefix, hash, created_at)
       values ($1, $2, 'Benchmark', 'rk_bench', $3, now())`,
      [randomUUID(), operatorId, createHash('sha256').update(instance.apiKey).digest()],
    );
  });
}

export async function drop(instance: Instance): Promise<void> {
  await administer(`drop database if exists ${databaseName(instance)} with (force)`);
}

/** Makes sure that there are so many job seekers, and signs a token for each as the server itself does. */
export async function createPeople(instance: Instance, count: number): Promise<BenchPerson[]> {
  const ids = Array.from({ length: count }, (_, index) => personId(index + 1));
  await withClient(instance.databaseUrl, (client) => insertPeople(client, 'job_seeker', ids));
  return signTokens(instance, ids);
}

async function signTokens(instance: Instance, ids: readonly string[]): Promise<BenchPerson[]> {
  const logger = createLogger({ level: 'silent', environment: 'production' });
  const database = await openDatabase({ kind: 'postgres', url: instance.databaseUrl, poolSize: 2 }, logger);
  try {
    const { ROLECALL_SECRET = '', ROLECALL_PUBLIC_URL = '' } = instance.environment;
    const mint = createTokenMint(database, { secret: ROLECALL_SECRET, issuer: ROLECALL_PUBLIC_URL });
    const expiresAt = new Date(Date.now() + tokenLifeMs);
    const people: BenchPerson[] = [];
    for (const id of ids) {
      const person = { userId: id, role: 'job_seeker' as const, sessionId: randomUUID() };
      people.push({ id, token: await mint(person, expiresAt) });
    }
    return people;
  } finally {
    await database.close();
  }
}

async function insertPeople(client: pg.Client, role: string, ids: readonly string[]): Promise<void> {
  await client.query(
    `insert into users (id, name, email, email_verified, role)
     select id, 'Person ' || id, id || '@bench.example', true, $2 from unnest($1::uuid[]) as person (id)
     on conflict do nothing`,
    [ids, role],
  );
  await client.query(
    `insert into profiles (user_id) select id from unnest($1::uuid[]) as person (id) on conflict do nothing`,
    [ids],
  );
}

function personId(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;
}

function databaseName({ databaseUrl }: Instance): string {
  return new URL(databaseUrl).pathname.slice(1);
}

async function postgres(): Promise<string> {
  const server = await findPostgres();
  if (server === undefined) throw new Error('There is no PostgreSQL server: set TEST_POSTGRES_URL.');
  return server;
}

async function administer(statement: string): Promise<void> {
  await withClient(await postgres(), (client) => client.query(statement));
}

async function withClient<Result>(
  url: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
