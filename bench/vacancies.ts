/**
 * What it costs to decide of which vacancy a posting is: in bulk, and one by one when there are many. A third of the postings
 * are copies of others, for another city or with lines of their own.
 *
 *     npm run bench:vacancies -- [--jobs 100000] [--single 200] [--json]
 *
 * It makes a database of its own on the server of TEST_POSTGRES_URL (or 127.0.0.1:5432), and drops it in the end.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { pino } from 'pino';
import { v7 as uuidv7 } from 'uuid';
import { createVacancies } from '../server/src/features/catalog/vacancies/index.ts';
import { openDatabase } from '../server/src/platform/db/index.ts';
import { createWorkerPool } from '../server/src/platform/workers/index.ts';
import { findPostgres } from '../server/src/testing/services.ts';
import { randomFrom } from '../test/support/random.ts';
import { runCommand } from '../test/support/server.ts';
import { vocabulary } from './api/seed.ts';

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '100000' },
    single: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
  },
});
const log = (line: string) => process.stderr.write(`${line}\n`);
const random = randomFrom(7);
const whole = (below: number): number => Math.floor(random() * below);
const pick = (items: readonly string[]): string => items[whole(items.length)] ?? '';

const cities = [
  'Berlin',
  'Hamburg',
  'Paris',
  'Lyon',
  'Madrid',
  'Sevilla',
  'London',
  'Leeds',
  'Austin',
  'Boston',
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
const sentence = (): string => `${Array.from({ length: 14 }, () => pick(vocabulary)).join(' ')}.`;
const sentences = (count: number): string[] => Array.from({ length: count }, sentence);

interface Row {
  readonly id: string;
  readonly company_id: string;
  readonly company_name: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
}

/** About 2,500 characters, of which a third is what the employer always says. */
function createPostings(count: number): { companies: { id: string; name: string }[]; next: () => Row } {
  const companies = Array.from({ length: Math.max(10, Math.floor(count / 40)) }, (_, n) => ({
    id: randomUUID(),
    name: `${pick(vocabulary)} ${pick(vocabulary)} ${n}`,
    about: sentences(8),
  }));
  const recent: Row[] = [];
  return {
    companies,
    next() {
      const company = companies[whole(companies.length)];
      if (company === undefined) throw new Error('no company');
      const copied = random() < 0.33 ? recent[whole(recent.length)] : undefined;
      const row: Row =
        copied === undefined
          ? {
              ...{ id: uuidv7(), company_id: company.id, company_name: company.name, place: pick(cities) },
              title: `${pick(fields)} ${pick(trades)} (m/w/d)`,
              text: [...company.about, ...sentences(16)].join('\n'),
            }
          : { ...copied, id: uuidv7(), place: pick(cities), text: `${copied.text}\n${sentence()}` };
      recent[recent.length < 20_000 ? recent.length : whole(recent.length)] = row;
      return row;
    },
  };
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
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  const postings = createPostings(count);
  await client.query(
    `insert into companies (id, name, normalized_name, origin, created_at)
     select id, name, name, 'source', now() from jsonb_to_recordset($1::jsonb) as t (id uuid, name text)`,
    [JSON.stringify(postings.companies)],
  );
  const insert = async (size: number) => {
    const rows = Array.from({ length: size }, postings.next);
    await client.query(
      `insert into jobs (id, company_id, company_name, cluster_id, vacancy_due, external_id, title, description_html,
         description_text, places, skills, published_at, status, created_at, updated_at)
       select id, company_id, company_name, id, true, id::text, title, '', text, array[place], '{}', now(), 'open', now(), now()
       from jsonb_to_recordset($1::jsonb) as t (id uuid, company_id uuid, company_name text, title text, text text, place text)`,
      [JSON.stringify(rows)],
    );
  };

  const database = await openDatabase(
    { kind: 'postgres', url: url.href, poolSize: 4 },
    pino({ level: 'silent' }),
  );
  const workers = createWorkerPool({ threads: 2, memoryMb: 512 });
  const clock = { now: () => new Date() };
  const vacancies = createVacancies({
    database,
    clock,
    workers,
    setAside: (_batch, _row, error) => log(String(error)),
  });
  const decideAll = async () => {
    for (let more = true; more; ) ({ more } = await vacancies.decideWaiting());
  };

  /** CPU of this process with its threads, in milliseconds. */
  const cpu = () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  };
  const inBulk: number[] = [];
  const cpuInBulk: number[] = [];
  const step = Math.min(count, 10_000);
  for (let stored = 0; stored < count; stored += step) {
    await insert(step);
    const [before, cpuBefore] = [performance.now(), cpu()];
    await decideAll();
    const milliseconds = (performance.now() - before) / step;
    inBulk.push(milliseconds);
    cpuInBulk.push((cpu() - cpuBefore) / step);
    log(`${stored + step} postings: ${milliseconds.toFixed(2)} ms for each of the last ${step}`);
  }
  const single: number[] = [];
  let cpuSingle = 0;
  for (let at = 0; at < Number(values.single); at += 1) {
    await insert(1);
    const [before, cpuBefore] = [performance.now(), cpu()];
    await decideAll();
    single.push(performance.now() - before);
    cpuSingle += cpu() - cpuBefore;
  }
  single.sort((a, b) => a - b);
  const { rows } = await client.query<{ vacancies: string; size: string }>(
    `select count(distinct cluster_id) as vacancies, pg_size_pretty(pg_total_relation_size('vacancy_postings')
       + pg_total_relation_size('vacancy_blocks')) as size from jobs`,
  );
  const result = {
    jobs: count,
    vacancies: Number(rows[0]?.vacancies),
    stored: rows[0]?.size,
    bulk_ms: Number(inBulk.at(-1)?.toFixed(2)),
    bulk_cpu_ms: Number(cpuInBulk.at(-1)?.toFixed(2)),
    single_cpu_ms: Number((cpuSingle / single.length).toFixed(2)),
    single_p50_ms: Number(single[Math.floor(single.length / 2)]?.toFixed(1)),
    single_p99_ms: Number(single[Math.floor(single.length * 0.99)]?.toFixed(1)),
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
  await client.end();
  await workers.close();
  await database.close();
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
