import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { allMigrations } from '../../server/src/composition/migrations.ts';
import { createSmtpProvider } from '../../server/src/features/mail/smtp/index.ts';
import { type Database, migrate, openDatabase } from '../../server/src/platform/db/index.ts';
import { createLogger } from '../../server/src/platform/observability/index.ts';
import { createEmptyPostgres } from '../../server/src/testing/database.ts';
import { createTestMessaging } from '../../server/src/testing/messaging/messaging.ts';
import { createPeople, createTestNotifications } from '../../server/src/testing/notifications.ts';
import { alertOf, channelWith } from './personal-mail.ts';
import { startProcess } from './processes.ts';
import type { SinkReport } from './sink.ts';

export interface BulkRun {
  readonly perSecond: number;
  /** From the transaction that asks for it to its arrival, in milliseconds, in order. */
  readonly resetMs: readonly number[];
  readonly lost: number;
  /** Mails that came twice. */
  readonly doubles: number;
  /** Most that can be under way or not yet recorded when a worker is killed. */
  readonly inFlight: number;
}

const clock = { now: () => new Date() };
const logger = createLogger({ level: 'error', environment: 'production' });
const batchSize = 1_000;
const resetEveryMs = 250;
/** A worker that is killed holds its claims for a minute. */
const longestMs = 240_000;

/**
 * So many alerts on PostgreSQL through a worker that is a process of its own, and is killed in the middle. Meanwhile this
 * process asks for a password reset four times a second; nothing wakes the worker for it.
 */
export async function measureBulkRun(options: {
  readonly deliveries: number;
  readonly port: number;
  readonly connections: number;
  readonly report: () => Promise<SinkReport>;
}): Promise<BulkRun> {
  const { deliveries, port, connections, report } = options;
  const { url, drop } = await createEmptyPostgres();
  const database = await openDatabase({ kind: 'postgres', url, poolSize: 4 }, logger);
  const startWorker = () =>
    startProcess('bench/email/worker.ts', [url, String(port), String(connections)], null);
  let worker: ChildProcess | undefined;
  try {
    await migrate(database, logger, allMigrations);
    await writeAlerts(database, deliveries);
    await report();
    const started = performance.now();
    worker = await startWorker();
    const asked = new Map<string, number>();
    const resets = askForResets(database, asked);
    while ((await countSent(database)) < deliveries / 2) await pause(1_000);
    const perSecond = deliveries / 2 / ((performance.now() - started) / 1_000);
    worker.kill('SIGKILL');
    worker = await startWorker();
    while ((await countOpen(database)) > deliveries / 20 && performance.now() - started < longestMs) {
      await pause(1_000);
    }
    const resetsSent = await resets.stop();
    while ((await countOpen(database)) > 0 && performance.now() - started < longestMs) await pause(500);
    const { mails, distinct, resets: arrived } = await report();
    return {
      perSecond,
      resetMs: arrived.map(([address, at]) => at - (asked.get(address) ?? at)).toSorted((a, b) => a - b),
      lost: deliveries + resetsSent - distinct,
      doubles: mails - distinct,
      inFlight: 2 * connections,
    };
  } finally {
    worker?.kill('SIGKILL');
    await database.close();
    await drop();
  }
}

/** The same on the embedded database, which has one process: mails in a second. */
export async function measureEmbeddedRun(
  deliveries: number,
  port: number,
  connections: number,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'rolecall-mails-'));
  const database = await openDatabase({ kind: 'embedded', folder }, logger);
  const provider = createSmtpProvider({
    name: 'smtp',
    url: `smtp://127.0.0.1:${port}`,
    concurrency: connections,
    signer: null,
  });
  try {
    await migrate(database, logger, allMigrations);
    await writeAlerts(database, deliveries);
    const send = (mail: Parameters<typeof provider.send>[0]) =>
      provider.send(mail, 'bounces@rolecall.example');
    const carrier = channelWith({ concurrency: connections, send });
    const started = performance.now();
    const { worker } = createTestMessaging({ database, clock, carrier, logger });
    const handled = await worker.runDue();
    return handled / ((performance.now() - started) / 1_000);
  } finally {
    await provider.close();
    await database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function writeAlerts(database: Database, count: number): Promise<void> {
  const notifications = createTestNotifications(database, clock);
  const people = await createPeople(database, count);
  for (let first = 0; first < count; first += batchSize) {
    const batch = people.slice(first, first + batchSize);
    const alerts = batch.map((userId, place) => ({ userId, payload: alertOf(first + place) }));
    await database.transaction((tx) => notifications.notifyMany(tx, 'job_alert', alerts));
  }
  await sql`analyze`.execute(database.query);
}

function askForResets(database: Database, asked: Map<string, number>) {
  const notifications = createTestNotifications(database, clock);
  let running = true;
  async function ask(): Promise<void> {
    for (let number = 0; running; number += 1) {
      const [userId = ''] = await createPeople(database, 1);
      const email = `reset-${number}@example.org`;
      await database.query.updateTable('users').set({ email }).where('id', '=', userId).execute();
      const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
      const payload = { name: 'Ada', email, token: `token-${number}`, expires_at: expiresAt };
      asked.set(email, Date.now());
      await database.transaction((tx) =>
        notifications.notify(tx, { kind: 'password_reset', userId, payload }),
      );
      await pause(resetEveryMs);
    }
  }
  const asking = ask();
  return {
    /** @returns how many were asked for */
    async stop(): Promise<number> {
      running = false;
      await asking;
      return asked.size;
    },
  };
}

const countSent = (database: Database) => count(database, ['sent']);
const countOpen = (database: Database) => count(database, ['pending', 'sending']);

async function count(
  database: Database,
  statuses: readonly ('sent' | 'pending' | 'sending')[],
): Promise<number> {
  const { found } = await database.query
    .selectFrom('deliveries')
    .select((row) => row.fn.countAll<string>().as('found'))
    .where('status', 'in', statuses)
    .executeTakeFirstOrThrow();
  return Number(found);
}
