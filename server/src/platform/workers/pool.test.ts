import { afterEach, describe, expect, it } from 'vitest';
import { hardTasks } from '../../testing/workers/index.ts';
import { createMetrics } from '../observability/index.ts';
import {
  createWorkerPool,
  onBehalfOf,
  type WorkerPool,
  type WorkerPoolOptions,
  type WorkerTask,
} from './index.ts';

const opened: WorkerPool[] = [];
afterEach(() => Promise.all(opened.splice(0).map((pool) => pool.close())));

function openPool(options: Partial<WorkerPoolOptions> = {}): WorkerPool {
  const pool = createWorkerPool({ threads: 1, memoryMb: 64, ...options });
  opened.push(pool);
  return pool;
}

describe('a pool of threads', () => {
  it('ends a call at its deadline, and the next one has a new thread', async () => {
    const pool = openPool();
    const order: string[] = [];
    const slow = pool.run(hardTasks.loop, 100).then((result) => {
      order.push('slow');
      return result;
    });
    // The event loop is free meanwhile: a timer runs before the call has ended.
    await new Promise<void>((resolve) => setImmediate(resolve));
    order.push('turn');
    await expect(slow).resolves.toMatchObject({ status: 'too_slow' });
    expect(order).toEqual(['turn', 'slow']);
    await expect(pool.run(hardTasks.echo, 'hi')).resolves.toEqual({ status: 'done', output: 'hi' });
  });

  it('survives a call that takes all memory', async () => {
    const pool = openPool();
    await expect(pool.run(hardTasks.devour, null)).resolves.toMatchObject({ status: 'out_of_memory' });
    await expect(pool.run(hardTasks.echo, 'hi')).resolves.toEqual({ status: 'done', output: 'hi' });
  });

  it('tells a stack that overflows, an error and an answer that cannot be handed over as failures', async () => {
    const pool = openPool();
    const [deep, thrown, uncloneable] = await Promise.all([
      pool.run(hardTasks.recurse, 10_000_000),
      pool.run(hardTasks.rejectLater, 'bad'),
      pool.run(hardTasks.giveFunction, null),
    ]);
    expect(deep).toMatchObject({ status: 'failed', detail: expect.stringContaining('call stack') });
    expect(thrown).toEqual({ status: 'failed', detail: 'TypeError: bad' });
    expect(uncloneable).toMatchObject({ status: 'failed', detail: expect.stringContaining('cloned') });
    await expect(pool.run(hardTasks.recurse, 100)).resolves.toEqual({ status: 'done', output: 100 });
  });

  it('replaces a thread that has ended by itself', async () => {
    const pool = openPool();
    await expect(pool.run(hardTasks.quit, 3)).resolves.toMatchObject({ status: 'failed' });
    await expect(pool.run(hardTasks.echo, 'hi')).resolves.toEqual({ status: 'done', output: 'hi' });
  });

  it('leaves a thread to others than whoever sends many texts that are hard to read', async () => {
    const pool = openPool({ threads: 2 });
    const order: string[] = [];
    const ask = <Input>(caller: string, task: WorkerTask<Input, unknown>, input: Input, name: string) =>
      onBehalfOf(caller, () => pool.run(task, input)).then(() => order.push(name));
    await Promise.all([
      ...['first', 'second', 'third'].map((name) => ask('mallory', hardTasks.loop, 100, name)),
      ask('ada', hardTasks.echo, 'hi', 'of ada'),
    ]);
    expect(order.filter((name) => name !== 'of ada')).toEqual(['first', 'second', 'third']);
    expect(order.indexOf('of ada')).toBeLessThan(order.indexOf('second'));
  });

  it('does not begin an input that is too large', async () => {
    await expect(openPool().run(hardTasks.echo, 'x'.repeat(1_001))).resolves.toMatchObject({
      status: 'too_large',
    });
  });

  it('refuses what its queue cannot hold, and answers the rest', async () => {
    const pool = openPool({ queued: 2 });
    const calls = await Promise.allSettled(
      ['a', 'b', 'c', 'd'].map((text) => pool.run(hardTasks.echo, text)),
    );
    expect(calls.map((call) => call.status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
    expect(calls[3]).toMatchObject({ reason: { code: 'overloaded', extensions: { retry_after: 2 } } });
  });

  it('leaves a thread to those who wait, and lets them pass', async () => {
    const pool = openPool({ threads: 2 });
    const order: string[] = [];
    const note = async (name: string, call: Promise<unknown>) => {
      await call;
      order.push(name);
    };
    await Promise.all([
      note('first in the background', pool.run(hardTasks.loop, 100, { lane: 'background' })),
      note('second in the background', pool.run(hardTasks.echo, 'x', { lane: 'background' })),
      note('request', pool.run(hardTasks.echo, 'x')),
    ]);
    expect(order).toEqual(['request', 'first in the background', 'second in the background']);
  });

  it('refuses what waits when it is closed, and whatever comes later', async () => {
    const pool = openPool();
    const running = pool.run(hardTasks.loop, 100);
    const waiting = pool.run(hardTasks.echo, 'x');
    const refused = expect(waiting).rejects.toMatchObject({ code: 'unavailable' });
    await pool.close();
    await refused;
    await expect(running).resolves.toMatchObject({ status: 'failed' });
    await expect(pool.run(hardTasks.echo, 'x')).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('counts how calls end', async () => {
    const metrics = createMetrics();
    const pool = openPool({ metrics });
    await Promise.all([pool.run(hardTasks.loop, 100), pool.run(hardTasks.echo, 'x')]);
    const text = await metrics.render();
    expect(text).toContain('rolecall_parsing_calls_total{task="test.loop",outcome="too_slow"} 1');
    expect(text).toContain('rolecall_parsing_calls_total{task="test.echo",outcome="done"} 1');
    expect(text).toContain('rolecall_parsing_calls_waiting 0');
    expect(text).toContain('rolecall_parsing_duration_seconds_count{task="test.echo"} 1');
  });
});

it('tries an input that was too hard twice no third time, and others as before', async () => {
  const pool = createWorkerPool({ threads: 1, memoryMb: 512 });
  const text = { status: 'done', output: 'fine' };
  const [first, second, third] = [
    await pool.run(hardTasks.rejectLater, 'hard'),
    await pool.run(hardTasks.rejectLater, 'hard'),
    await pool.run(hardTasks.rejectLater, 'hard'),
  ];
  expect([first, second].map((result) => 'isKnown' in result)).toEqual([false, false]);
  expect(third).toEqual({ ...second, isKnown: true });
  expect(await pool.run(hardTasks.rejectLater, 'another')).not.toHaveProperty('isKnown');
  expect(await pool.run(hardTasks.echo, 'fine')).toEqual(text);
  await pool.close();
});
