import { randomUUID } from 'node:crypto';
import { fromKysely, type JobWithMetadata, type PgBoss, type QueueResult } from 'pg-boss';
import type { Tx } from '../db/index.ts';
import { runBatch } from './batch.ts';
import { deadLetterQueue, startBoss } from './boss.ts';
import { InvalidScheduleError, QueueNotRunningError, UnknownTaskError } from './errors.ts';
import { forgetTasks } from './forget.store.ts';
import { createTaskMetrics } from './metrics.ts';
import type { QueueOptions } from './options.ts';
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
 * about a minute, or the same process when it starts again on an embedded database. Such an end counts as an attempt,
 * and the next one has the task alone.
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

  /** Whether a schedule can be followed. @throws {InvalidScheduleError} */
  assertSchedule(task: TaskSettings, key: string, cron: string, timezone: string): void;

  unschedule(task: TaskSettings, key: string): Promise<void>;

  /**
   * Drops every task, whatever has become of it, whose payload, key or result has this text in it, such as the id of a
   * person. What runs at this moment runs to its end.
   */
  forget(tx: Tx, text: string): Promise<void>;

  stats(): Promise<QueueCounts[]>;

  /** Prepares the tables and begins to work. A process without handlers only enqueues. */
  start(): Promise<void>;

  /** Takes nothing new, and waits for what runs; what takes too long is left to be tried again. */
  stop(): Promise<void>;
}

type Worker = (boss: PgBoss) => Promise<string>;

export function createQueue(options: QueueOptions): Queue {
  const { database, logger, pollSeconds = 2, drainSeconds = 20 } = options;
  const tasks = new Map(options.tasks.map((task) => [task.name, task]));
  const workers = new Map<string, Worker>();
  let running: PgBoss | undefined;
  const metrics = options.metrics && createTaskMetrics(options.metrics, readCounts);

  /** What the supervision has counted last; a database that does not answer keeps nobody from the other metrics. */
  async function readCounts(): Promise<QueueResult[] | undefined> {
    try {
      return await running?.getQueues([...tasks.keys(), deadLetterQueue]);
    } catch (error) {
      logger.warn({ err: error }, 'the depth of the queues could not be read');
      return undefined;
    }
  }

  function bossFor(task: TaskSettings): PgBoss {
    if (!running) throw new QueueNotRunningError();
    if (!tasks.has(task.name)) throw new UnknownTaskError(task.name);
    return running;
  }

  function assertSchedule(task: TaskSettings, key: string, cron: string, timezone: string): void {
    try {
      const boss = bossFor(task);
      // A sixth field would be seconds, and the queue looks once a minute.
      if (cron.trim().split(/\s+/).length !== 5) throw new Error('it does not have five fields');
      boss.previewSchedule(cron, { tz: timezone, count: 1 });
    } catch (error) {
      if (error instanceof QueueNotRunningError || error instanceof UnknownTaskError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new InvalidScheduleError(
        `The schedule ${key} of ${task.name}, "${cron}" in ${timezone}, is not valid: ${reason}`,
        { cause: error },
      );
    }
  }

  function wake(task: TaskSettings): void {
    for (const worker of running?.getWipData() ?? []) {
      if (worker.name === task.name) running?.notifyWorker(worker.id);
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
          (jobs: JobWithMetadata[]) =>
            runBatch(task, handler, jobs, {
              logger,
              metrics,
              complete: (ids) => boss.complete(task.name, [...ids]),
            }),
        ),
      );
    },

    async enqueue(tx, task, payload, { singletonKey = randomUUID(), ...rest } = {}) {
      const job = { ...rest, data: payload, singletonKey };
      await bossFor(task).insert(task.name, [job], { db: fromKysely(tx) });
      database.afterCommit(() => wake(task));
    },

    assertSchedule,

    async schedule(task, key, cron, timezone, payload) {
      assertSchedule(task, key, cron, timezone);
      const boss = bossFor(task);
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
      const boss = await startBoss(options, tasks.values(), workers.size > 0);
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
