import { randomUUID } from 'node:crypto';
import { type ConstructorOptions, fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Database, Tx } from '../db/index.ts';
import { runBatch } from './batch.ts';
import { type DeadLetterPage, deadLetterQueue, readDeadLetters } from './dead-letters.ts';
import { InvalidScheduleError, QueueNotRunningError, UnknownTaskError } from './errors.ts';
import { forgetTasks } from './forget.store.ts';
import type { TaskDefinition, TaskHandler, TaskSettings } from './task.ts';

/** When and how a task is to run. */
export interface EnqueueOptions {
  /** Not before this instant. */
  readonly startAfter?: Date;
  /** Drops the task while another of the same kind and key waits for its first attempt. */
  readonly singletonKey?: string;
  /** Higher ones go first; 0 unless told. */
  readonly priority?: number;
}

/** Counts of one queue, at most a minute old. */
export interface QueueCounts {
  readonly task: string;
  /** Could run now. */
  readonly ready: number;
  /** Wait for their time. */
  readonly deferred: number;
  readonly active: number;
  /** Failed for good and still kept. */
  readonly failed: number;
}

/**
 * Background work, kept in the database.
 *
 * A task is enqueued in the transaction that causes it, so it exists exactly when that commits. It is run at least
 * once: a process that dies leaves its tasks to be tried again, which the others notice by the missing heartbeat after
 * about a minute, or the same process when it starts again on an embedded database. Such an end counts as an attempt.
 */
export interface Queue {
  /** Says who works on a task in this process. Before {@link start}, once per task. */
  work<Payload extends object>(task: TaskDefinition<Payload>, handler: TaskHandler<Payload>): void;

  /**
   * Adds a task in this transaction. When it commits, workers of this process look at once, those of other processes
   * within moments.
   */
  enqueue<Payload extends object>(
    tx: Tx,
    task: TaskDefinition<Payload>,
    payload: Payload,
    options?: EnqueueOptions,
  ): Promise<void>;

  /** Adds many tasks with one statement. The caller bounds how many. */
  enqueueMany<Payload extends object>(
    tx: Tx,
    task: TaskDefinition<Payload>,
    jobs: readonly ({ readonly payload: Payload } & EnqueueOptions)[],
  ): Promise<void>;

  /**
   * Runs a task again and again. The same task and key replace the schedule that they had.
   * @param key tells the schedules of one task apart; letters, digits, `-`, `_`, `.` and `/`
   * @param cron five fields, to the minute
   * @param timezone a name of the IANA database
   * @throws {InvalidScheduleError}
   */
  schedule<Payload extends object>(
    task: TaskDefinition<Payload>,
    key: string,
    cron: string,
    timezone: string,
    payload: Payload,
  ): Promise<void>;

  unschedule(task: TaskSettings, key: string): Promise<void>;

  /**
   * Drops every task, whatever has become of it, whose payload, key or result has this text in it, such as the id of a
   * person. What runs at this moment runs to its end.
   */
  forget(tx: Tx, text: string): Promise<void>;

  /** What exhausted its retries, the latest first. */
  deadLetters(page: { readonly limit: number; readonly cursor?: string }): Promise<DeadLetterPage>;

  /** Sends a dead letter to its task again, with all of its retries. False when there is none of this id. */
  redrive(id: string): Promise<boolean>;

  stats(): Promise<QueueCounts[]>;

  /** Prepares the tables and begins to work. A process without handlers only enqueues. */
  start(): Promise<void>;

  /** Takes nothing new, and waits for what runs; what takes too long is left to be tried again. */
  stop(): Promise<void>;
}

/** What a queue is made of. */
export interface QueueOptions {
  readonly database: Database;
  readonly logger: Logger;
  /** Every task that this process may enqueue or work on. */
  readonly tasks: readonly TaskSettings[];
  /** Where the database is, when it is a PostgreSQL server: the queue holds a few connections of its own there. */
  readonly postgresUrl?: string;
  /** How often to look for work that nobody announced, such as retries, in seconds; 2 unless told. */
  readonly pollSeconds?: number;
  /** How long {@link Queue.stop} waits for handlers, in seconds; 20 unless told. */
  readonly drainSeconds?: number;
}

/** A failed process is noticed when this many seconds passed without a sign of it, plus the interval of looking. */
const heartbeatSeconds = 30;
const supervisionSeconds = 30;
const longestRetryDelaySeconds = 3600;
const keepWaitingSeconds = 30 * 86_400;
const keepCompletedSeconds = 86_400;
/** Polling, completing, supervising and listening, so that the pool of the application stays free for the rest. */
const ownConnections = 4;
const nobody = '00000000-0000-0000-0000-000000000000';

type Worker = (boss: PgBoss) => Promise<string>;

