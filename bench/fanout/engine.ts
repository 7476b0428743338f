import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { allMigrations } from '../../server/src/composition/migrations.ts';
import { migrate, type OpenDatabase, openDatabase } from '../../server/src/platform/db/index.ts';
import { createLogger } from '../../server/src/platform/observability/index.ts';
import { createEmptyPostgres } from '../../server/src/testing/database.ts';
import { createTestNotifications } from '../../server/src/testing/notifications.ts';

export interface FanOut {
  readonly perSecond: number;
  /** CPU time of this process for each person, in microseconds. */
  readonly cpuMicroseconds: number;
  /** The same of the connections of PostgreSQL. */
  readonly databaseMicroseconds: number;
  /** How much more memory was in use at the most than before, in MB. */
  readonly growthMb: number;
}

const batchSize = 1_000;
const logger = createLogger({ level: 'silent', environment: 'production' });

export async function measurePostgres(people: number): Promise<FanOut> {
  const { url, drop } = await createEmptyPostgres();
  try {
    const database = await openDatabase({ kind: 'postgres', url, poolSize: 4 }, logger);
    try {
      return await fanOut(database, people, 2);
    } finally {
      await database.close();
    }
  } finally {
    await drop();
  }
}

/** In a folder, as the program keeps it. */
export async function measureEmbedded(people: number): Promise<FanOut> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-fanout-'));
  try {
    const database = await openDatabase({ kind: 'embedded', folder }, logger);
    try {
      return await fanOut(database, people, 1);
    } finally {
      await database.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Tells everybody the same, each once, so many batches at a time. */
async function fanOut(database: OpenDatabase, people: number, lanes: number): Promise<FanOut> {
  await migrate(database, logger, allMigrations);
  const ids = await createPeople(database, people);
  const notifications = createTestNotifications(database, { now: () => new Date() });
  const payload = { title: 'We have news', message: 'There is something new at Rolecall, made for you.' };
  let place = 0;
  let peak = 0;

  async function lane(): Promise<void> {
    while (place < ids.length) {
      const batch = ids.slice(place, place + batchSize);
      place += batchSize;
      await database.transaction((tx) =>
        notifications.notifyMany(
          tx,
          'feature_announcement',
          batch.map((userId) => ({ userId, payload, dedupeKey: 'fan-out' })),
        ),
      );
      peak = Math.max(peak, process.memoryUsage.rss());
    }
  }

  const memoryBefore = process.memoryUsage.rss();
  const databaseBefore = await databaseCpuSeconds(database);
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  await Promise.all(Array.from({ length: lanes }, lane));
  const seconds = (performance.now() - started) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  const databaseSeconds = (await databaseCpuSeconds(database)) - databaseBefore;
  const written = await database.query
    .selectFrom('notifications')
    .select((row) => row.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(written.count) !== people) throw new Error(`${written.count} of ${people} were told`);
  return {
    perSecond: people / seconds,
    cpuMicroseconds: (cpu.user + cpu.system) / people,
    databaseMicroseconds: (databaseSeconds * 1e6) / people,
    growthMb: (peak - memoryBefore) / 1e6,
  };
}

/** People with inboxes, of whom one in ten has decided something: mails once a day, none at all, or quiet hours. */
async function createPeople(database: OpenDatabase, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7());
  for (let start = 0; start < count; start += 10_000) {
    const page = ids.slice(start, start + 10_000);
    await database.executeSql(
      `insert into users (id, name, email, email_verified, role)
       select id, 'Person ' || id, id || '@bench.example', true, 'job_seeker' from unnest($1::uuid[]) as person (id)`,
      [page],
    );
    await database.executeSql(
      `insert into profiles (user_id, time_zone, locale)
       select id, 'Europe/Berlin', 'en' from unnest($1::uuid[]) as person (id)`,
      [page],
    );
    await database.executeSql(
      `insert into inboxes (user_id, updated_at) select id, now() from unnest($1::uuid[]) as person (id)`,
      [page],
    );
    await database.executeSql(
      `insert into notification_settings (user_id, settings, updated_at)
       select id, settings[1 + place % 3], now()
       from unnest($1::uuid[]) with ordinality as person (id, place),
         (select array[
           '{"categories":{"announcements":{"frequency":"daily"}}}',
           '{"categories":{"announcements":{"channels":{"email":false}}}}',
           '{"quiet_hours":{"days":["monday","tuesday","wednesday","thursday","friday","saturday","sunday"],"from":"22:00","to":"07:00"}}'
         ]::jsonb[] as settings) as choices
       where place % 10 = 0`,
      [page],
    );
  }
  await database.executeSql('vacuum analyze');
  return ids;
}

/** CPU time that the connections of this database have used so far; 0 for the embedded one, which is this process. */
async function databaseCpuSeconds(database: OpenDatabase): Promise<number> {
  if (database.kind === 'embedded') return 0;
  const { rows } = await database.executeSql(
    'select pid from pg_stat_activity where datname = current_database()',
  );
  return rows.reduce((sum, { pid }) => sum + ticksOf(Number(pid)) / 100, 0);
}

/** User and system time of a process, in ticks of 10 ms. */
function ticksOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
