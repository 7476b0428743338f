import { type ConstructorOptions, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database } from '../db/index.ts';
import { abandoned } from './batch.ts';
import type { QueueOptions } from './options.ts';
import type { TaskSettings } from './task.ts';

/** The queue that keeps what exhausted its retries or was rejected. */
export const deadLetterQueue = 'dead-letter';

/** A failed process is noticed when this many seconds passed without a sign of it, plus the interval of looking. */
const heartbeatSeconds = 30;
const supervisionSeconds = 30;
const longestRetryDelaySeconds = 3600;
const keepWaitingSeconds = 30 * 86_400;
const keepCompletedSeconds = 86_400;
/** Polling, completing, supervising and listening, so that the pool of the application stays free for the rest. */
const ownConnections = 4;
const nobody = '00000000-0000-0000-0000-000000000000';

/** Starts the library with all tasks prepared. @param isWorker whether this process works on any of them */
export async function startBoss(
  options: QueueOptions,
  tasks: Iterable<TaskSettings>,
  isWorker: boolean,
): Promise<PgBoss> {
  const { database, logger } = options;
  const boss = new PgBoss({
    ...connectionOptions(options),
    supervise: isWorker,
    schedule: isWorker,
    superviseIntervalSeconds: supervisionSeconds,
    monitorIntervalSeconds: supervisionSeconds,
  });
  boss.on('error', (error) => logger.error({ err: error }, 'the queue met an error'));
  boss.on('warning', (warning) => logger.warn({ data: warning.data }, warning.message));
  await boss.start();
  await boss.createQueue(deadLetterQueue, { retentionSeconds: keepWaitingSeconds });
  for (const task of tasks) await prepare(boss, task, database);
  if (database.kind === 'embedded') await releaseAbandoned(boss, database, logger);
  return boss;
}

function connectionOptions({ database, postgresUrl }: QueueOptions): ConstructorOptions {
  if (database.kind === 'embedded') {
    return {
      db: { executeSql: (text, values) => database.executeSql(text, values) },
      backend: 'pglite',
      reindex: false,
      monitorVacuum: false,
    };
  }
  if (postgresUrl === undefined) throw new Error('The queue needs the address of the PostgreSQL server');
  return {
    connectionString: postgresUrl,
    application_name: 'rolecall-queue',
    max: ownConnections,
    useListenNotify: true,
  };
}

/** The policy `short` keeps one waiting job per key, which is why a job that needs no key gets one of its own. */
async function prepare(boss: PgBoss, task: TaskSettings, { kind }: Database): Promise<void> {
  const settings = {
    retryLimit: task.retryLimit,
    retryDelay: task.retryDelaySeconds,
    retryBackoff: task.retryDelaySeconds > 0,
    ...(task.retryDelaySeconds > 0 ? { retryDelayMax: longestRetryDelaySeconds } : {}),
    expireInSeconds: task.expireInSeconds,
    retentionSeconds: keepWaitingSeconds,
    deleteAfterSeconds: keepCompletedSeconds,
    heartbeatSeconds,
    deadLetter: deadLetterQueue,
    notify: kind === 'postgres',
  };
  await boss.createQueue(task.name, { ...settings, policy: 'short' });
  await boss.updateQueue(task.name, settings);
  // Fills the cache that enqueueing reads, which on the only connection could not be filled from a transaction.
  await boss.findJobs(task.name, { id: nobody });
}

/** On an embedded database nobody else can be working, so what looks active was left by a process that died. */
async function releaseAbandoned(boss: PgBoss, database: Database, logger: Logger): Promise<void> {
  const { rows } = await database.executeSql(`select name, id from pgboss.job where state = 'active'`);
  for (const { name, id } of rows) {
    logger.warn({ task: name, id }, 'a task was abandoned by a process that ended');
    await boss.fail(String(name), String(id), { message: abandoned });
  }
}
