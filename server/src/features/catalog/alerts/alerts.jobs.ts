import { z } from 'zod';
import type { Database, Tx } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { Alerts } from './alerts.ts';
import { type ClosingDependencies, closeWindows } from './closing.ts';

/** Tells what alerts have found and whose time has come. It needs no list of it. */
export const tellAlertsTask = defineTask({
  name: 'alerts.tell',
  payload: z.object({}),
  // The next run of the schedule is the retry.
  retryLimit: 0,
  expireInSeconds: 600,
});

/** Forgets what was removed and found long ago. */
export const tidyAlertsTask = defineTask({ name: 'alerts.tidy', payload: z.object({}), retryLimit: 0 });

/** Windows that one task closes before somebody else may have a turn. */
const windowsPerTask = 20_000;

export function workOnAlerts(
  dependencies: ClosingDependencies & {
    readonly queue: Pick<Queue, 'work' | 'enqueue'>;
    readonly database: Database;
    readonly alerts: Pick<Alerts, 'tidy'>;
  },
): void {
  const { queue, database, alerts } = dependencies;
  queue.work(tellAlertsTask, async () => {
    const { more } = await closeWindows(dependencies, windowsPerTask);
    if (more) await database.transaction((tx) => tellSoon(queue, tx));
  });
  queue.work(tidyAlertsTask, () => alerts.tidy());
}

/** Looks every minute, in case an event found no worker that survived. After the queue has started. */
export async function scheduleAlerts(queue: Pick<Queue, 'schedule'>): Promise<void> {
  await queue.schedule(tellAlertsTask, 'sweep', '* * * * *', 'UTC', {});
  await queue.schedule(tidyAlertsTask, 'sweep', '17 * * * *', 'UTC', {});
}

/**
 * Has what alerts have found at once told: in a moment, and when the last of it is due. What is told by the clock is told by the
 * sweep of that minute.
 */
export async function tellInstant(
  queue: Pick<Queue, 'enqueue'>,
  tx: Tx,
  soon: Date,
  atLast: Date,
): Promise<void> {
  await queue.enqueue(tx, tellAlertsTask, {}, { singletonKey: 'soon', startAfter: soon });
  await queue.enqueue(tx, tellAlertsTask, {}, { singletonKey: 'instant', startAfter: atLast });
}

export async function tellSoon(queue: Pick<Queue, 'enqueue'>, tx: Tx): Promise<void> {
  await queue.enqueue(tx, tellAlertsTask, {}, { singletonKey: 'now' });
}
