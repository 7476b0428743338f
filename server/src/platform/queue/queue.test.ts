import { pino } from 'pino';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, describeBothDatabases, type TestDatabase } from '../../testing/database.ts';
import { StorageFullError } from '../db/index.ts';
import { createMetrics, type Metrics } from '../observability/index.ts';
import {
  createQueue,
  defineTask,
  InvalidScheduleError,
  type Queue,
  QueueNotRunningError,
  type TaskDefinition,
  UnknownTaskError,
} from './index.ts';

interface Greeting {
  readonly name: string;
}

const deadLetterSchema = z.object({
  data: z.unknown(),
  reason: z.object({ message: z.string() }).nullable(),
});

/** How long something that has been announced may take; generous, because the machine may be busy. */
const patience = { timeout: 20_000, interval: 20 };

describeBothDatabases('the queue', (open, kind) => {
  let database: TestDatabase;
  const queues: Queue[] = [];
  let count = 0;

  beforeAll(async () => {
    database = await open();
  });

  afterEach(async () => {
    for (const queue of queues.splice(0)) await queue.stop();
  });

  function makeTask(settings: Partial<TaskDefinition<Greeting>> = {}): TaskDefinition<Greeting> {
    count += 1;
    return defineTask({ name: `greet-${count}`, payload: z.object({ name: z.string() }), ...settings });
  }

  function makeQueue(...tasks: TaskDefinition<Greeting>[]): Queue {
    return makeQueueWith({}, ...tasks);
  }

  function makeQueueWith(
    settings: { readonly pollSeconds?: number; readonly metrics?: Metrics },
    ...tasks: TaskDefinition<Greeting>[]
  ): Queue {
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks,
      pollSeconds: 0.5,
      ...settings,
      drainSeconds: 10,
      ...(database.url === undefined ? {} : { postgresUrl: database.url }),
    });
    queues.push(queue);
    return queue;
  }

  /** A queue whose worker writes down what it gets. */
  async function startRecording(task: TaskDefinition<Greeting>): Promise<{ queue: Queue; seen: string[] }> {
    const queue = makeQueue(task);
    const seen: string[] = [];
    queue.work(task, async (jobs) => {
      seen.push(...jobs.map((job) => job.data.name));
    });
    await queue.start();
    return { queue, seen };
  }

  /** What has exhausted its retries or was rejected, the oldest first. */
  async function deadLettersOf(task: TaskDefinition<Greeting>) {
    const { rows } = await database.executeSql(
      `select data, source_output as reason from pgboss.job
       where name = 'dead-letter' and source_name = $1 order by created_on, id`,
      [task.name],
    );
    return rows.map((row) => deadLetterSchema.parse(row));
  }

  test('a task that the full disk has refused is run again, and has used up no attempt', async () => {
    const task = makeTask({ retryLimit: 0 });
    const queue = makeQueue(task);
    let runs = 0;
    queue.work(task, async () => {
      runs += 1;
      if (runs === 1) throw new StorageFullError('no room');
    });
    await queue.start();
    await database.transaction((tx) => queue.enqueue(tx, task, { name: 'Ada' }));
    await vi.waitFor(() => expect(runs).toBe(2), patience);
    await queue.stop();
    expect(await deadLettersOf(task)).toEqual([]);
  });

  test('runs what was committed, and nothing that was rolled back', async () => {
    const task = makeTask();
    const { queue, seen } = await startRecording(task);
    const failed = database.transaction(async (tx) => {
      await queue.enqueue(tx, task, { name: 'rolled back' });
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await database.transaction((tx) => queue.enqueue(tx, task, { name: 'committed' }));
    await vi.waitFor(() => expect(seen).toEqual(['committed']), patience);
  });

  test('can be used outside of a transaction and from a handler', async () => {
    const first = makeTask();
    const second = makeTask();
    const queue = makeQueue(first, second);
    const seen: string[] = [];
    queue.work(first, async (jobs) => {
      await database.transaction(async (tx) => {
        for (const { data } of jobs) await queue.enqueue(tx, second, { name: `${data.name} again` });
      });
    });
    queue.work(second, async (jobs) => {
      seen.push(...jobs.map((job) => job.data.name));
    });
    await queue.start();
    await queue.enqueue(database.query, first, { name: 'hello' });
    await vi.waitFor(() => expect(seen).toEqual(['hello again']), patience);
  });

  test('looks as soon as a task is committed, rather than at the next poll', async () => {
    const task = makeTask();
    const queue = makeQueueWith({ pollSeconds: 3600 }, task);
    const seen: string[] = [];
    queue.work(task, async (jobs) => {
      seen.push(...jobs.map((job) => job.data.name));
    });
    await queue.start();
    // PostgreSQL announces it to every process, an embedded database has only this one.
    const producer = kind === 'postgres' ? makeQueueWith({ pollSeconds: 3600 }, task) : queue;
    await producer.start();
    for (const name of ['first', 'second']) {
      await database.transaction((tx) => producer.enqueue(tx, task, { name }));
      await vi.waitFor(() => expect(seen).toContain(name), patience);
    }
  });

  test('works through a backlog in batches, the urgent first', async () => {
    const task = makeTask({ batchSize: 50 });
    const producer = makeQueue(task);
    await producer.start();
    await database.transaction(async (tx) => {
      for (let index = 0; index < 120; index += 1)
        await producer.enqueue(tx, task, { name: String(index) }, { priority: index === 119 ? 1 : 0 });
    });
    const batches: string[][] = [];
    const consumer = makeQueue(task);
    consumer.work(task, async (jobs) => {
      batches.push(jobs.map((job) => job.data.name));
    });
    await consumer.start();
    await vi.waitFor(() => expect(batches.flat()).toHaveLength(120), patience);
    expect(batches[0]?.[0]).toBe('119');
    expect(Math.max(...batches.map((batch) => batch.length))).toBe(50);
    expect(new Set(batches.flat()).size).toBe(120);
  });

  test('tries again, and gives up into the dead letters', async () => {
    const task = makeTask({ retryLimit: 1, retryDelaySeconds: 1 });
    const queue = makeQueue(task);
    let attempts = 0;
    queue.work(task, async () => {
      attempts += 1;
      throw new Error('the printer is on fire');
    });
    await queue.start();
    await queue.enqueue(database.query, task, { name: 'unlucky' });

    const reason = { message: 'the printer is on fire' };
    await vi.waitFor(
      async () => expect(await deadLettersOf(task)).toMatchObject([{ data: { name: 'unlucky' }, reason }]),
      patience,
    );
    expect(attempts).toBe(2);
  });

  test('judges each task of a batch by itself', async () => {
    const task = makeTask({ retryLimit: 0 });
    const queue = makeQueue(task);
    queue.work(task, async (jobs) =>
      jobs
        .filter((job) => job.data.name !== 'fine')
        .map((job) => ({ id: job.id, status: 'rejected', error: new Error(`no ${job.data.name}`) })),
    );
    await queue.start();
    await database.transaction(async (tx) => {
      for (const name of ['fine', 'bad', 'worse']) await queue.enqueue(tx, task, { name });
    });
    await vi.waitFor(async () => {
      const reasons = (await deadLettersOf(task)).map(({ reason }) => reason?.message);
      expect(reasons.toSorted()).toEqual(['no bad', 'no worse']);
    }, patience);
  });

  test('sends a payload that does not fit to the dead letters with its reason, and runs the others', async () => {
    const task = makeTask();
    const older = defineTask({ name: task.name, payload: z.object({ fullName: z.string() }) });
    const { queue, seen } = await startRecording(task);
    await queue.enqueue(database.query, older, { fullName: 'Ada' });
    await queue.enqueue(database.query, task, { name: 'Grace' });
    await vi.waitFor(async () => {
      const [letter] = await deadLettersOf(task);
      expect(letter?.reason?.message).toContain('Invalid payload');
      expect(seen).toEqual(['Grace']);
    }, patience);
  });

  test('keeps one waiting task per singleton key, and any number without', async () => {
    const task = makeTask();
    const producer = makeQueue(task);
    await producer.start();
    for (const name of ['one', 'two']) {
      await producer.enqueue(database.query, task, { name }, { singletonKey: 'only' });
      await producer.enqueue(database.query, task, { name: `${name} without` });
    }
    const { seen } = await startRecording(task);
    await vi.waitFor(() => expect(seen.toSorted()).toEqual(['one', 'one without', 'two without']), patience);
  });

  test('waits for the time that a task names', async () => {
    const task = makeTask();
    const { queue, seen } = await startRecording(task);
    await queue.enqueue(
      database.query,
      task,
      { name: 'tomorrow' },
      { startAfter: new Date(Date.now() + 86_400_000) },
    );
    await queue.enqueue(database.query, task, { name: 'now' });
    await vi.waitFor(() => expect(seen).toEqual(['now']), patience);
    expect((await queue.stats()).find((row) => row.task === task.name)).toMatchObject({ deferred: 1 });
  });

  test('counts runs, retries and failures, how long they take, and what lies in the queue', async () => {
    const task = makeTask({ retryLimit: 1, retryDelaySeconds: 1 });
    const metrics = createMetrics();
    const queue = makeQueueWith({ metrics }, task);
    queue.work(task, async (jobs) => {
      if (jobs.some(({ data }) => data.name === 'unlucky')) throw new Error('no');
    });
    const sample = async (line: string) =>
      (await metrics.render()).split('\n').find((one) => one.startsWith(line));
    expect(await sample('rolecall_task_depth{')).toBeUndefined();
    await queue.start();
    await queue.enqueue(database.query, task, { name: 'lucky' });
    await vi.waitFor(async () => {
      expect(await sample(`rolecall_task_runs_total{task="${task.name}"}`)).toMatch(/ 1$/);
    }, patience);
    await queue.enqueue(database.query, task, { name: 'unlucky' });
    const later = { startAfter: new Date(Date.now() + 86_400_000) };
    await queue.enqueue(database.query, task, { name: 'tomorrow' }, later);
    await vi.waitFor(async () => {
      const failures = `rolecall_task_failures_total{task="${task.name}",outcome=`;
      expect(await sample(`${failures}"retried"}`)).toMatch(/ 1$/);
      expect(await sample(`${failures}"given_up"}`)).toMatch(/ 1$/);
    }, patience);
    expect(await sample(`rolecall_task_runs_total{task="${task.name}"}`)).toMatch(/ 3$/);
    expect(await sample(`rolecall_task_retries_total{task="${task.name}"}`)).toMatch(/ 1$/);
    expect(await sample(`rolecall_task_duration_seconds_count{task="${task.name}"}`)).toMatch(/ 3$/);
    // Has what lies there counted now, rather than by the next round of the supervision.
    await queue.stats();
    expect(await sample(`rolecall_task_depth{task="${task.name}",state="deferred"}`)).toMatch(/ 1$/);
    expect(await sample(`rolecall_task_depth{task="dead-letter",state="ready"}`)).toMatch(/ [1-9]\d*$/);
  });

  test('a stop waits for what runs, which may still enqueue', async () => {
    const task = makeTask();
    const followUp = makeTask();
    const queue = makeQueue(task, followUp);
    const started = Promise.withResolvers<void>();
    const release = Promise.withResolvers<void>();
    let finished = false;
    queue.work(task, async () => {
      started.resolve();
      await release.promise;
      await queue.enqueue(database.query, followUp, { name: 'after' });
      finished = true;
    });
    await queue.start();
    await queue.enqueue(database.query, task, { name: 'slow' });
    await started.promise;
    const stopped = queue.stop();
    release.resolve();
    await stopped;
    expect(finished).toBe(true);
    const { rows } = await database.executeSql('select state::text from pgboss.job where name = $1', [
      task.name,
    ]);
    expect(rows).toEqual([{ state: 'completed' }]);
    await expect(queue.enqueue(database.query, task, { name: 'late' })).rejects.toThrow(QueueNotRunningError);
  });

  test('refuses a schedule that nobody could follow, and replaces one by its key', async () => {
    const task = makeTask();
    const queue = makeQueue(task);
    await queue.start();
    const schedule = (cron: string, zone: string) => queue.schedule(task, 'daily', cron, zone, { name: 'x' });
    await expect(schedule('99 * * * *', 'UTC')).rejects.toThrow(InvalidScheduleError);
    await expect(schedule('0 7 * * *', 'Europe/Atlantis')).rejects.toThrow('Europe/Atlantis');
    await schedule('0 7 * * *', 'Europe/Berlin');
    await schedule('0 8 * * *', 'Europe/Berlin');
    const stored = () =>
      database
        .executeSql('select cron, timezone from pgboss.schedule where name = $1', [task.name])
        .then(({ rows }) => rows);
    expect(await stored()).toEqual([{ cron: '0 8 * * *', timezone: 'Europe/Berlin' }]);
    await queue.unschedule(task, 'daily');
    expect(await stored()).toEqual([]);
  });

  test('refuses a task that it was not told about', async () => {
    const queue = makeQueue(makeTask());
    await queue.start();
    await expect(queue.enqueue(database.query, makeTask(), { name: 'x' })).rejects.toThrow(UnknownTaskError);
  });

  test('many transactions may enqueue at once', async () => {
    const task = makeTask();
    const { queue, seen } = await startRecording(task);
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        database.transaction((tx) => queue.enqueue(tx, task, { name: String(index) })),
      ),
    );
    await vi.waitFor(() => expect(new Set(seen).size).toBe(30), patience);
    expect(seen).toHaveLength(30);
  });
});

