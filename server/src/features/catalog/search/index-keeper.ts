import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Bus } from '../../../platform/bus/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database } from '../../../platform/db/index.ts';
import type { Logger, Metrics } from '../../../platform/observability/index.ts';
import type { InputOf, Operation, OutputOf } from './engine/protocol.ts';
import { createFeed, type Feed } from './feed.ts';
import { type IndexThread, IndexUnavailableError, startIndexThread } from './index-thread.ts';

/** The search index of this process. */
export interface SearchIndex {
  /**
   * Null while there is none that could be asked: it is being made, or has broken and is made anew.
   * @throws {ApplicationError} `overloaded` when too many wait already
   */
  ask<Name extends Operation>(operation: Name, input: InputOf<Name>): Promise<OutputOf<Name> | null>;
  /** Some jobs have changed, as a message of the bus says it. */
  hint(jobIds: readonly string[]): void;
  stop(): Promise<void>;
}

export interface SearchIndexDependencies {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly bus: Bus;
  /** Where its snapshot lies. */
  readonly folder: string;
  /** How long after the first search it is made, so that the rush of a start is over. In milliseconds. */
  readonly delayMs: number;
}

/** Tells all processes which jobs have changed. */
const jobsChangedChannel = 'search:jobs';

const followMs = 1_000;
/** A transaction that takes longer to commit than the first is found by the second. */
const overlapMs = 5_000;
const longOverlapMs = 600_000;
const longFollowMs = 30_000;
const reconcileMs = 15 * 60_000;
const saveMs = 10 * 60_000;
const firstRetryMs = 2_000;
const longestRetryMs = 60_000;
const mostHints = 5_000;

