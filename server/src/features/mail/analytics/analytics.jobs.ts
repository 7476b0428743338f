import { z } from 'zod';
import type { Database } from '../../../platform/db/index.ts';
import { defineTask, type Queue } from '../../../platform/queue/index.ts';
import type { MailEvents } from '../events/index.ts';
import type { MailAnalytics } from './analytics.ts';

/** Deletes events of mails after 90 days, and counters after 400. */
export const pruneMailTask = defineTask({
  name: 'mail.prune',
  payload: z.object({}),
  expireInSeconds: 900,
});

/** Most batches of one run; the next run, an hour later, continues. */
const mostBatches = 2_000;

/** Registers the workers; before the queue starts. */
export function workOnMailAnalytics(
  queue: Queue,
  {
    database,
    mailEvents,
    mailAnalytics,
  }: {
    readonly database: Database;
    readonly mailEvents: Pick<MailEvents, 'prune'>;
    readonly mailAnalytics: Pick<MailAnalytics, 'prune'>;
  },
): void {
  queue.work(pruneMailTask, async () => {
    for (const { prune } of [mailEvents, mailAnalytics]) {
      for (let batch = 0; batch < mostBatches; batch += 1) {
        if (!(await database.transaction((tx) => prune(tx)))) break;
      }
    }
  });
}

/** Sets the schedules; after the queue has started. Doing it again changes nothing. */
export async function scheduleMailAnalyticsJobs(queue: Queue): Promise<void> {
  await queue.schedule(pruneMailTask, 'prune', '17 * * * *', 'UTC', {});
}