test('an embedded queue tries again at once what a process left behind when it died', async () => {
  const database = await createTestDatabase('embedded');
  const task = defineTask({ name: 'left', payload: z.object({ name: z.string() }), retryDelaySeconds: 1 });
  const options = {
    database,
    logger: pino({ level: 'silent' }),
    tasks: [task],
    pollSeconds: 0.5,
    drainSeconds: 1,
  };

  const dying = createQueue(options);
  const started = Promise.withResolvers<void>();
  dying.work(task, () => {
    started.resolve();
    return new Promise<void>(() => undefined);
  });
  await dying.start();
  await database.transaction(async (tx) => {
    for (const name of ['orphan', 'sibling']) await dying.enqueue(tx, task, { name });
  });
  await started.promise;

  // One of them may have ended the process, so each is run alone, and what is done by then is kept.
  const next = createQueue(options);
  const seen: string[][] = [];
  const completed = async () =>
    (await database.executeSql(`select id from pgboss.job where state = 'completed'`)).rows.length;
  let keptBeforeLast = 0;
  next.work(task, async (jobs) => {
    seen.push(jobs.map((job) => job.data.name));
    keptBeforeLast = await completed();
  });
  await next.start();
  await vi.waitFor(async () => expect(await completed()).toBe(2), patience);
  expect(seen.toSorted()).toEqual([['orphan'], ['sibling']]);
  expect(keptBeforeLast).toBe(1);
  await next.stop();
  await dying.stop();
  await database.close();
});