export function createSearchIndex(dependencies: SearchIndexDependencies): SearchIndex {
  const { database, clock, logger, bus, folder, delayMs } = dependencies;
  const file = path.join(folder, 'search.index');
  const figures = createIndexMetrics(dependencies.metrics, () => ({
    isReady: running !== null,
    waiting: running?.waiting() ?? 0,
    newest: followedAt,
  }));
  let begun = false;
  let running: IndexThread | null = null;
  let followedAt = 0;
  let hints = new Set<string>();
  const stopping = new AbortController();
  let finished: Promise<void> = Promise.resolve();
  let wake: () => void = () => {};

  /** Until a hint comes, the time is over, or it stops. */
  function pause(milliseconds: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, milliseconds);
    timer.unref();
    wake = resolve;
    return promise.finally(() => clearTimeout(timer));
  }

  async function run(): Promise<void> {
    const ended = new AbortController();
    const signal = AbortSignal.any([stopping.signal, ended.signal]);
    const thread = startIndexThread({
      onEnd: (reason) => {
        ended.abort(new IndexUnavailableError(reason));
        running = null;
        wake();
      },
      onAnswer: figures.answered,
    });
    try {
      const from = performance.now();
      const { problem } = await thread.ask('load', { path: file }, 60_000);
      const feed = createFeed({ database, clock, thread, signal });
      await feed.reconcile();
      running = thread;
      const { documents, memoryBytes } = await thread.ask('figures', null);
      const ms = Math.round(performance.now() - from);
      logger.info({ documents, ms, memoryBytes, snapshot: problem ?? 'read' }, 'the search index is ready');
      await follow(feed, thread, signal);
    } finally {
      running = null;
      await thread.stop();
    }
  }

  async function follow(feed: Feed, thread: IndexThread, signal: AbortSignal): Promise<void> {
    const next = {
      long: performance.now() + longFollowMs,
      reconcile: performance.now() + reconcileMs,
      save: 0,
    };
    while (!signal.aborted) {
      try {
        await catchUp(feed, next);
        if (performance.now() > next.save) {
          await save(thread);
          next.save = performance.now() + saveMs;
        }
        figures.told(await thread.ask('figures', null));
      } catch (error) {
        signal.throwIfAborted();
        // The database is away: what was missed is found when it is back, and what is there is as good as it was.
        logger.warn({ error }, 'the search index could not be brought up to date');
      }
      if (hints.size === 0) await pause(followMs);
    }
    signal.throwIfAborted();
  }

  async function catchUp(feed: Feed, next: { long: number; reconcile: number }): Promise<void> {
    if (hints.size > 0) {
      const ids = [...hints];
      hints = new Set();
      await feed.refresh(ids);
    }
    const now = performance.now();
    await feed.followChanges(now > next.long ? longOverlapMs : overlapMs);
    if (now > next.long) next.long = now + longFollowMs;
    if (now > next.reconcile) {
      await feed.reconcile();
      next.reconcile = now + reconcileMs;
    }
    followedAt = performance.now();
  }

  /** Without a snapshot the next start takes longer, and nothing else. */
  async function save(thread: IndexThread): Promise<void> {
    try {
      mkdirSync(folder, { recursive: true });
      await thread.ask('save', { path: file }, 60_000);
    } catch (error) {
      logger.warn({ error }, 'the snapshot of the search index was not written');
    }
  }

  /** Whatever breaks it, it is made anew. */
  async function keep(): Promise<void> {
    let retryMs = firstRetryMs;
    await pause(delayMs);
    while (!stopping.signal.aborted) {
      const from = performance.now();
      try {
        await run();
      } catch (error) {
        if (stopping.signal.aborted) return;
        if (performance.now() - from > longestRetryMs) retryMs = firstRetryMs;
        logger.warn({ error, retryMs }, 'the search index has ended, PostgreSQL searches meanwhile');
        await pause(retryMs);
        retryMs = Math.min(longestRetryMs, retryMs * 2);
      }
    }
  }

  const subscription = bus.subscribe(jobsChangedChannel, (message) => {
    const ids: unknown = JSON.parse(message);
    if (Array.isArray(ids)) note(ids.filter((id) => typeof id === 'string'));
  });

  function note(ids: readonly string[]): void {
    if (running === null) return;
    for (const id of ids) if (hints.size < mostHints) hints.add(id);
    wake();
  }

  return {
    async ask(operation, input) {
      if (!begun) {
        begun = true;
        finished = keep();
      }
      if (running === null) return null;
      try {
        return await running.ask(operation, input);
      } catch (error) {
        if (error instanceof IndexUnavailableError) return null;
        throw error;
      }
    },

    hint(jobIds) {
      for (let from = 0; from < jobIds.length; from += idsPerMessage) {
        bus.publish(jobsChangedChannel, JSON.stringify(jobIds.slice(from, from + idsPerMessage)));
      }
    },

    async stop() {
      subscription.unsubscribe();
      stopping.abort(new IndexUnavailableError('it was stopped'));
      wake();
      await running?.stop();
      await finished;
    },
  };
}

const idsPerMessage = 200;

function createIndexMetrics(
  metrics: Metrics,
  read: () => { readonly isReady: boolean; readonly waiting: number; readonly newest: number },
) {
  const documents = metrics.gauge({
    name: 'rolecall_search_index_documents',
    help: 'Vacancies in the search index',
  });
  const memory = metrics.gauge({
    name: 'rolecall_search_index_memory_bytes',
    help: 'What the thread of the search index holds',
  });
  metrics.gauge({ name: 'rolecall_search_index_ready', help: 'Whether the search index answers' }, (gauge) =>
    gauge.set(read().isReady ? 1 : 0),
  );
  metrics.gauge(
    { name: 'rolecall_search_index_waiting', help: 'Calls that wait for the search index' },
    (gauge) => gauge.set(read().waiting),
  );
  metrics.gauge(
    {
      name: 'rolecall_search_index_age_seconds',
      help: 'How long ago the search index was compared with the newest changes',
    },
    (gauge) => gauge.set(read().newest === 0 ? 0 : (performance.now() - read().newest) / 1_000),
  );
  const duration = metrics.histogram(
    {
      name: 'rolecall_search_index_duration_seconds',
      help: 'How long the search index worked on a call',
      labels: ['operation'],
    },
    [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.1, 0.5, 2.5],
  );
  return {
    answered: (operation: Operation, milliseconds: number) =>
      duration.observe({ operation }, milliseconds / 1_000),
    told(figures: OutputOf<'figures'>) {
      documents.set(figures.documents);
      memory.set(figures.memoryBytes);
    },
  };
}
