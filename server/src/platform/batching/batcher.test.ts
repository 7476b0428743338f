import { AsyncLocalStorage } from 'node:async_hooks';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isApplicationError } from '../errors/index.ts';
import { type Batcher, type BatcherOptions, createBatcher } from './index.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Work that runs until the test ends it, one batch after the other. */
class HeldWork<Item> {
  readonly batches: Item[][] = [];
  readonly #held: (() => void)[] = [];
  running = 0;
  mostRunning = 0;

  readonly run = async (items: readonly Item[]): Promise<readonly Item[]> => {
    this.batches.push([...items]);
    this.running += 1;
    this.mostRunning = Math.max(this.mostRunning, this.running);
    await new Promise<void>((resolve) => this.#held.push(resolve));
    this.running -= 1;
    return items;
  };

  /** Ends one of the batches under way. */
  async release(which = 0): Promise<void> {
    const [release] = this.#held.splice(which % Math.max(1, this.#held.length), 1);
    release?.();
    await turn();
    await turn();
  }

  async releaseAll(): Promise<void> {
    while (this.running > 0) await this.release();
  }
}

function create<Item, Result>(
  options: Pick<BatcherOptions<Item, Result>, 'run'> & Partial<BatcherOptions<Item, Result>>,
): Batcher<Item, Result> {
  return createBatcher({ maximumBatch: 100, maximumWaiting: 1_000, concurrency: 1, ...options });
}

describe('a batcher', () => {
  it('runs a lone item at once, and together what comes while a batch runs', async () => {
    const work = new HeldWork<number>();
    const batcher = create({ run: work.run });
    const first = batcher.add(1);
    await turn();
    expect(work.batches).toEqual([[1]]);
    const others = [batcher.add(2), batcher.add(3), batcher.add(4)];
    await turn();
    expect(work.batches).toHaveLength(1);
    await work.release();
    expect(await first).toBe(1);
    expect(work.batches).toEqual([[1], [2, 3, 4]]);
    await work.releaseAll();
    expect(await Promise.all(others)).toEqual([2, 3, 4]);
  });

  it('runs together what comes in one turn of the event loop', async () => {
    const work = new HeldWork<number>();
    const batcher = create({ run: work.run });
    void batcher.add(1);
    void batcher.add(2);
    await turn();
    expect(work.batches).toEqual([[1, 2]]);
  });

  it('refuses what is too much, with the seconds to wait, and takes more when there is room again', async () => {
    const work = new HeldWork<number>();
    const batcher = create({ run: work.run, maximumWaiting: 2 });
    void batcher.add(1);
    await turn();
    void batcher.add(2);
    void batcher.add(3);
    const refused = await batcher.add(4).catch((error: unknown) => error);
    expect(isApplicationError(refused, 'overloaded') && refused.extensions).toEqual({ retry_after: 1 });
    await work.release();
    const taken = batcher.add(5);
    await work.releaseAll();
    expect(await taken).toBe(5);
  });

  it('takes an item that counts more than all that may wait, when nothing else does', async () => {
    const work = new HeldWork<number>();
    const batcher = create({ run: work.run, maximumBatch: 10, maximumWaiting: 20, sizeOf: (size) => size });
    const large = batcher.add(50);
    await expect(batcher.add(1)).rejects.toMatchObject({ code: 'overloaded' });
    await turn();
    await work.releaseAll();
    expect(await large).toBe(50);
  });

  it('finishes what it has taken before it is closed, and takes nothing after that', async () => {
    const work = new HeldWork<number>();
    const batcher = create({ run: work.run });
    const results = [batcher.add(1)];
    await turn();
    results.push(batcher.add(2));
    let closed = false;
    const closing = batcher.close().then(() => {
      closed = true;
    });
    await expect(batcher.add(3)).rejects.toMatchObject({ code: 'unavailable' });
    await work.release();
    expect(closed).toBe(false);
    await work.releaseAll();
    await closing;
    expect(await Promise.all(results)).toEqual([1, 2]);
    await batcher.close();
  });

  it('does not repeat a batch whose failure nobody in it has caused', async () => {
    let runs = 0;
    const batcher = create<number, number>({
      run: async () => {
        runs += 1;
        throw new Error('the database is gone');
      },
      mayBeFaultOfOne: (error) => error instanceof RangeError,
    });
    const results = await Promise.allSettled([batcher.add(1), batcher.add(2)]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(runs).toBe(1);
  });

  it('works in nobody’s context', async () => {
    const storage = new AsyncLocalStorage<string>();
    const seen: unknown[] = [];
    const batcher = create<number, number>({
      run: async (items) => {
        seen.push(storage.getStore());
        return items;
      },
    });
    await storage.run('a transaction', () => batcher.add(1));
    expect(seen).toEqual([undefined]);
  });

  it('gives each caller its own result or refusal, whatever else is in the batch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ size: fc.integer({ min: 1, max: 4 }), bad: fc.boolean(), pause: fc.boolean() }),
          {
            maxLength: 40,
          },
        ),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 3 }),
        async (items, maximumBatch, concurrency) => {
          type Item = (typeof items)[number];
          const done = new Map<Item, number>();
          let running = 0;
          const batcher = create<Item, Item>({
            maximumBatch,
            concurrency,
            sizeOf: ({ size }) => size,
            mayBeFaultOfOne: (error) => error instanceof RangeError,
            run: async (batch) => {
              running += 1;
              expect(running).toBeLessThanOrEqual(concurrency);
              const size = batch.reduce((sum, item) => sum + item.size, 0);
              expect(batch.length === 1 || size <= maximumBatch).toBe(true);
              await turn();
              running -= 1;
              if (batch.some(({ bad }) => bad)) throw new RangeError('one of them is bad');
              for (const item of batch) done.set(item, (done.get(item) ?? 0) + 1);
              return batch;
            },
          });
          const calls: Promise<PromiseSettledResult<Item>[]>[] = [];
          for (const item of items) {
            calls.push(Promise.allSettled([batcher.add(item)]));
            if (item.pause) await turn();
          }
          const settled = (await Promise.all(calls)).flat();
          for (const [index, item] of items.entries()) {
            const result = settled[index];
            if (item.bad) {
              expect(result?.status).toBe('rejected');
              expect(done.has(item)).toBe(false);
            } else {
              expect(result).toEqual({ status: 'fulfilled', value: item });
              expect(done.get(item)).toBe(1);
            }
          }
        },
      ),
    );
  });

  it('keeps the order, and loses nothing, however its batches end', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant('add' as const), fc.nat({ max: 3 })), { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, concurrency) => {
          const work = new HeldWork<number>();
          const batcher = create({ run: work.run, maximumBatch: 4, concurrency });
          const calls: Promise<number>[] = [];
          for (const step of steps) {
            if (step === 'add') calls.push(batcher.add(calls.length));
            else await work.release(step);
          }
          const closing = batcher.close();
          await turn();
          await work.releaseAll();
          await closing;
          expect(await Promise.all(calls)).toEqual(calls.map((_, index) => index));
          expect(work.batches.flat()).toEqual(calls.map((_, index) => index));
          expect(work.mostRunning).toBeLessThanOrEqual(concurrency);
        },
      ),
    );
  });
});
