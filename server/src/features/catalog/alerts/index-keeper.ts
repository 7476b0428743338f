import { setImmediate as letOthersRun } from 'node:timers/promises';
import type { Bus } from '../../../platform/bus/index.ts';
import type { Clock } from '../../../platform/clock/index.ts';
import type { Database, Tx } from '../../../platform/db/index.ts';
import type { Logger, Metrics } from '../../../platform/observability/index.ts';
import type { SetAside } from '../../../platform/set-aside/index.ts';
import type { SearchDocument } from '../search/index.ts';
import { type IndexedAlert, selectActive, selectChanged } from './alerts.store.ts';
import { readAlert } from './conditions.ts';
import { createReverseIndex, type ReverseIndex } from './engine/reverse-index.ts';

/** The alerts of all people as this process has them, made from the database when they are first asked for. */
export interface AlertIndex {
  /** The ids of alerts that a vacancy is for. */
  match(document: SearchDocument): string[];
  /** Brings it to what the database has; makes it, the first time. */
  follow(tx: Tx): Promise<void>;
  /** An alert has changed: at once here, and soon elsewhere. Called after the commit. */
  changed(alert: Omit<IndexedAlert, 'changed_at'>): void;
  readonly figures: ReverseIndex['figures'];
  stop(): void;
}

const alertsPerPage = 2_000;
/** How many alerts are read without a break, so that sockets and requests are not kept waiting. */
const alertsAtOnce = 200;
/** A transaction that takes longer to commit than the first is found by the second. */
const overlapMs = 5_000;
const longOverlapMs = 600_000;
const longFollowMs = 30_000;
/** Queries that nobody asks any more are only got rid of by making the index anew. */
const leastRebuilt = 100_000;
const changedChannel = 'alerts:changed';

export function createAlertIndex({
  database,
  clock,
  logger,
  metrics,
  bus,
  setAside,
}: {
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly bus: Bus;
  readonly setAside: SetAside;
}): AlertIndex {
  let index = createReverseIndex();
  let made: Promise<void> | null = null;
  let isMade = false;
  let followedAt = clock.now();
  let longFollowedAt = clock.now();
  let compacting = false;
  let stopped = false;

  metrics.gauge({ name: 'rolecall_alerts_indexed', help: 'Alerts that new jobs are held against' }, (gauge) =>
    gauge.set(index.figures.alerts),
  );
  metrics.gauge(
    { name: 'rolecall_alert_queries_indexed', help: 'Different searches among the alerts' },
    (gauge) => gauge.set(index.figures.queries),
  );

  function put(into: ReverseIndex, alert: Omit<IndexedAlert, 'changed_at'>): void {
    try {
      if (alert.is_active) into.put(alert.id, readAlert(alert.conditions));
      else into.remove(alert.id);
    } catch (error) {
      // One alert that cannot be read is no reason to be late for all others.
      into.remove(alert.id);
      setAside('alerts', { alert_id: alert.id }, error);
    }
  }

  async function make(): Promise<void> {
    const begun = clock.now();
    const from = performance.now();
    const fresh = createReverseIndex();
    let after: string | null = null;
    for (;;) {
      const page: IndexedAlert[] = await selectActive(database.query, after, alertsPerPage);
      for (const [place, alert] of page.entries()) {
        put(fresh, alert);
        if (place % alertsAtOnce === 0) await letOthersRun();
      }
      after = page.at(-1)?.id ?? after;
      if (page.length < alertsPerPage) break;
    }
    await compact(fresh);
    index = fresh;
    followedAt = begun;
    longFollowedAt = begun;
    isMade = true;
    logger.info(
      { ...fresh.figures, ms: Math.round(performance.now() - from) },
      'the index of alerts is ready',
    );
  }

  async function compact(given: ReverseIndex): Promise<void> {
    for (const _ of given.compaction()) {
      if (stopped) return;
      await letOthersRun();
    }
  }

  function compactSoon(): void {
    if (compacting || !index.needsCompaction) return;
    compacting = true;
    void compact(index)
      .catch((error: unknown) => logger.warn({ error }, 'the index of alerts was not compacted'))
      .finally(() => {
        compacting = false;
      });
  }

  async function followChanges(tx: Tx): Promise<void> {
    const begun = clock.now();
    const isLong = begun.getTime() - longFollowedAt.getTime() > longFollowMs;
    const since = new Date(followedAt.getTime() - (isLong ? longOverlapMs : overlapMs));
    let after: IndexedAlert | null = null;
    for (;;) {
      const page: IndexedAlert[] = await selectChanged(tx, since, after, alertsPerPage);
      for (const alert of page) put(index, alert);
      after = page.at(-1) ?? null;
      if (page.length < alertsPerPage) break;
    }
    followedAt = begun;
    if (isLong) longFollowedAt = begun;
    const { queries, alerts } = index.figures;
    if (queries > alerts * 2 + leastRebuilt) made = null;
    compactSoon();
  }

  const subscription = bus.subscribe(changedChannel, () => {
    if (isMade && !stopped) void followChanges(database.query).catch(() => {});
  });

  return {
    match(document) {
      const { numbers, count } = index.match(document);
      return Array.from(numbers.subarray(0, count), (number) => index.idOf(number));
    },
    async follow(tx) {
      made ??= make().catch((error: unknown) => {
        made = null;
        throw error;
      });
      await made;
      await followChanges(tx);
    },
    changed(alert) {
      if (isMade) put(index, alert);
      bus.publish(changedChannel, '1');
    },
    get figures() {
      return index.figures;
    },
    stop() {
      stopped = true;
      subscription.unsubscribe();
    },
  };
}
