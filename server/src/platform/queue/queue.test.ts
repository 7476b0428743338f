import { pino } from 'pino';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { createTestDatabase, describeEachDatabase, type TestDatabase } from '../../testing/database.ts';
import {
  createQueue,
  defineTask,
  InvalidCursorError,
  InvalidScheduleError,
  type Queue,
  QueueNotRunningError,
  type TaskDefinition,
  UnknownTaskError,
} from './index.ts';

interface Greeting {
  readonly name: string;
}

/** How long something that has been announced may take; generous, because the machine may be busy. */
const patience = { timeout: 20_000, interval: 20 };

describeEachDatabase('the queue', (open, kind) => {
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
    return makeQueueThatPolls(0.5, ...tasks);
  }

  function makeQueueThatPolls(pollSeconds: number, ...tasks: TaskDefinition<Greeting>[]): Queue {
    const queue = createQueue({
      database,
      logger: pino({ level: 'silent' }),
      tasks,
      pollSeconds,
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
    const queue = makeQueueThatPolls(3600, task);
    const seen: string[] = [];
    queue.work(task, async (jobs) => {
      seen.push(...jobs.map((job) => job.data.name));
    });
    await queue.start();
    // PostgreSQL announces it to every process, an embedded database has only this one.
    const producer = kind === 'postgres' ? makeQueueThatPolls(3600, task) : queue;
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
    await producer.enqueueMany(
      database.query,
      task,
      Array.from({ length: 120 }, (_, index) => ({
        payload: { name: String(index) },
        priority: index === 119 ? 1 : 0,
      })),
    );
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

  test('tries again, gives up into the dead letters, and sends from there again', async () => {
    const task = makeTask({ retryLimit: 1, retryDelaySeconds: 1 });
    const queue = makeQueue(task);
    let attempts = 0;
    let broken = true;
    queue.work(task, async () => {
      attempts += 1;
      if (broken) throw new Error('the printer is on fire');
    });
    await queue.start();
    await queue.enqueue(database.query, task, { name: 'unlucky' });

    const letter = await vi.waitFor(async () => {
      const { items } = await queue.deadLetters({ limit: 10 });
      const found = items.find((item) => item.task === task.name);
      expect(found).toBeDefined();
      return found;
    }, patience);
    expect(letter).toMatchObject({
      payload: { name: 'unlucky' },
      reason: 'the printer is on fire',
      attempts: 2,
    });
    expect(attempts).toBe(2);

    broken = false;
    expect(await queue.redrive(letter?.id ?? '')).toBe(true);
    expect(await queue.redrive(letter?.id ?? '')).toBe(false);
    await vi.waitFor(() => expect(attempts).toBe(3), patience);
    const { items } = await queue.deadLetters({ limit: 10 });
    expect(items.filter((item) => item.task === task.name)).toEqual([]);
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
    await queue.enqueueMany(database.query, task, [
      { payload: { name: 'fine' } },
      { payload: { name: 'bad' } },
      { payload: { name: 'worse' } },
    ]);
    await vi.waitFor(async () => {
      const { items } = await queue.deadLetters({ limit: 100 });
      const reasons = items.filter((item) => item.task === task.name).map((item) => item.reason);
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
      const { items } = await queue.deadLetters({ limit: 100 });
      expect(items.find((item) => item.task === task.name)?.reason).toContain('Invalid payload');
      expect(seen).toEqual(['Grace']);
    }, patience);
  });

  test('pages through the dead letters without losing or repeating one', async () => {
    const task = makeTask();
    const queue = makeQueue(task);
    queue.work(task, async (jobs) =>
      jobs.map(({ id }) => ({ id, status: 'rejected', error: new Error('no') })),
    );
    await queue.start();
    const names = Array.from({ length: 7 }, (_, index) => `letter ${index}`);
    await queue.enqueueMany(
      database.query,
      task,
      names.map((name) => ({ payload: { name } })),
    );
    const readAll = async (): Promise<unknown[]> => {
      const found: unknown[] = [];
      let cursor: string | undefined;
      do {
        const page = await queue.deadLetters(cursor === undefined ? { limit: 3 } : { limit: 3, cursor });
        expect(page.items.length).toBeLessThanOrEqual(3);
        found.push(...page.items.filter((item) => item.task === task.name).map((item) => item.payload));
        cursor = page.cursor;
      } while (cursor !== undefined);
      return found;
    };
    await vi.waitFor(async () => expect(await readAll()).toHaveLength(7), patience);
    expect(new Set((await readAll()).map((payload) => JSON.stringify(payload))).size).toBe(7);
    await expect(queue.deadLetters({ limit: 3, cursor: 'nonsense' })).rejects.toThrow(InvalidCursorError);
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
  const database = await createTestDatabase();
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
  await dying.enqueue(database.query, task, { name: 'orphan' });
  await started.promise;

  const next = createQueue(options);
  const seen: string[] = [];
  next.work(task, async (jobs) => {
    seen.push(...jobs.map((job) => job.data.name));
  });
  await next.start();
  await vi.waitFor(() => expect(seen).toEqual(['orphan']), patience);
  await next.stop();
  await dying.stop();
  await database.close();
});