export function createQueue(options: QueueOptions): Queue {
  const { database, logger, pollSeconds = 2, drainSeconds = 20 } = options;
  const tasks = new Map(options.tasks.map((task) => [task.name, task]));
  const workers = new Map<string, Worker>();
  let running: PgBoss | undefined;

  function bossFor(task: TaskSettings): PgBoss {
    if (!running) throw new QueueNotRunningError();
    if (!tasks.has(task.name)) throw new UnknownTaskError(task.name);
    return running;
  }

  function wake(task: TaskSettings): void {
    for (const worker of running?.getWipData() ?? []) {
      if (worker.name === task.name) running?.notifyWorker(worker.id);
    }
  }

  async function insert<Payload extends object>(
    tx: Tx,
    task: TaskDefinition<Payload>,
    jobs: readonly ({ readonly payload: Payload } & EnqueueOptions)[],
  ): Promise<void> {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ payload, singletonKey = randomUUID(), ...rest }) => ({
      ...rest,
      data: payload,
      singletonKey,
    }));
    await bossFor(task).insert(task.name, rows, { db: fromKysely(tx) });
    database.afterCommit(() => wake(task));
  }

  /** The policy `short` keeps one waiting job per key, which is why a job that needs no key gets one of its own. */
  async function prepare(boss: PgBoss, task: TaskSettings): Promise<void> {
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
      notify: database.kind === 'postgres',
    };
    await boss.createQueue(task.name, { ...settings, policy: 'short' });
    await boss.updateQueue(task.name, settings);
    // Fills the cache that enqueueing reads, which on the only connection could not be filled from a transaction.
    await boss.findJobs(task.name, { id: nobody });
  }

  /** On an embedded database nobody else can be working, so what looks active was left by a process that died. */
  async function releaseAbandoned(boss: PgBoss): Promise<void> {
    const { rows } = await database.executeSql(`select name, id from pgboss.job where state = 'active'`);
    for (const { name, id } of rows) {
      logger.warn({ task: name, id }, 'a task was abandoned by a process that ended');
      await boss.fail(String(name), String(id), { message: 'the process that worked on it ended' });
    }
  }

  return {
    work(task, handler) {
      if (running) throw new Error(`The worker of ${task.name} has to be registered before the queue starts`);
      if (workers.has(task.name)) throw new Error(`The task ${task.name} has a worker already`);
      tasks.set(task.name, task);
      workers.set(task.name, (boss) =>
        boss.work(
          task.name,
          {
            batchSize: task.batchSize,
            localConcurrency: task.concurrency,
            includeMetadata: true,
            perJobResults: true,
            burstWhenBatchFull: true,
            pollingIntervalSeconds: pollSeconds,
            notifyPollingIntervalSeconds: pollSeconds,
          },
          (jobs: JobWithMetadata[]) => runBatch(task, handler, jobs, logger),
        ),
      );
    },

    async enqueue(tx, task, payload, enqueueOptions = {}) {
      await insert(tx, task, [{ ...enqueueOptions, payload }]);
    },

    enqueueMany: insert,

    async schedule(task, key, cron, timezone, payload) {
      const boss = bossFor(task);
      try {
        boss.previewSchedule(cron, { tz: timezone, count: 1 });
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw new InvalidScheduleError(
          `The schedule ${key} of ${task.name}, "${cron}" in ${timezone}, is not valid: ${reason}`,
          { cause: error },
        );
      }
      await boss.schedule(task.name, cron, payload, { tz: timezone, key, singletonKey: `schedule/${key}` });
    },

    async unschedule(task, key) {
      await bossFor(task).unschedule(task.name, key);
    },

    async forget(tx, text) {
      // One of the library's own tables: it can delete by id only.
      if (!running) throw new QueueNotRunningError();
      await forgetTasks(tx, text);
    },

    deadLetters: (page) => readDeadLetters(database, page),

    async redrive(id) {
      if (!running) throw new QueueNotRunningError();
      return (await running.redrive(deadLetterQueue, { ids: [id] })) > 0;
    },

    async stats() {
      const boss = running;
      if (!boss) throw new QueueNotRunningError();
      const counts: QueueCounts[] = [];
      for (const task of [...tasks.keys(), deadLetterQueue]) {
        const [row] = await boss.getQueueStats(task, { force: true });
        counts.push({
          task,
          ready: row?.readyCount ?? 0,
          deferred: row?.deferredCount ?? 0,
          active: row?.activeCount ?? 0,
          failed: row?.failedCount ?? 0,
        });
      }
      return counts;
    },

    async start() {
      if (running) return;
      const boss = new PgBoss({
        ...connectionOptions(options),
        supervise: workers.size > 0,
        schedule: workers.size > 0,
        superviseIntervalSeconds: supervisionSeconds,
        monitorIntervalSeconds: supervisionSeconds,
      });
      boss.on('error', (error) => logger.error({ err: error }, 'the queue met an error'));
      boss.on('warning', (warning) => logger.warn({ data: warning.data }, warning.message));
      await boss.start();
      await boss.createQueue(deadLetterQueue, { retentionSeconds: keepWaitingSeconds });
      for (const task of tasks.values()) await prepare(boss, task);
      if (database.kind === 'embedded') await releaseAbandoned(boss);
      running = boss;
      for (const work of workers.values()) await work(boss);
    },

    async stop() {
      // What still runs may enqueue until it is done.
      await running?.stop({ graceful: true, timeout: drainSeconds * 1000 });
      running = undefined;
    },
  };
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
