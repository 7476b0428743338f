import { AsyncLocalStorage } from 'node:async_hooks';
import { ApplicationError } from '../errors/index.ts';

/**
 * Lets calls that come in together share one piece of work, such as a query or a transaction. Nobody waits for others
 * to come: what arrives while nothing runs goes in the same turn of the event loop, and what arrives while a batch
 * runs goes together in the next one. The busier it gets, the larger the batches, and the less each call costs.
 */
export interface Batcher<Item, Result> {
  /**
   * The work is done outside of any transaction that the caller has open. Do not wait for it inside of one: it may
   * need the connection that the caller holds.
   * @throws {ApplicationError} `overloaded` when too much waits, `unavailable` when the batcher has been closed
   */
  add(item: Item): Promise<Result>;
  /** Takes nothing more, and waits until everything that was taken is done. Closing twice is fine. */
  close(): Promise<void>;
}

export interface BatcherOptions<Item, Result> {
  /** Does the work for all of these. @returns the result of each in its place */
  readonly run: (items: readonly Item[]) => Promise<readonly Result[]>;
  /** Most in one batch. */
  readonly maximumBatch: number;
  /** Most that may wait; beyond it calls are refused. */
  readonly maximumWaiting: number;
  /** Batches that may be under way at the same time. */
  readonly concurrency: number;
  /** What an item counts for both limits, 1 unless given. One that counts more than a batch goes alone. */
  readonly sizeOf?: (item: Item) => number;
  /**
   * Whether a batch that failed so has left nothing behind, and one of its items may be to blame. Its halves are tried
   * again then, until what is at fault fails alone. When left out, all items of a batch share its failure.
   */
  readonly mayBeFaultOfOne?: (error: unknown) => boolean;
}

/** What a refused caller is told to wait, in seconds: a queue of the usual length is gone by then. */
const retryAfterSeconds = 1;

interface Entry<Item, Result> {
  readonly item: Item;
  readonly size: number;
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

export function createBatcher<Item, Result>(options: BatcherOptions<Item, Result>): Batcher<Item, Result> {
  const { run, maximumBatch, maximumWaiting, concurrency } = options;
  const { sizeOf = () => 1, mayBeFaultOfOne = () => false } = options;
  // A batch belongs to none of its callers, so it must not find the transaction of the one that happened to start it.
  const outside = AsyncLocalStorage.snapshot();
  let waiting: Entry<Item, Result>[] = [];
  let waitingSize = 0;
  let running = 0;
  let scheduled = false;
  let closed = false;
  const idle = Promise.withResolvers<void>();

  function schedule(): void {
    if (scheduled || running >= concurrency || waiting.length === 0) return;
    scheduled = true;
    outside(() => setImmediate(start));
  }

  function start(): void {
    scheduled = false;
    const batch = takeBatch();
    running += 1;
    void settle(batch).then(() => {
      running -= 1;
      schedule();
      resolveIfIdle();
    });
    schedule();
  }

  function takeBatch(): Entry<Item, Result>[] {
    let size = 0;
    const end = waiting.findIndex((entry, index) => {
      size += entry.size;
      return size > maximumBatch && index > 0;
    });
    const batch = end === -1 ? waiting : waiting.slice(0, end);
    waiting = end === -1 ? [] : waiting.slice(end);
    for (const entry of batch) waitingSize -= entry.size;
    return batch;
  }

  async function settle(batch: readonly Entry<Item, Result>[]): Promise<void> {
    try {
      const results = await run(batch.map(({ item }) => item));
      if (results.length !== batch.length)
        throw new Error('A batch gave another number of results than items');
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
    } catch (error) {
      if (batch.length === 1 || !mayBeFaultOfOne(error)) {
        for (const { reject } of batch) reject(error);
        return;
      }
      const middle = Math.ceil(batch.length / 2);
      await settle(batch.slice(0, middle));
      await settle(batch.slice(middle));
    }
  }

  function resolveIfIdle(): void {
    if (closed && running === 0 && waiting.length === 0) idle.resolve();
  }

  return {
    async add(item) {
      const refuse = { extensions: { retry_after: retryAfterSeconds } };
      if (closed) throw new ApplicationError('unavailable', refuse);
      const size = sizeOf(item);
      if (waiting.length > 0 && waitingSize + size > maximumWaiting) {
        throw new ApplicationError('overloaded', refuse);
      }
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      waiting.push({ item, size, resolve, reject });
      waitingSize += size;
      schedule();
      return promise;
    },

    close() {
      closed = true;
      resolveIfIdle();
      return idle.promise;
    },
  };
}
