/**
 * What it costs to take postings in: read out of documents of sources, normalized (texts sanitized, skills, places, pay, flags) and
 * told apart into vacancies, in memory; the same into PostgreSQL; and the import of a source that has not changed. A third of the
 * postings are copies of others, for another city or with lines of their own.
 *
 *     npm run bench:catalogue -- [--jobs 100000] [--unchanged 10000] [--json]
 *
 * It makes a database of its own on the server of TEST_POSTGRES_URL (or 127.0.0.1:5432), and drops it in the end.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import type { ImportedPosting } from '../server/src/features/catalog/jobs/index.ts';
import { createSources, type SourcesDependencies } from '../server/src/features/catalog/sources/index.ts';
import { clusterEvaluator, createVacancies } from '../server/src/features/catalog/vacancies/index.ts';
import { openDatabase } from '../server/src/platform/db/index.ts';
import { createHttpClient } from '../server/src/platform/http-client/index.ts';
import { systemDelay } from '../server/src/platform/resilience/index.ts';
import { createWorkerPool } from '../server/src/platform/workers/index.ts';
import { createTestJobs } from '../server/src/testing/jobs.ts';
import { findPostgres } from '../server/src/testing/services.ts';
import { randomFrom } from '../test/support/random.ts';
import { runCommand } from '../test/support/server.ts';
import { vocabulary } from './api/seed.ts';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '100000' },
    unchanged: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
});
const log = (line: string) => process.stderr.write(`${line}\n`);
const random = randomFrom(11);
const whole = (below: number): number => Math.floor(random() * below);
const pick = <Item>(items: readonly Item[], or: Item): Item => items[whole(items.length)] ?? or;

const cities = [
  'Berlin|DE',
  'Hamburg|DE',
  'Lyon|FR',
  'Paris|FR',
  'Madrid|ES',
  'Leeds|GB',
  'Austin|US',
  'Boston|US',
];
const trades = ['Engineer', 'Nurse', 'Accountant', 'Driver', 'Cook', 'Analyst', 'Teacher', 'Electrician'];
const fields = [
  'Backend',
  'Night',
  'Senior',
  'Field',
  'Data',
  'Mobile',
  'Trade',
  'Platform',
  'Care',
  'Sales',
];
const sentence = (): string => `${Array.from({ length: 14 }, () => pick(vocabulary, 'work')).join(' ')}.`;
const sentences = (count: number): string[] => Array.from({ length: count }, sentence);

interface Posting {
  readonly title: string;
  readonly company: string;
  readonly place: string;
  readonly lines: readonly string[];
}

/** About 2,500 characters, of which a third is what the employer always says. */
function createPostings(count: number): () => Posting {
  const companies = Array.from({ length: Math.max(10, Math.floor(count / 40)) }, (_, at) => ({
    name: `${pick(vocabulary, 'Acme')} ${pick(vocabulary, 'Acme')} ${at}`,
    about: sentences(8),
  }));
  const recent: Posting[] = [];
  return () => {
    const { name, about } = pick(companies, { name: 'Acme', about: [] });
    const copied = random() < 0.33 ? recent[whole(recent.length)] : undefined;
    const place = pick(cities, 'Berlin|DE');
    const posting =
      copied === undefined
        ? {
            ...{ company: name, place, lines: [...about, ...sentences(16)] },
            title: `${pick(fields, 'Data')} ${pick(trades, 'Cook')} (m/w/d)`,
          }
        : { ...copied, place, lines: [...copied.lines, sentence()] };
    recent[recent.length < 20_000 ? recent.length : whole(recent.length)] = posting;
    return posting;
  };
}

/** A document of so many postings as schema.org has them. */
function documentOf(next: () => Posting, count: number): string {
  const rows = Array.from({ length: count }, () => {
    const { title, company, place, lines } = next();
    const [addressLocality, addressCountry] = place.split('|');
    const id = randomUUID();
    return {
      ...{ '@type': 'JobPosting', identifier: id, title, url: `https://boards.example.org/${id}` },
      description: `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`,
      hiringOrganization: { name: company },
      jobLocation: { address: { addressLocality, addressCountry } },
      baseSalary: { currency: 'EUR', value: { minValue: 40_000, maxValue: 60_000, unitText: 'YEAR' } },
      datePosted: '2026-09-01',
    };
  });
  return JSON.stringify({ jobs: rows });
}

const server = await findPostgres();
if (server === undefined) {
  log('No PostgreSQL server: set TEST_POSTGRES_URL.');
  process.exit(1);
}
const name = `rolecall_bench_${process.pid}`;
const url = new URL(server);
url.pathname = `/${name}`;
await administer(`create database ${name}`);
try {
  await main();
} finally {
  await administer(`drop database if exists ${name} with (force)`);
}

