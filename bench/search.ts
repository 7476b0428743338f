/**
 * The search over many jobs: the index alone, and then over HTTP on PostgreSQL, with everything on this machine.
 *
 *     npm run bench:search -- [--jobs N] [--searches N] [--rate N] [--seconds N] [--clients N] [--only engine|http] [--json]
 *
 * Over HTTP it makes a database of its own on the server of TEST_POSTGRES_URL (or 127.0.0.1:5432), starts one server process
 * beside itself, and drops the database in the end. No search is asked twice.
 */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { findPostgres } from '../server/src/testing/services.ts';
import { runCommand, startServer } from '../test/support/server.ts';
import { cpuOf } from './api/cpu.ts';
import { type Measurement, measure } from './api/measure.ts';
import { measureEngine } from './search/engine.ts';
import { type MadeSearch, madeSearches } from './search/jobs.ts';
import { measureOpenLoad, type OpenLoad } from './search/open-load.ts';
import { seedSearchJobs } from './search/seed.ts';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '200000' },
    searches: { type: 'string', default: '5000' },
    rate: { type: 'string', default: '400' },
    seconds: { type: 'string', default: '20' },
    clients: { type: 'string', default: '50' },
    requests: { type: 'string', default: '4000' },
    only: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
});

const log = (line: string) => process.stderr.write(`${line}\n`);
const jobs = Number(values.jobs);

interface HttpFigures {
  readonly indexSeconds: number;
  readonly open: OpenLoad;
  readonly measured: readonly Measurement[];
}

const engine = values.only === 'http' ? null : measureEngine(jobs, Number(values.searches), log);
const http = values.only === 'engine' ? null : await measureHttp();
if (values.json) process.stdout.write(`${JSON.stringify({ processor: cpus()[0]?.model, engine, http })}\n`);
else report();

async function measureHttp(): Promise<HttpFigures> {
  const server = await findPostgres();
  if (server === undefined) throw new Error('No PostgreSQL server: set TEST_POSTGRES_URL.');
  const name = `rolecall_bench_${process.pid}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  const administer = async (statement: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await administer(`create database ${name}`);
  try {
    await runCommand(['migrate'], { environment: { DATABASE_URL: url.href } });
    await seedSearchJobs(url.href, jobs, log);
    const running = await startServer({
      databaseUrl: url.href,
      environment: { ROLECALL_RATE_LIMIT_PER_MINUTE: '1000000' },
    });
    try {
      return await measureServer(running.url, running.pid);
    } finally {
      await running.stop();
    }
  } finally {
    await administer(`drop database if exists ${name} with (force)`);
  }
}

async function measureServer(origin: string, pid: number | undefined): Promise<HttpFigures> {
  const token = await signUp(origin);
  const begun = performance.now();
  while (!(await isIndexed(origin))) await new Promise((resolve) => setTimeout(resolve, 200));
  const indexSeconds = (performance.now() - begun) / 1_000;
  log(`the index was ready after ${indexSeconds.toFixed(1)} s`);
  const searches = madeSearches();
  const next = () => pathOf(searches.next().value ?? { q: 'nurse' });
  const open = await measureOpenLoad({
    origin,
    rate: Number(values.rate),
    seconds: Number(values.seconds),
    path: next,
  });
  log(`open load: p50 ${open.p50.toFixed(1)} ms, p99 ${open.p99.toFixed(1)} ms`);
  const options = { origin, clients: Number(values.clients), serverCpu: () => cpuOf(pid) };
  const requests = Number(values.requests);
  const get = (title: string, path: () => string, count: number, signedIn = false) =>
    measure(
      {
        name: title,
        statuses: [200],
        request: () => ({ method: 'GET', path: path(), ...(signedIn ? { token } : {}) }),
      },
      { ...options, requests: count },
    );
  return {
    indexSeconds,
    open,
    measured: [
      await get('GET /jobs by the index', next, requests),
      await get('GET /jobs by the index, signed in', next, requests, true),
      await get('GET /jobs/facets by the index', () => next().replace('/jobs?', '/jobs/facets?'), requests),
      // Closed jobs are searched by PostgreSQL; there are none.
      await get('GET /jobs by PostgreSQL', () => `${next()}&include_closed=true`, Math.ceil(requests / 4)),
      await get('GET /me/profile', () => '/api/v1/me/profile', requests, true),
    ],
  };
}

function pathOf(search: MadeSearch): string {
  return `/api/v1/jobs?${new URLSearchParams(search)}`;
}

async function isIndexed(origin: string): Promise<boolean> {
  const answer: unknown = await (await fetch(`${origin}/api/v1/jobs?q=nurse`)).json();
  return typeof answer === 'object' && answer !== null && 'total' in answer && answer.total !== null;
}

async function signUp(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/auth/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: 'client@bench.example',
      password: 'benchmark-password',
      name: 'Client',
      role: 'job_seeker',
    }),
  });
  const session: unknown = await answer.json();
  const isSession =
    typeof session === 'object' &&
    session !== null &&
    'access_token' in session &&
    typeof session.access_token === 'string';
  if (!isSession) throw new Error(`Signing up failed with ${answer.status}`);
  return String(session.access_token);
}

function report(): void {
  const lines: string[] = [`${cpus()[0]?.model}, ${cpus().length} cores; ${jobs} jobs`, ''];
  if (engine !== null) {
    lines.push(
      '| Index alone | |',
      '|---|---|',
      `| built in | ${engine.buildSeconds.toFixed(1)} s |`,
      `| memory | ${engine.memoryMb.toFixed(0)} MB |`,
      `| snapshot | ${engine.snapshotMb.toFixed(0)} MB, read in ${engine.snapshotSeconds.toFixed(1)} s |`,
      `| CPU of a search with facets | ${engine.meanMs.toFixed(2)} ms |`,
      `| one client | p50 ${engine.p50Ms.toFixed(2)} ms, p99 ${engine.p99Ms.toFixed(2)} ms |`,
      `| recall of 1,000 misspelt titles | ${(engine.typoRecall * 100).toFixed(1)} % |`,
      '',
    );
  }
  if (http !== null) {
    const { open, measured, indexSeconds } = http;
    lines.push(
      `The index was made from the database in ${indexSeconds.toFixed(1)} s. Open load of ${values.rate} searches a second: ` +
        `p50 ${open.p50.toFixed(1)} ms, p99 ${open.p99.toFixed(1)} ms, ${open.failures} of ${open.requests} failed.`,
      '',
      `| ${values.clients} clients | per second | p50 ms | p99 ms | server CPU µs | failed |`,
      '|---|---|---|---|---|---|',
      ...measured.map(
        ({ name, perSecond, p50, p99, cpuMicroseconds, failures }) =>
          `| ${name} | ${perSecond.toFixed(0)} | ${p50.toFixed(1)} | ${p99.toFixed(1)} | ` +
          `${cpuMicroseconds.toFixed(0)} | ${failures} |`,
      ),
    );
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}
