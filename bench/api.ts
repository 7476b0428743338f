/**
 * Latency of the most used endpoints on PostgreSQL, with 100,000 jobs and 10,000 people, under 50 clients.
 *
 *     npm run bench:api -- [--jobs N] [--people N] [--clients N] [--requests N] [--database URL] [--json]
 *
 * It makes a database of its own on the server of TEST_POSTGRES_URL (or 127.0.0.1:5432), starts one server process
 * beside itself, and drops the database in the end.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { findPostgres } from '../server/src/testing/services.ts';
import { runCommand, startServer } from '../test/support/server.ts';
import { cpuOf } from './api/cpu.ts';
import { type Measurement, measure, type Operation } from './api/measure.ts';
import { seed, seedInboxes, titles, vocabulary } from './api/seed.ts';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '100000' },
    people: { type: 'string', default: '10000' },
    clients: { type: 'string', default: '50' },
    requests: { type: 'string', default: '3000' },
    json: { type: 'boolean', default: false },
  },
});

const log = (line: string) => process.stderr.write(`${line}\n`);
const password = 'benchmark-password';

const server = await findPostgres();
if (server === undefined) {
  log('No PostgreSQL server: set TEST_POSTGRES_URL.');
  process.exit(1);
}
const databaseName = `rolecall_bench_${process.pid}`;
const databaseUrl = new URL(server);
databaseUrl.pathname = `/${databaseName}`;
await administer(`create database ${databaseName}`);

try {
  await main();
} finally {
  await administer(`drop database if exists ${databaseName} with (force)`);
}

async function main(): Promise<void> {
  const size = {
    jobs: Number(values.jobs),
    people: Number(values.people),
    notificationsPerPerson: 20,
    matchesPerPerson: 10,
  };
  const environment = {
    ROLECALL_RATE_LIMIT_PER_MINUTE: '1000000',
    ROLECALL_RATE_LIMIT_SIGN_IN_PER_MINUTE: '100000',
    ROLECALL_SIGN_UPS_PER_HOUR: '100000',
  };
  await runCommand(['migrate'], { environment: { DATABASE_URL: databaseUrl.href } });
  log(`Seeding ${size.jobs} jobs and ${size.people} people …`);
  await seed(databaseUrl.href, size, log);

  const running = await startServer({ databaseUrl: databaseUrl.href, environment });
  try {
    const origin = running.url;
    const people = await signUp(origin, 50);
    await seedInboxes(databaseUrl.href, size);
    const operations = await describeOperations(people);
    const measured: Measurement[] = [];
    for (const operation of operations) {
      const result = await measure(operation, {
        origin,
        clients: Number(values.clients),
        requests: Number(values.requests),
        serverCpu: () => cpuOf(running.pid),
      });
      measured.push(result);
      log(`${operation.name}: p50 ${result.p50.toFixed(1)} ms, p99 ${result.p99.toFixed(1)} ms`);
    }
    report(measured);
  } finally {
    await running.stop();
  }
}

interface BenchPerson {
  readonly token: string;
  readonly refreshToken: string;
}

async function describeOperations(people: readonly BenchPerson[]): Promise<Operation[]> {
  const client = new pg.Client({ connectionString: databaseUrl.href });
  await client.connect();
  const jobIds = (await client.query<{ id: string }>('select id from jobs limit 1000')).rows.map(
    ({ id }) => id,
  );
  await client.end();
  const at = <Item>(items: readonly Item[], n: number): Item => {
    const item = items[n % items.length];
    if (item === undefined) throw new Error('The list is empty');
    return item;
  };
  // Common and rare words, alone and together, so that few of the requests under way at one time are the same.
  const queries = [
    ...titles,
    ...vocabulary.filter((_, rank) => [2, 5, 10, 30, 70, 150, 400, 900, 2_000, 5_000].includes(rank)),
    ...titles.flatMap((title, n) => [`${title} ${vocabulary[n * 7 + 3]}`, `${title} remote`]),
  ];
  const places = ['Berlin', 'London', 'Paris', 'Lisbon'];
  const get = (name: string, path: (n: number) => string, signedIn = true): Operation => ({
    name,
    statuses: [200],
    request: (n) => ({ method: 'GET', path: path(n), ...(signedIn ? { token: at(people, n).token } : {}) }),
  });
  return [
    get('GET /jobs (newest)', () => '/api/v1/jobs', false),
    get('GET /jobs?q=', (n) => `/api/v1/jobs?q=${encodeURIComponent(at(queries, n))}`),
    get(
      'GET /jobs (filters)',
      (n) => `/api/v1/jobs?place=${at(places, n)}&workplace=remote&employment_type=full_time`,
    ),
    get(
      'GET /jobs/facets',
      (n) => `/api/v1/jobs/facets?q=${encodeURIComponent(at(queries, n))}&place=${at(places, n >> 3)}`,
    ),
    get('GET /jobs/{id}', (n) => `/api/v1/jobs/${at(jobIds, n)}`),
    get('GET /jobs/{id}, as a guest', (n) => `/api/v1/jobs/${at(jobIds, n)}`, false),
    get('the page of a job', (n) => `/jobs/${at(jobIds, n)}`, false),
    get('the page of all jobs', () => '/jobs', false),
    get('the page of a search', (n) => `/jobs?q=${encodeURIComponent(at(queries, n))}`, false),
    get('the feed of a search', (n) => `/jobs.atom?q=${encodeURIComponent(at(queries, n))}`, false),
    get('GET /matches', () => '/api/v1/matches'),
    get('GET /notifications', () => '/api/v1/notifications'),
    get('GET /notifications/counts', () => '/api/v1/notifications/counts'),
    get('GET /applications', () => '/api/v1/applications'),
    get('GET /me/profile', () => '/api/v1/me/profile'),
    {
      name: 'POST /notifications/read-all',
      statuses: [200],
      request: (n) => ({
        method: 'POST',
        path: '/api/v1/notifications/read-all',
        token: at(people, n).token,
        body: {},
      }),
    },
    {
      name: 'POST /auth/refresh',
      statuses: [200],
      request: (n) => ({
        method: 'POST',
        path: '/api/v1/auth/refresh',
        body: { refresh_token: at(people, n).refreshToken },
      }),
    },
  ];
}

async function signUp(origin: string, count: number): Promise<BenchPerson[]> {
  const people: BenchPerson[] = [];
  for (let n = 0; n < count; n += 1) {
    const answer = await fetch(`${origin}/api/v1/auth/sign-up`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        email: `client${n}@bench.example`,
        password,
        name: `Client ${n}`,
        role: 'job_seeker',
      }),
    });
    const session: unknown = await answer.json();
    if (!answer.ok || !isSession(session)) throw new Error(`Signing up failed with ${answer.status}`);
    people.push({ token: session.access_token, refreshToken: session.refresh_token });
  }
  return people;
}

function isSession(value: unknown): value is { access_token: string; refresh_token: string } {
  return typeof value === 'object' && value !== null && 'access_token' in value && 'refresh_token' in value;
}

function report(measured: readonly Measurement[]): void {
  if (values.json) {
    process.stdout.write(
      `${JSON.stringify({ processor: cpus()[0]?.model, cores: cpus().length, measured })}\n`,
    );
    return;
  }
  const lines = measured.map(
    ({ name, perSecond, p50, p99, maximum, cpuMicroseconds, failures }) =>
      `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ${maximum.toFixed(1)} | ` +
      `${cpuMicroseconds.toFixed(0)} | ${failures} |`,
  );
  process.stdout.write(
    `${cpus()[0]?.model}, ${cpus().length} cores; ${values.jobs} jobs, ${values.people} people, ` +
      `${values.clients} clients, ${values.requests} requests each\n\n` +
      '| Operation | per second | p50 ms | p99 ms | max ms | server CPU µs | failed |\n|---|---|---|---|---|---|---|\n' +
      `${lines.join('\n')}\n`,
  );
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