async function main(): Promise<void> {
  const count = Number(values.jobs);
  await runCommand(['migrate'], { environment: { DATABASE_URL: url.href } });
  const logger = pino({ level: 'silent' });
  const database = await openDatabase({ kind: 'postgres', url: url.href, poolSize: 4 }, logger);
  const workers = createWorkerPool({ threads: 2, memoryMb: 512 });
  const clock = { now: () => new Date() };
  const jobs = createTestJobs(database, clock);
  const sourcesWith = (own: SourcesDependencies['jobs']) =>
    createSources({
      ...{
        database,
        clock,
        logger,
        workers,
        jobs: own,
        accesses: [],
        bundled: new Map(),
        delay: systemDelay,
      },
      httpClient: createHttpClient({ userAgent: 'Rolecall bench', timeoutMs: 1_000, maxBytes: 1_000 }),
      work: {
        assertSchedule: () => undefined,
        enqueueSchedule: async () => undefined,
        follow: async () => undefined,
        enqueueRun: async () => undefined,
      },
    });
  const kept: ImportedPosting[] = [];
  const inMemory = sourcesWith({
    ...jobs,
    findOutdated: async (_tx, _source, marks) => new Set(marks.map(({ externalId }) => externalId)),
    async importPostings(_tx, _source, postings) {
      kept.push(...postings);
      return { added: postings.length, changed: 0 };
    },
  });
  const stored = sourcesWith(jobs);
  const vacancies = createVacancies({
    ...{ database, clock, workers },
    setAside: (_batch, _row, error) => log(String(error)),
  });

  const next = createPostings(count);
  const size = Math.min(count, 10_000);
  const documents = Array.from({ length: Math.ceil(count / size) }, (_, at) => ({
    kind: 'job_posting' as const,
    name: `Board ${at}`,
    fileName: `board-${at}.json`,
    document: documentOf(next, size),
  }));

  const normalized = await measure('normalized in memory', async () => {
    for (const document of documents)
      await inMemory.ingestDocument({ ...document, name: `Memory ${document.name}` });
  });
  let clusters = 0;
  const clustered = await measure('clustered in memory', async () => {
    const found = await clusterEvaluator.evaluate(
      kept.map((posting) => ({
        ...{
          id: posting.externalId,
          title: posting.title,
          company: posting.companyName,
          url: posting.applyUrl,
        },
        ...{ location: [...posting.places], description: posting.description.text },
      })),
    );
    clusters = new Set(Array.from(found, (one) => String(Reflect.get(one, 'cluster')))).size;
  });
  kept.length = 0;
  const imported = await measure('imported into PostgreSQL', async () => {
    for (const document of documents) await stored.ingestDocument(document);
  });
  const decided = await measure('told apart in PostgreSQL', async () => {
    for (let more = true; more; ) ({ more } = await vacancies.decideWaiting());
  });
  const board = {
    ...{ kind: 'job_posting' as const, name: 'Unchanged', fileName: 'unchanged.json' },
    document: documentOf(next, Number(values.unchanged)),
  };
  await stored.ingestDocument(board);
  let counts = {};
  const unchanged = await measure('an unchanged source', async () => {
    counts = (await stored.ingestDocument(board)).run.counts;
  });
  const result = {
    ...{ jobs: count, clusters },
    ...{
      memory_s: seconds(normalized.ms + clustered.ms),
      memory_cpu_s: seconds(normalized.cpu + clustered.cpu),
    },
    ...{ normalized_s: seconds(normalized.ms), clustered_s: seconds(clustered.ms) },
    ...{ postgres_s: seconds(imported.ms + decided.ms), postgres_cpu_s: seconds(imported.cpu + decided.cpu) },
    ...{ imported_s: seconds(imported.ms), decided_s: seconds(decided.ms) },
    ...{ unchanged_s: seconds(unchanged.ms), unchanged_cpu_s: seconds(unchanged.cpu), ...counts },
  };
  process.stdout.write(
    `${
      values.json
        ? JSON.stringify(result)
        : Object.entries(result)
            .map(([key, value]) => `${key} ${value}`)
            .join('\n')
    }\n`,
  );
  await workers.close();
  await database.close();
}

/** Time, and CPU of this process with its threads, in milliseconds. */
async function measure(what: string, work: () => Promise<void>): Promise<{ ms: number; cpu: number }> {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  const taken = { ms: performance.now() - started, cpu: (user + system) / 1_000 };
  log(`${what}: ${seconds(taken.ms)} s, ${seconds(taken.cpu)} s of CPU`);
  return taken;
}

function seconds(milliseconds: number): number {
  return Number((milliseconds / 1_000).toFixed(2));
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
